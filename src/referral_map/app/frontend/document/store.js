// The person's document: what they marked, answered, wrote, pressed and kept. The browser owns it.
//
// The document is kept in the browser's own storage, so that nothing is lost by a reload, a lost
// connection or a server that stops. It is sent nowhere but to the app.
import {
  ERASURES,
  eraseDocument,
  erasures,
  keepDocument,
  loadDocument,
} from "./browser_storage.js";
import {
  emptyDocument,
  firstLanguage,
  hasOldNote,
  localTime,
  printable,
  parseDocument,
} from "./document.js";

/** @import { DocumentEvent, SetField, UndoStep } from "../types/page.d.ts" */
/** @import { Answer, Finding, Mark, PersonDocument } from "../types/wire.d.ts" */

const MOST_STEPS = 100;

let oldNote = false;
/** @type {BroadcastChannel | null} */
let others = null;

const shared = {
  events: new EventTarget(),
  erasures: 0,
  // Empty until `start`.
  document: emptyDocument(""),
  /** @type {UndoStep[]} */
  past: [],
  /** @type {UndoStep[]} */
  future: [],
  saveTimer: 0,
};

/**
 * Take over the document of the last visit. Called once, before any part of the page is built.
 * @param {string[]} languages - codes of those the page can be read in
 */
export function start(languages) {
  const stored = loadDocument();
  oldNote = hasOldNote(stored);
  shared.erasures = erasures();
  shared.document = parseDocument(stored, firstLanguage(languages));
  // Without this, the last change before leaving the page would be lost.
  addEventListener("pagehide", () => {
    if (shared.saveTimer) save();
  });
  // Another window erased everything. One that was frozen in the meantime looks when it is back.
  for (const name of ["storage", "pageshow", "focus", "visibilitychange"]) {
    addEventListener(name, () => lookForErasure() || loadDocument());
  }
  // Where nothing may be stored, this alone tells the other windows.
  others = new BroadcastChannel(ERASURES);
  others.onmessage = ({ data }) => forget(data);
}

/** Whether the only note of an older document has become the private one; true once. */
export function takeOldNote() {
  if (!oldNote) return false;
  oldNote = false;
  saveSoon();
  return true;
}

/** Save once for all changes of a moment, after the page has drawn them: saving takes as long as drawing. */
function saveSoon() {
  shared.saveTimer ||= setTimeout(save);
}

function save() {
  clearTimeout(shared.saveTimer);
  shared.saveTimer = 0;
  if (!lookForErasure()) keepDocument(shared.document, shared.erasures);
}

/**
 * @param {Partial<PersonDocument>} next
 * @param {readonly DocumentEvent[]} names - of what changes besides "document"
 */
function change(next, names) {
  shared.document = { ...shared.document, ...next };
  // Send it first: the server works on it while this page draws the change.
  shared.events.dispatchEvent(new Event("document"));
  for (const name of names) shared.events.dispatchEvent(new Event(name));
  saveSoon();
}

/** The person's document now. */
export function current() {
  return shared.document;
}

/**
 * Call `listener` at each event of a name until `signal` aborts.
 * @param {DocumentEvent} name
 * @param {() => void} listener
 * @param {AbortSignal} [signal]
 */
export function on(name, listener, signal) {
  shared.events.addEventListener(name, listener, { signal });
}

/**
 * Set the marks, as a step that can be undone.
 * @param {Mark[]} marks
 */
export function setMarks(marks) {
  shared.past = [...shared.past, step()].slice(-MOST_STEPS);
  shared.future = [];
  change({ marks, visited: visitOf(marks) }, ["marks"]);
}

/** @returns {UndoStep} */
function step() {
  const { marks, visited } = shared.document;
  return { marks, visited };
}

/**
 * The date of a visit is set when marking starts, and forgotten with the last mark.
 * @param {readonly Mark[]} marks
 */
function visitOf(marks) {
  const before = shared.document;
  if (!marks.length) return before.marks.length ? null : before.visited;
  return before.marks.length ? before.visited : (before.visited ?? localTime());
}

/**
 * Set the date of the visit: it is the person's own, and no undoing of marks changes it.
 * @param {string | null} visited
 */
export function setVisited(visited) {
  /** @param {UndoStep} each */
  const dated = (each) => ({ ...each, visited });
  shared.past = shared.past.map(dated);
  shared.future = shared.future.map(dated);
  change({ visited }, ["visited"]);
}

/**
 * Change the marks without an undo step, as while a slider is being dragged.
 * @param {Mark[]} marks
 */
export function adjustMarks(marks) {
  change({ marks }, ["marks"]);
}

/** Whether there is a step to undo. */
export function canUndo() {
  return shared.past.length > 0;
}

/** Whether there is a step to redo. */
export function canRedo() {
  return shared.future.length > 0;
}

/** Undo the last step of the marks. */
export function undo() {
  const before = shared.past.pop();
  if (!before) return;
  shared.future.push(step());
  change(before, ["marks"]);
}

/** Redo the step that was undone last. */
export function redo() {
  const after = shared.future.pop();
  if (!after) return;
  shared.past.push(step());
  change(after, ["marks"]);
}

/**
 * Set one answer, or several at once; undefined removes an answer.
 * @param {Readonly<Record<string, Answer | undefined>>} changes - by question
 */
export function answer(changes) {
  const answers = { ...shared.document.answers };
  for (const [question, given] of Object.entries(changes)) {
    if (given === undefined) delete answers[question];
    else answers[question] = given;
  }
  change({ answers }, ["answers"]);
}

/**
 * Record the finding of pressing a point; undefined removes it.
 * @param {string} point - `trigger_point:side`
 * @param {Finding | undefined} finding
 */
export function press(point, finding) {
  const pressed = { ...shared.document.pressed };
  // A point pressed again moves to the end: the steps are listed in the order in which they were done.
  delete pressed[point];
  if (finding) pressed[point] = finding;
  change({ pressed }, ["pressed"]);
}

/**
 * Keep a point for the handout, or remove it.
 * @param {string} point - `trigger_point:side`
 */
export function toggleKept(point) {
  const list = shared.document.kept;
  change(
    { kept: list.includes(point) ? list.filter((each) => each !== point) : [...list, point] },
    ["kept"],
  );
}

/**
 * Set a field as a whole; of texts only what can be shown.
 * @template {SetField} Field
 * @param {Field} field
 * @param {PersonDocument[Field]} value
 */
export function set(field, value) {
  const kept = typeof value === "string" ? printable(value) : value;
  if (shared.document[field] !== kept) change({ [field]: kept }, [field]);
}

/**
 * Replace the whole document, as after opening a file.
 * @param {unknown} document - of the right form, or with as much of it as there is
 */
export function replace(document) {
  shared.past = [];
  shared.future = [];
  change(parseDocument(document, shared.document.language), [
    "marks",
    "answers",
    "pressed",
    "kept",
    "text",
    "name",
    "clinical_note",
    "patient_note",
    "language",
    "replaced",
  ]);
}

/** Forget everything, here, in the browser's storage and in its other windows; the language stays. */
export function erase() {
  takeOver(null);
  shared.erasures = Math.max(shared.erasures, erasures()) + 1;
  eraseDocument(shared.erasures);
  others?.postMessage(shared.erasures);
}

/** True when everything was erased elsewhere since this window last looked; then it is forgotten here. */
function lookForErasure() {
  const last = erasures();
  const erased = last > shared.erasures;
  if (erased) forget(last);
  return erased;
}

/**
 * Another window erased everything, and may have begun anew since.
 * @param {number} last - the number of the erasure
 */
function forget(last) {
  if (last === shared.erasures) return;
  shared.erasures = last;
  takeOver(loadDocument(last));
  shared.events.dispatchEvent(new Event("erased-elsewhere"));
}

/**
 * Show a document that is kept as it is, or none.
 * @param {unknown} document
 */
function takeOver(document) {
  replace(document ?? emptyDocument(shared.document.language));
  clearTimeout(shared.saveTimer);
  shared.saveTimer = 0;
}
