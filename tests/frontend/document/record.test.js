// What becomes of strokes that wait to be carried over to the pictures of today.
import fc from "fast-check";
import { deepEqual, equal } from "node:assert/strict";
import { test } from "node:test";

import { emptyDocument } from "#frontend/document/document.js";
import { withCarried } from "#frontend/document/marks.js";
import { changed, newRecord } from "#frontend/document/record.js";
import { law } from "../laws.js";

/** @import { Change, PersonRecord } from "#frontend/types/page.d.ts" */
/** @import { Mark } from "#frontend/types/wire.d.ts" */

const OLD = '{"version":2}';

/** @param {string} name @returns {Mark} */
const region = (name) => ({ kind: "region", region: name, intensity: null, quality: null });

/** @param {number} at @returns {Mark} */
const stroke = (at) => ({
  kind: "eraser",
  body: "man",
  view: "back",
  path: [[at, 900]],
  size_cm: 3,
});

/** The marks as they were: of these the regions are there at once. */
const CARRIED = [region("a"), stroke(1), region("b"), stroke(2)];

/** @returns {PersonRecord} */
function waiting() {
  const marks = CARRIED.filter(({ kind }) => kind === "region");
  return { ...newRecord({ ...emptyDocument("en"), body: "man", marks }), old: OLD };
}

/** @param {PersonRecord} record @param {Change[]} changes */
const after = (record, ...changes) => changes.reduce(changed, record);

/** @type {Change} */
const carried = { do: "carried", old: OLD, marks: CARRIED };

/** @param {Mark} mark @returns {Change} */
const adding = (mark) => ({ do: "marks", now: "2026-11-28", remove: [], replace: [], add: [mark] });

/** @param {Mark} mark @returns {Change} */
const removing = (mark) => ({
  ...{ do: "marks", now: "2026-11-28", remove: [{ mark, nth: 0 }], replace: [], add: [] },
});

test("Strokes come back where they were made, once", () => {
  const record = after(waiting(), carried);
  deepEqual(record.document.marks, CARRIED);
  equal(record.old, "");
  equal(after(record, carried), record);
});

test("What was marked and unmarked meanwhile stays so", () => {
  const record = after(waiting(), adding(region("c")), removing(region("a")), carried);
  deepEqual(record.document.marks, [stroke(1), region("b"), stroke(2), region("c")]);
});

test("No undoing takes them away", () => {
  const done = after(waiting(), adding(region("c")), carried);
  deepEqual(after(done, { do: "undo" }).document.marks, CARRIED);
  deepEqual(after(done, { do: "undo" }, { do: "redo" }).document.marks, [...CARRIED, region("c")]);
  const undone = after(waiting(), adding(region("c")), { do: "undo" }, carried, { do: "redo" });
  deepEqual(undone.document.marks, [...CARRIED, region("c")]);
});

test("They wait with their document while another one is open", () => {
  /** @type {Change} */
  const open = { do: "open", document: emptyDocument("en"), filed: "" };
  const other = after(waiting(), open);
  equal(other.old, "");
  equal(after(other, carried), other);
  const back = after(other, { do: "undo" });
  equal(back.old, OLD);
  deepEqual(after(back, carried).document.marks, CARRIED);
  equal(after(back, { do: "redo" }).old, "");
});

const some = fc.subarray([region("a"), region("b"), region("c"), stroke(1), stroke(2), stroke(3)]);

law("Carried twice is carried once, and no mark of today is lost", [some], (marks) => {
  const once = withCarried(marks, CARRIED);
  deepEqual(withCarried(once, CARRIED), once);
  for (const mark of marks)
    equal(
      once.filter((each) => each === mark || JSON.stringify(each) === JSON.stringify(mark)).length,
      1,
    );
});
