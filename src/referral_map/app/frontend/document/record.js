// The record that all windows of a browser share: the document, what was written beyond its limit, and
// what can be undone. Each change says what is meant, as plain data, so that two windows can each make one
// at the same moment and both come to the same record.
import { emptyDocument } from "./document.js";
import { alike, changedMarks, withCarried } from "./marks.js";

/** @import { Change, PersonRecord, UndoStep } from "../types/page.d.ts" */
/** @import { PersonDocument } from "../types/wire.d.ts" */

const MOST_STEPS = 100;

/**
 * A record of a document that nobody has changed yet.
 * @param {PersonDocument} document
 * @param {string} [rest] - what was written beyond the limit of its text
 * @returns {PersonRecord}
 */
export function newRecord(document, rest = "") {
  return { document, rest, old: "", past: [], future: [], edition: 0, filed: "" };
}

/**
 * How many steps can be undone and redone.
 * @param {PersonRecord} record
 */
export function stepsOf({ past, future }) {
  return past.length + future.length;
}

/**
 * What each kind of change does.
 * @type {{ [Kind in Change["do"]]:
 *   (record: PersonRecord, change: Extract<Change, { do: Kind }>) => PersonRecord }}
 */
const DOES = {
  marks: markedAnew,
  visited: (record, { visited }) => dated(record, visited),
  answers: (record, { answers }) =>
    withFields(record, { answers: withEntries(record.document.answers, answers) }),
  also: (record, { region, answer }) =>
    withFields(record, {
      also_hurts: withEntries(record.document.also_hurts, { [region]: answer }),
    }),
  press: (record, { point, finding }) => {
    // A point pressed again moves to the end: steps are listed in the order in which they were done.
    const others = withEntries(record.document.pressed, { [point]: null });
    return withFields(record, { pressed: withEntries(others, { [point]: finding }) });
  },
  keep: (record, { point, on }) =>
    withFields(record, { kept: withItem(record.document.kept, point, on) }),
  set: (record, { fields }) => withFields(record, fields),
  text: written,
  open: opened,
  carried,
  filed: (record, { filed }) => (record.filed === filed ? record : { ...record, filed }),
  undo: (record) => swapped(record, "past", "future"),
  redo: (record) => swapped(record, "future", "past"),
};

/**
 * The record after a change.
 * @param {PersonRecord} record
 * @param {Change} change
 * @returns {PersonRecord}
 */
export function changed(record, change) {
  // Another version of this page in another window may know more kinds.
  if (!Object.hasOwn(DOES, change.do)) return record;
  const does = /** @type {(record: PersonRecord, change: Change) => PersonRecord} */ (
    DOES[change.do]
  );
  return does(record, change);
}

/**
 * The record with some fields set; itself, where they are so already.
 * @param {PersonRecord} record
 * @param {Partial<PersonDocument>} fields
 * @returns {PersonRecord}
 */
function withFields(record, fields) {
  const names = /** @type {(keyof PersonDocument)[]} */ (Object.keys(fields));
  const isSame = names.every(
    (name) => JSON.stringify(fields[name]) === JSON.stringify(record.document[name]),
  );
  if (isSame) return record;
  return { ...record, document: { ...record.document, ...fields } };
}

/**
 * A step that can be undone: the fields as they were. All changes of one gesture are one step.
 * @param {PersonRecord} record
 * @param {UndoStep["before"]} before
 * @param {string} [gesture]
 * @returns {Pick<PersonRecord, "past" | "future">}
 */
function withStep({ past, rest, old }, before, gesture = "") {
  if (gesture && past.at(-1)?.gesture === gesture) return { past, future: [] };
  return { past: [...past, { before, rest, old, gesture }].slice(-MOST_STEPS), future: [] };
}

/**
 * The date of a visit is set when marking starts, and forgotten with the last mark; so is where else it was
 * asked whether it hurts.
 * @param {PersonRecord} record
 * @param {Extract<Change, { do: "marks" }>} change
 * @returns {PersonRecord}
 */
function markedAnew(record, change) {
  const { marks, visited, also_hurts: also } = record.document;
  const next = changedMarks(marks, change);
  if (next.length === marks.length && next.every((mark, at) => alike(mark, marks[at])))
    return record;
  const before = next.length ? { marks, visited } : { marks, visited, also_hurts: also };
  const steps = withStep(record, before, change.gesture);
  const begun = marks.length ? visited : (visited ?? change.now);
  const document = {
    ...record.document,
    marks: next,
    visited: next.length ? begun : null,
    also_hurts: next.length ? also : {},
  };
  return { ...record, ...steps, document };
}

/**
 * The date of the visit is the person's own, and no undoing of marks changes it.
 * @param {PersonRecord} record
 * @param {string | null} visited
 * @returns {PersonRecord}
 */
function dated(record, visited) {
  if (visited === record.document.visited) return record;
  const withDate = /** @type {Retold} */ (
    (before) => ("visited" in before ? { ...before, visited } : before)
  );
  return { ...record, ...retold(record, withDate) };
}

/**
 * What a document, or a part of it, is with something that was so all the time.
 * @typedef {<Part extends Partial<PersonDocument>>(before: Part) => Part} Retold
 */

/**
 * The document with something that was so all the time: no undoing changes it.
 * @param {PersonRecord} record
 * @param {Retold} tell
 * @returns {Pick<PersonRecord, "document" | "past" | "future">}
 */
function retold({ document, past, future }, tell) {
  /** @param {UndoStep} step */
  const ofAnother = ({ before }) => "format" in before;
  /** @param {readonly UndoStep[]} steps - only those since another document are of this one */
  const ofThis = (steps) => {
    const since = steps.findLastIndex(ofAnother) + 1;
    const own = steps.slice(since).map((step) => ({ ...step, before: tell(step.before) }));
    return [...steps.slice(0, since), ...own];
  };
  return { document: tell(document), past: ofThis(past), future: ofThis(future) };
}

/**
 * The strokes that waited stand among the marks where they were made.
 * @param {PersonRecord} record
 * @param {Extract<Change, { do: "carried" }>} change
 * @returns {PersonRecord}
 */
function carried(record, { old, marks }) {
  if (!old || record.old !== old) return record;
  const withStrokes = /** @type {Retold} */ (
    (before) => (before.marks ? { ...before, marks: withCarried(before.marks, marks) } : before)
  );
  return { ...record, ...retold(record, withStrokes), old: "" };
}

/**
 * The person's own words as they stand now; what was pasted is a step.
 * @param {PersonRecord} record
 * @param {Extract<Change, { do: "text" }>} change
 * @returns {PersonRecord}
 */
function written(record, { text, rest, pasted }) {
  const { document } = record;
  if (document.text === text && record.rest === rest) return record;
  const steps = pasted ? withStep(record, { text: document.text }) : {};
  return { ...record, ...steps, document: { ...document, text }, rest };
}

/**
 * Another document in the place of this one. It can be undone, so nothing is lost.
 * @param {PersonRecord} record
 * @param {Extract<Change, { do: "open" }>} change
 * @returns {PersonRecord}
 */
function opened(record, { document, filed, old = "" }) {
  return {
    ...record,
    ...withStep(record, record.document),
    document,
    rest: "",
    old,
    filed,
    edition: record.edition + 1,
  };
}

/**
 * Take the last step from one list, and put what it replaces on the other.
 * @param {PersonRecord} record
 * @param {"past" | "future"} from
 * @param {"past" | "future"} to
 * @returns {PersonRecord}
 */
function swapped(record, from, to) {
  const step = record[from].at(-1);
  if (!step) return record;
  const { document } = record;
  const fields = /** @type {(keyof PersonDocument)[]} */ (Object.keys(step.before));
  const before = Object.fromEntries(fields.map((field) => [field, document[field]]));
  const isWhole = "format" in before;
  return {
    ...record,
    [from]: record[from].slice(0, -1),
    [to]: [...record[to], { before, rest: record.rest, old: record.old, gesture: "" }],
    document: { ...document, ...step.before, ...(isWhole && { language: document.language }) },
    rest: "text" in before ? step.rest : record.rest,
    old: isWhole ? (step.old ?? "") : record.old,
    edition: record.edition + Number(isWhole),
  };
}

/**
 * A table with some entries set; null removes one.
 * @template Value
 * @param {Record<string, Value>} table
 * @param {Record<string, Value | null>} changes
 * @returns {Record<string, Value>}
 */
function withEntries(table, changes) {
  const entries = Object.entries({ ...table, ...changes });
  return Object.fromEntries(
    entries.flatMap(([key, value]) => (value === null ? [] : [[key, value]])),
  );
}

/**
 * @param {readonly string[]} list
 * @param {string} item
 * @param {boolean} on
 */
function withItem(list, item, on) {
  const others = list.filter((each) => each !== item);
  if (!on) return others;
  return list.includes(item) ? [...list] : [...list, item];
}

/**
 * An empty record in a language.
 * @param {string} language
 */
export function emptyRecord(language) {
  return newRecord(emptyDocument(language));
}
