// The person's document: what they marked, answered, wrote, pressed and kept. The browser owns it.
//
// The document is kept in the browser's own storage, so that a reload, a
// lost connection or a server that ends loses nothing, and goes nowhere else but to the app.
import { bare, hasOldNote, localTime, printable, readable } from "./document.js";

const PLACE = "referral_map.document";
// How often everything was erased in this browser: a window that has not heard of the last time
// still holds what was erased, and must not write it again.
const ERASURES = "referral_map.erasures";
const MOST_STEPS = 100;

const stored = kept();
let oldNote = hasOldNote(stored);

const shared = {
  events: new EventTarget(),
  erasures: erasures(),
  document: readable(stored),
  past: [],
  future: [],
  keeping: 0,
};

// A page that is left at once has kept the last change, too.
addEventListener("pagehide", () => { if (shared.keeping) keep(); });

// Another window erased everything. One that was frozen meanwhile looks when it is back.
for (const name of ["storage", "pageshow", "focus", "visibilitychange"]) {
  addEventListener(name, () => lookForErasure() || kept());
}
// Where nothing may be stored, this alone tells the others.
const others = new BroadcastChannel(ERASURES);
others.onmessage = ({ data }) => forget(data);

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
  keepSoon();
  return true;
}

/** What was kept after an erasure, by its number; what a late window wrote besides is removed. */
function kept(last = erasures()) {
  try {
    const document = JSON.parse(localStorage.getItem(PLACE) ?? "null");
    if (!document || (document.erasures ?? 0) >= last) return document;
    // The news of an erasure may come before the storage shows it, and what has begun anew since.
    if (erasures() >= last) localStorage.removeItem(PLACE);
  } catch { /* nothing that can be read */ }
  return null;
}

/** Once for all changes of a moment, and after the page has shown them: it takes as long as drawing. */
function keepSoon() {
  shared.keeping ||= setTimeout(keep);
}

function keep() {
  clearTimeout(shared.keeping);
  shared.keeping = 0;
  if (lookForErasure()) return;
  try {
    localStorage.setItem(PLACE, JSON.stringify({ ...shared.document, erasures: shared.erasures || undefined }));
  } catch (error) {
    // Private windows may forbid it: then the document lives as long as the page.
    console.info("The marks cannot be kept in this browser:", error.message);
  }
}

function change(next, names) {
  shared.document = { ...shared.document, ...next };
  // On its way first: the server works on it while this page draws the change.
  shared.events.dispatchEvent(new Event("document"));
  for (const name of names) shared.events.dispatchEvent(new Event(name));
  keepSoon();
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
  return before.marks.length ? before.visited : before.visited ?? localTime();
}

/** Set the date of the visit: it is the person's own, and no undoing of marks changes it. */
export function setVisited(visited) {
  const dated = (each) => ({ ...each, visited });
  shared.past = shared.past.map(dated);
  shared.future = shared.future.map(dated);
  change({ visited }, ["visited"]);
}

/** Change the marks without a step of their own: a slider that is being dragged. */
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

/** Set one answer, or several at once; undefined takes an answer away. */
export function answer(given) {
  const answers = { ...shared.document.answers, ...given };
  for (const key of Object.keys(answers)) if (answers[key] === undefined) delete answers[key];
  change({ answers }, ["answers"]);
}

/** What pressing a point gave; undefined takes it back. */
export function press(point, finding) {
  const pressed = { ...shared.document.pressed };
  // Said anew it stands last: the steps are told in the order in which they were taken.
  delete pressed[point];
  if (finding) pressed[point] = finding;
  change({ pressed }, ["pressed"]);
}

/** Keep a point for the handout, or drop it. */
export function toggleKept(point) {
  const list = shared.document.kept;
  change({ kept: list.includes(point) ? list.filter((each) => each !== point) : [...list, point] }, ["kept"]);
}

/** Set `text`, `name`, `clinical_note`, `patient_note`, `language` or `weigh_common`. */
export function set(field, value) {
  const kept = typeof value === "string" ? printable(value) : value;
  if (shared.document[field] !== kept) change({ [field]: kept }, [field]);
}

/** Take over a whole document, as after opening a file. */
export function replace(document) {
  shared.past = [];
  shared.future = [];
  change({ ...bare(), ...readable(document) }, ["marks", "answers", "pressed", "kept", "text", "name", "clinical_note", "patient_note", "language", "replaced"]);
}

/** Forget everything, here, in the browser's storage and in its other windows; the language stays. */
export function erase() {
  takeOver(null);
  shared.erasures = Math.max(shared.erasures, erasures()) + 1;
  try {
    localStorage.removeItem(PLACE);
    localStorage.setItem(ERASURES, shared.erasures);
  } catch { /* nothing was kept there */ }
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
  takeOver(kept(last));
  shared.events.dispatchEvent(new Event("erased-elsewhere"));
}

/** Show a document that is kept as it is, or none. */
function takeOver(document) {
  replace(document ?? { ...bare(), language: shared.document.language });
  clearTimeout(shared.keeping);
  shared.keeping = 0;
}
