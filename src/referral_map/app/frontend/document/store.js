// The person's document: what they marked, answered, wrote, pressed and kept. The browser owns it, and all
// its windows show the same one (keeper.js).
import { LONGEST_TEXT } from "../lib/constants.js";
import * as storage from "./browser_storage.js";
import { parseDocument } from "./checked.js";
import { contentName, hasContent, isUnsaved } from "./content.js";
import { cutAt, localTime, printable } from "./document.js";
import { dispatch } from "./events.js";
import { erasures, forgetAll, make, record, saveSoon } from "./keeper.js";
import { changesBetween, mirroring, told } from "./marks.js";

export { on } from "./events.js";
export { foundFrom, setStrokesAside, start, storageTrouble, takeOldNote } from "./keeper.js";

/**
 * @import { MarkChanges, PersonRecord, SetField } from "../types/page.d.ts"
 * @import { Answer, Finding, Mark, PersonDocument, Side } from "../types/wire.d.ts"
 */

const own = {
  /**
   * What was erased in this window, which alone can bring it back until anything is forgotten again.
   * @type {{ record: PersonRecord, at: number } | null}
   */
  erased: null,
};

/** What this window erased last, and can bring back; null for nothing. */
function erased() {
  return own.erased?.at === erasures() ? own.erased.record : null;
}

/** The person's document now. */
export function current() {
  return record().document;
}

/** Counts how often another document took the place of this one. */
export function edition() {
  return record().edition;
}

/** What was written beyond the limit of the person's own words. */
export function rest() {
  return record().rest;
}

/** The document as it was on the earlier pictures, a file, while its strokes wait; "" when they do not. */
export function waitingStrokes() {
  return record().old;
}

/**
 * Put strokes that waited among the marks.
 * @param {string} file - that they were in
 * @param {readonly Mark[]} marks - all marks of that file, on the pictures of today
 */
export function takeCarried(file, marks) {
  make({ do: "carried", old: file, marks: [...marks] });
}

/** Whether something would be lost if the document were forgotten now. */
export function unsaved() {
  return isUnsaved(record());
}

/** Whether anybody marked, answered or wrote anything. */
export function isEmpty() {
  return !hasContent(current()) && rest() === "" && waitingStrokes() === "";
}

/**
 * Change the marks, as a step that can be undone.
 * @param {MarkChanges} changes
 * @param {string} [gesture] - changes of one gesture, such as dragging a slider, are one step
 */
export function changeMarks(changes, gesture) {
  make({ do: "marks", now: localTime(), gesture, ...told(current().marks, changes) });
}

/**
 * Set all marks, as a step that can be undone.
 * @param {readonly Mark[]} marks
 */
export function setMarks(marks) {
  changeMarks(changesBetween(current().marks, marks));
}

/**
 * Copy the marks of a side to the other. Returns how many took the place of another rating.
 * @param {Side} fromSide
 */
export function mirror(fromSide) {
  const { merged, ...changes } = mirroring(current().marks, fromSide);
  if (changes.add) changeMarks(changes);
  return merged;
}

/**
 * Set the date of the visit: it is the person's own.
 * @param {string | null} visited
 */
export function setVisited(visited) {
  make({ do: "visited", visited });
}

/** Whether there is a step to undo. */
export function canUndo() {
  return record().past.length > 0 || erased() !== null;
}

/** Whether there is a step to redo. */
export function canRedo() {
  return record().future.length > 0;
}

/** Undo the last step, whichever window made it; what was erased, only where it was erased. */
export function undo() {
  if (record().past.length) return make({ do: "undo" });
  const before = erased();
  if (!before) return;
  own.erased = null;
  const { language } = current();
  const { filed, old } = before;
  make({ do: "open", document: { ...before.document, language }, filed, old });
  if (before.rest) make({ do: "text", text: before.document.text, rest: before.rest });
}

/** Redo the step that was undone last. */
export function redo() {
  make({ do: "redo" });
}

/**
 * Set one answer, or several at once; undefined removes an answer.
 * @param {Readonly<Record<string, Answer | undefined>>} changes - by question
 */
export function answer(changes) {
  const answers = Object.fromEntries(
    Object.entries(changes).map(([question, given]) => [question, given ?? null]),
  );
  make({ do: "answers", answers });
}

/**
 * Say whether it also hurts in a region, as it was asked; undefined takes the answer back.
 * @param {string} region
 * @param {Answer | undefined} given
 */
export function alsoHurts(region, given) {
  make({ do: "also", region, answer: given ?? null });
}

/**
 * Record the finding of pressing a point; undefined removes it.
 * @param {string} point - `trigger_point:side`
 * @param {Finding | undefined} finding
 */
export function press(point, finding) {
  make({ do: "press", point, finding: finding ?? null });
}

/**
 * Keep a point for the handout, or remove it.
 * @param {string} point - `trigger_point:side`
 */
export function toggleKept(point) {
  make({ do: "keep", point, on: !current().kept.includes(point) });
}

/**
 * Set a field as a whole; of texts only what can be shown.
 * @template {Exclude<SetField, "text">} Field
 * @param {Field} field
 * @param {PersonDocument[Field]} value
 */
export function set(field, value) {
  make({ do: "set", fields: { [field]: typeof value === "string" ? printable(value) : value } });
}

/**
 * Set the person's own words. Beyond the limit they are read for danger, but stand in no file.
 * @param {string} written
 * @param {boolean} [pasted] - then they are a step that can be undone
 */
export function setText(written, pasted = false) {
  const [text, more] = cutAt(printable(written), LONGEST_TEXT);
  make({ do: "text", text, rest: more, pasted });
}

/**
 * Put another document in the place of this one, as after opening a file; a step that can be undone. The
 * language of the page stays.
 * @param {unknown} opened - of the right form, or with as much of it as there is
 */
export function open(opened) {
  const { language } = current();
  const document = { ...parseDocument(opened, language), language };
  make({ do: "open", document, filed: contentName(document) });
}

/** A name for what the document holds now. */
export function contentNow() {
  return contentName(current());
}

/**
 * Note what stands in a file.
 * @param {string} [content] - its name, as `contentNow` gave it when the file was made
 */
export function noteFiled(content = contentNow()) {
  make({ do: "filed", filed: content });
}

/** When the open document was begun, a day or a moment; "" where nothing is marked. */
export function beganOn() {
  return current().visited ?? "";
}

/** Erase everything, here, in the storage and in the other windows. In this window it can be undone. */
export function erase() {
  const before = record();
  if (!forgetAll()) return;
  if (hasContent(before.document) || before.rest || before.old)
    own.erased = { record: before, at: erasures() };
  dispatch("marks");
}

/** Begin with a new person: what was of the last one is forgotten everywhere, and nothing brings it back. */
export function newPerson() {
  own.erased = null;
  forgetAll();
}

/** Whether nothing is kept beyond the tab. */
export function isSharedComputer() {
  return storage.isSharedComputer();
}

/**
 * Say whether the computer is shared: then nothing is kept beyond the tab.
 * @param {boolean} shared
 */
export function setSharedComputer(shared) {
  storage.setSharedComputer(shared);
  saveSoon();
}

/** What was stored and could not be read, as it was; null for nothing. */
export function setAside() {
  return storage.whatIsSetAside();
}
