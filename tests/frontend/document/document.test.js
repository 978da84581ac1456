// Which language the page is opened in, when nobody has chosen one yet; and what is taken of a stored
// document.
import fc from "fast-check";
import { deepEqual, equal } from "node:assert/strict";
import { test } from "node:test";

import { parseDocument } from "#frontend/document/checked.js";
import { hasOldNote, waitingFile } from "#frontend/document/upgraded.js";
import { emptyDocument, firstLanguage, printable } from "#frontend/document/document.js";
import { eachRegionOnce, mirroredMark } from "#frontend/document/marks.js";
import { BODIES, MARK_KINDS, VIEW_NAMES } from "#frontend/lib/constants.js";
import { law } from "../laws.js";

/** @import { Mark } from "../../../src/referral_map/app/frontend/types/wire.d.ts" */

const code = fc.stringMatching(/^[a-z]{2,3}$/);
const codes = fc.uniqueArray(code, { minLength: 1, maxLength: 5 });
const region = fc.constantFrom("", "-MX", "-419", "-Latn-BR");

law("A language that is there is taken, in whatever land", [codes, region], (all, land) => {
  for (const each of all) {
    equal(firstLanguage(all, [`${each}${land}`]), each);
    equal(firstLanguage(all, [`${each}${land}`.toUpperCase()]), each);
  }
});

law("Languages that are not there are passed over", [codes, code], (all, other) => {
  fc.pre(!all.includes(other));
  for (const each of all) equal(firstLanguage(all, [other, each]), each);
  equal(firstLanguage(all, [other]), all[0]);
});

test("Where the browser names none, it is the first", () => {
  equal(firstLanguage(["en", "es", "pt"], []), "en");
});

test("A language that only begins with the same letters is another", () => {
  equal(firstLanguage(["en", "es"], ["est", "eng-GB"]), "en");
  equal(firstLanguage(["en", "es"], ["est", "es-AR"]), "es");
});

law("A new document is in the language; a kept one stays in its own", [code, code], (one, own) => {
  equal(emptyDocument(one).language, one);
  equal(parseDocument(null, one).language, one);
  equal(parseDocument(emptyDocument(own), one).language, own);
});

const at = fc.tuple(fc.integer({ min: -900, max: 900 }), fc.integer({ min: 0, max: 1900 }));
const stroke = {
  body: fc.constantFrom(...BODIES),
  view: fc.constantFrom(...VIEW_NAMES),
  path: fc.array(at, { minLength: 1, maxLength: 5 }),
  size_cm: fc.integer({ min: 1, max: 10 }),
};
const feeling = {
  intensity: fc.option(fc.integer({ min: 0, max: 10 })),
  quality: fc.constantFrom(null, "ache", "numb"),
};
const mark = fc.oneof(
  fc.record({ kind: fc.constant("region"), region: fc.constant("knee_left"), ...feeling }),
  fc.record({ kind: fc.constant("brush"), ...stroke, ...feeling }),
  fc.record({ kind: fc.constant("eraser"), ...stroke }),
);

test("Marks of every kind are drawn by chance", () => {
  const kinds = new Set(fc.sample(mark, { numRuns: 200, seed: 7 }).map(({ kind }) => kind));
  deepEqual([...kinds].sort(), [...MARK_KINDS].sort());
});

law("Marks of the right form stay, in their order, a region once", [fc.array(mark)], (marks) => {
  deepEqual(
    parseDocument({ ...emptyDocument("en"), marks }, "es").marks.map(ordered),
    eachRegionOnce(marks).map(ordered),
  );
});

/** @param {Mark} each - whose fields may stand in any order */
function ordered(each) {
  return Object.fromEntries(Object.entries(each).sort(([one], [other]) => (one < other ? -1 : 1)));
}

const BROKEN = [
  { kind: "pencil", region: "knee_left" },
  { kind: "region", region: 7 },
  { kind: "brush", view: "top", path: [[0, 0]], size_cm: 4 },
  { kind: "brush", view: "back", path: [], size_cm: 4 },
  { kind: "brush", view: "back", path: [[0, 0, 0]], size_cm: 4 },
  { kind: "eraser", view: "back", path: [[0, NaN]], size_cm: 4 },
  { kind: "eraser", view: "back", path: [[0, 0]], size_cm: "4" },
  { view: "back", path: [[0, 0]], size_cm: 4 },
  null,
  [],
  "region",
];

law(
  "A mark of another form is left out, wherever it stands",
  [fc.array(mark), fc.constantFrom(...BROKEN), fc.nat(5)],
  (marks, broken, place) => {
    const others = [...marks.slice(0, place), broken, ...marks.slice(place)];
    const stored = { ...emptyDocument("en"), marks: others };
    deepEqual(parseDocument(stored, "en").marks.map(ordered), eachRegionOnce(marks).map(ordered));
  },
);

law("Whatever is stored, there is a document with every field", [fc.anything()], (stored) => {
  const fields = Object.keys(emptyDocument("en"));
  deepEqual(Object.keys(parseDocument(stored, "en")), fields);
  const document = { ...emptyDocument("en"), marks: stored, answers: stored, text: stored };
  const parsed = parseDocument({ ...document, pressed: stored, visited: stored }, "en");
  deepEqual(Object.keys(parsed), fields);
  equal(Array.isArray(parsed.marks), true);
  equal(typeof parsed.text, "string");
});

test("The only note of a document of version 1 becomes the private one", () => {
  const stored = { ...emptyDocument("es"), version: 1, note: "Weak on the left." };
  const parsed = parseDocument(stored, "en");
  deepEqual(parsed, { ...emptyDocument("es"), clinical_note: "Weak on the left." });
  equal(hasOldNote(stored), true);
  for (const other of [parsed, { ...stored, note: "" }, { ...stored, note: 7 }, null, []])
    equal(hasOldNote(other), false);
});

test("A document of a later version, or of another format, is not taken", () => {
  const own = { ...emptyDocument("es"), text: "It burns." };
  equal(parseDocument(own, "en").text, "It burns.");
  for (const other of [
    { version: 4 },
    { version: "2" },
    { version: 0 },
    { format: "referral-map" },
  ])
    deepEqual(parseDocument({ ...own, ...other }, "en"), emptyDocument("en"));
});

law("A mark mirrored twice is the mark itself", [mark], (one) => {
  const [taken] = parseDocument({ ...emptyDocument("en"), marks: [one] }, "en").marks;
  deepEqual(ordered(mirroredMark(mirroredMark(taken))), ordered(taken));
  deepEqual(ordered(taken), ordered(one));
});

test("Of a text only what can be shown is kept, with its line breaks", () => {
  equal(printable("a\u0000b\nc\td\u200be\ud800\uffff"), "ab\nc\td\u200be");
  equal(printable("It hurts here: señal 😀"), "It hurts here: señal 😀");
});

/** @type {(more?: object) => object} */
const old = (more = {}) => ({
  ...emptyDocument("es"),
  body: undefined,
  skin_tone: undefined,
  version: 2,
  text: "It burns.",
  ...more,
});
const knee = { kind: "region", region: "knee_left", intensity: 4, quality: null };
const dab = {
  kind: "brush",
  view: "back",
  path: [[60, 900]],
  size_cm: 4,
  intensity: null,
  quality: null,
};

test("Of a document of the earlier picture all is taken but its strokes, which wait", () => {
  const stored = old({ marks: [knee, dab, { ...knee, region: "knee_right" }], erasures: 2 });
  const parsed = parseDocument(stored, "en");
  deepEqual(parsed.marks, [knee, { ...knee, region: "knee_right" }]);
  equal(parsed.body, "man");
  equal(parsed.text, "It burns.");
  const file = JSON.parse(waitingFile(stored));
  deepEqual(file.marks, [knee, dab, { ...knee, region: "knee_right" }]);
  equal(file.version, 2);
  equal("erasures" in file, false);
});

test("Where no stroke waits there is no file, and where nothing is marked no body is chosen", () => {
  equal(waitingFile(old({ marks: [knee] })), "");
  equal(waitingFile(old()), "");
  equal(waitingFile({ ...emptyDocument("en"), marks: [{ ...dab, body: "man" }] }), "");
  equal(waitingFile(null), "");
  equal(parseDocument(old(), "en").body, null);
  equal(parseDocument(old({ marks: [knee] }), "en").body, "man");
});

test("A body or a tone that there is not is none", () => {
  const stored = { ...emptyDocument("en"), body: "child", skin_tone: "green", text: "It burns." };
  deepEqual(parseDocument(stored, "en"), { ...emptyDocument("en"), text: "It burns." });
  const own = { ...emptyDocument("en"), body: "woman", skin_tone: "dark" };
  deepEqual(parseDocument(own, "en"), own);
});

test("A stroke on no body is left out", () => {
  const stored = {
    ...emptyDocument("en"),
    marks: [dab, { ...dab, body: "child" }, { ...dab, body: "woman" }],
  };
  deepEqual(parseDocument(stored, "en").marks, [{ ...dab, body: "woman" }]);
});
