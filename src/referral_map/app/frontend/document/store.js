// The person's document: what they marked, answered, wrote, pressed and kept. The browser owns it.
//
// The document is kept in the browser's own storage, so that nothing is lost by a reload, a lost
// connection or a server that stops. It is sent nowhere but to the app.
import {
  emptyDocument,
  firstLanguage,
  hasOldNote,
  localTime,
  printable,
  parseDocument,
} from "./document.js";

const STORAGE_KEY = "referral_map.document";
// How often everything was erased in this browser: a window that has not heard of the last time
// still holds what was erased, and must not write it again.
const ERASURES = "referral_map.erasures";
const MOST_STEPS = 100;

let oldNote = false;
let others = null;

const shared = {
  events: new EventTarget(),
  erasures: 0,
  document: null,
  past: [],
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

function erasures() {
  try {
    return Number(localStorage.getItem(ERASURES)) || 0;
  } catch {
    return 0;
  }
}

/** Whether the only note of an older document has become the private one; true once. */
export function takeOldNote() {
  if (!oldNote) return false;
  oldNote = false;
  saveSoon();
  return true;
}

/** What was kept after an erasure, by its number; what a late window wrote besides is removed. */
function loadDocument(last = erasures()) {
  try {
    const document = JSON.parse(localStorage.getItem(STORAGE_KEY) ?? "null");
    if (!document || (document.erasures ?? 0) >= last) return document;
    // The news of an erasure may come before the storage shows it, and what has begun anew since.
    if (erasures() >= last) localStorage.removeItem(STORAGE_KEY);
  } catch {
    /* nothing that can be read */
  }
  return null;
}

/** Save once for all changes of a moment, after the page has drawn them: saving takes as long as drawing. */
function saveSoon() {
  shared.saveTimer ||= setTimeout(save);
}

function save() {
  clearTimeout(shared.saveTimer);
  shared.saveTimer = 0;
  if (lookForErasure()) return;
  try {
    localStorage.setItem(
      STORAGE_KEY,
      JSON.stringify({ ...shared.document, erasures: shared.erasures || undefined }),
    );
  } catch (error) {
    // Private windows may forbid storage: then the document lasts as long as the page is open.
    console.info("The marks cannot be kept in this browser:", error.message);
  }
}

function change(next, names) {
  shared.document = { ...shared.document, ...next };
  // Send it first: the server works on it while this page draws the change.
  shared.events.dispatchEvent(new Event("document"));
  for (const name of names) shared.events.dispatchEvent(new Event(name));
  saveSoon();
}

export function current() {
  return shared.document;
}

/** Call `listener` at each "marks", "visited", "answers", "language" or "document" until `signal` aborts. */
export function on(name, listener, signal) {
  shared.events.addEventListener(name, listener, { signal });
}

export function setMarks(marks) {
  shared.past = [...shared.past, step()].slice(-MOST_STEPS);
  shared.future = [];
  change({ marks, visited: visitOf(marks) }, ["marks"]);
}

/** What is undone and redone: the marks, and the date of their visit. */
function step() {
  const { marks, visited } = shared.document;
  return { marks, visited };
}

/** The date of a visit is set when marking starts, and forgotten with the last mark. */
function visitOf(marks) {
  const before = shared.document;
  if (!marks.length) return before.marks.length ? null : before.visited;
  return before.marks.length ? before.visited : (before.visited ?? localTime());
}

/** Set the date of the visit: it is the person's own, and no undoing of marks changes it. */
export function setVisited(visited) {
  const dated = (each) => ({ ...each, visited });
  shared.past = shared.past.map(dated);
  shared.future = shared.future.map(dated);
  change({ visited }, ["visited"]);
}

/** Change the marks without an undo step, as while a slider is being dragged. */
export function adjustMarks(marks) {
  change({ marks }, ["marks"]);
}

export function canUndo() {
  return shared.past.length > 0;
}

export function canRedo() {
  return shared.future.length > 0;
}

export function undo() {
  if (!canUndo()) return;
  shared.future.push(step());
  change(shared.past.pop(), ["marks"]);
}

export function redo() {
  if (!canRedo()) return;
  shared.past.push(step());
  change(shared.future.pop(), ["marks"]);
}

/** Set one answer, or several at once; undefined removes an answer. */
export function answer(changes) {
  const answers = { ...shared.document.answers, ...changes };
  for (const key of Object.keys(answers)) if (answers[key] === undefined) delete answers[key];
  change({ answers }, ["answers"]);
}

/** Record the finding of pressing a point; undefined removes it. */
export function press(point, finding) {
  const pressed = { ...shared.document.pressed };
  // A point pressed again moves to the end: the steps are listed in the order in which they were done.
  delete pressed[point];
  if (finding) pressed[point] = finding;
  change({ pressed }, ["pressed"]);
}

/** Keep a point for the handout, or remove it. */
export function toggleKept(point) {
  const list = shared.document.kept;
  change(
    { kept: list.includes(point) ? list.filter((each) => each !== point) : [...list, point] },
    ["kept"],
  );
}

/** Set `text`, `name`, `clinical_note`, `patient_note`, `language` or `weigh_common`. */
export function set(field, value) {
  const kept = typeof value === "string" ? printable(value) : value;
  if (shared.document[field] !== kept) change({ [field]: kept }, [field]);
}

/** Replace the whole document, as after opening a file. */
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
  try {
    localStorage.removeItem(STORAGE_KEY);
    localStorage.setItem(ERASURES, shared.erasures);
  } catch {
    /* storage is forbidden, so nothing is stored */
  }
  others.postMessage(shared.erasures);
}

/** True when everything was erased elsewhere since this window last looked; then it is forgotten here. */
function lookForErasure() {
  const last = erasures();
  const erased = last > shared.erasures;
  if (erased) forget(last);
  return erased;
}

/** Another window erased everything, and may have begun anew since. */
function forget(last) {
  if (last === shared.erasures) return;
  shared.erasures = last;
  takeOver(loadDocument(last));
  shared.events.dispatchEvent(new Event("erased-elsewhere"));
}

/** Show a document that is kept as it is, or none. */
function takeOver(document) {
  replace(document ?? emptyDocument(shared.document.language));
  clearTimeout(shared.saveTimer);
  shared.saveTimer = 0;
}
