// Keeps the person's record: in the browser's own storage, so that nothing is lost by a reload, a lost
// connection or a server that stops, and alike in all windows of the browser. It is sent nowhere but to the
// app. What can be done to it stands in store.js.
import * as storage from "./browser_storage.js";
import { checked, hasOldNote, isNewer } from "./checked.js";
import { emptyDocument, firstLanguage } from "./document.js";
import { forgetPages } from "./page_state.js";
import { emptyRecord, hasContent, newRecord, stepsOf } from "./record.js";
import { SharedRecord } from "./shared_record.js";
import { OtherWindows, windowName } from "./windows.js";

/** @import { Change, DocumentEvent, StorageTrouble, WindowMessage } from "../types/page.d.ts" */

/** Fields whose name is an event. */
const FIELDS = /** @type {const} */ ([
  "marks",
  "visited",
  "answers",
  "pressed",
  "kept",
  "text",
  "name",
  "clinical_note",
  "patient_note",
  "language",
  "weigh_common",
]);

const own = {
  events: new EventTarget(),
  erasures: 0,
  // Empty until `start`.
  shared: new SharedRecord(emptyRecord(""), ""),
  /** @type {OtherWindows | null} */
  others: null,
  saveTimer: 0,
  isShared: false,
  /** Whether something was taken from the storage without hearing how it came about. */
  isBehind: false,
  oldNote: false,
  /** @type {StorageTrouble} */
  trouble: "",
  /** When the document that was found at the start was kept; "" where none was. */
  foundFrom: "",
};

/**
 * Take over the document of the last visit. Called once, before any part of the page is built.
 * @param {string[]} languages - codes of those the page can be read in
 */
export function start(languages) {
  own.erasures = storage.erasures();
  own.isShared = storage.isSharedComputer();
  const found = stored(firstLanguage(languages));
  own.shared = new SharedRecord(found.record, windowName(), found.clock, found.known);
  const { document } = found.record;
  own.foundFrom = hasContent(document) ? (document.visited ?? storage.loadState().at) : "";
  // Without this, the last change before leaving the page would be lost.
  addEventListener("pagehide", () => {
    if (own.saveTimer) save();
    storage.noteLeaving();
  });
  // One that was frozen in the meantime looks when it is back.
  for (const name of ["storage", "pageshow", "focus", "visibilitychange"])
    addEventListener(name, () => wake());
  own.others = new OtherWindows(hear);
  // Where nothing is stored, the other windows alone know.
  own.others.tell({ kind: "hello" });
}

/**
 * What the storage holds, as far as it can be read; what cannot is set aside.
 * @param {string} language
 */
function stored(language) {
  const found = storage.loadDocument(own.erasures);
  const { rest, filed, clock, known } = storage.loadState();
  const { document, whole } = checked(found.stored, language);
  own.oldNote ||= hasOldNote(found.stored);
  own.trouble = found.trouble || own.trouble;
  if (found.stored !== null && !whole) {
    storage.setAside(
      typeof found.stored === "string" ? found.stored : JSON.stringify(found.stored),
    );
    own.trouble = isNewer(found.stored) ? "newer" : "damaged";
  }
  return { record: { ...newRecord(document, rest), filed }, clock, known };
}

/** Whether the only note of an older document has become the private one; true once. */
export function takeOldNote() {
  if (!own.oldNote) return false;
  own.oldNote = false;
  saveSoon();
  return true;
}

/** Why what is marked is not kept, or not all that was kept is here; "" for neither. */
export function storageTrouble() {
  return own.trouble;
}

/** When the document was made that was found at the start, a day or a moment; "" for none. */
export function foundFrom() {
  return own.foundFrom;
}

/** How often everything was forgotten, as far as this window knows. */
export function erasures() {
  return own.erasures;
}

/** The record as it is now. */
export function record() {
  return own.shared.record;
}

/** Save once for all changes of a moment, after the page has drawn them: saving takes as long as drawing. */
export function saveSoon() {
  own.saveTimer ||= setTimeout(save);
}

function save() {
  clearTimeout(own.saveTimer);
  own.saveTimer = 0;
  if (!catchUp()) return;
  // Where nobody has done anything yet, nothing is kept.
  if (own.shared.clock === 0 && !hasContent(record().document)) return;
  const made = { clock: own.shared.clock, known: own.shared.names(), last: own.erasures };
  const trouble = storage.keepDocument(own.shared.record, made);
  // That something was set aside stays true while the rest can be kept.
  if (trouble || own.trouble === "full" || own.trouble === "forbidden") tellTrouble(trouble);
}

/** @param {StorageTrouble} trouble */
function tellTrouble(trouble) {
  if (trouble === own.trouble) return;
  own.trouble = trouble;
  dispatch("storage");
}

/**
 * Tell of an event.
 * @param {DocumentEvent} name
 */
export function dispatch(name) {
  own.events.dispatchEvent(new Event(name));
}

/**
 * Do something with the record, and tell what has changed.
 * @param {() => void} act
 */
function watch(act) {
  const before = own.shared.record;
  act();
  const after = own.shared.record;
  if (before === after) return;
  const changed = FIELDS.filter((field) => before.document[field] !== after.document[field]);
  const isText = before.rest !== after.rest && !changed.includes("text");
  // Send it first: the server works on it while this page draws the change.
  dispatch("document");
  for (const name of changed) dispatch(name);
  if (isText) dispatch("text");
  if (before.edition !== after.edition) {
    forgetPages();
    dispatch("replaced");
  }
  saveSoon();
}

/**
 * Make a change here and in the other windows. Not where everything was forgotten in the meantime.
 * @param {Change} change
 */
export function make(change) {
  if (!catchUp()) return;
  watch(() => {
    const stamped = own.shared.make(change);
    if (stamped) own.others?.tell({ kind: "change", erasures: own.erasures, stamped });
  });
}

/** @param {WindowMessage} message - of another window */
function hear(message) {
  if (message.kind === "hello") return introduce();
  if (message.erasures > own.erasures) forget(message.erasures);
  if (message.kind === "forgotten" || message.erasures < own.erasures) return;
  if (message.kind === "record") return watch(() => hearOfRecord(message));
  watch(() => own.shared.take(message.stamped));
  if (own.isBehind) own.others?.tell({ kind: "hello" });
}

/**
 * A window that is behind takes over what can be undone, and the order of the changes, from one that is not;
 * one that is new, or behind, also from one that knows of more steps.
 * @param {Extract<WindowMessage, { kind: "record" }>} message
 */
function hearOfRecord({ record: told, clock, known, isBehind }) {
  const isFuller = stepsOf(told) > stepsOf(record());
  const isNew = own.shared.log.length === 0;
  const isBetter = (isFuller && (isNew || own.isBehind)) || (own.isBehind && !isBehind);
  if (isNew && own.shared.clock === 0 && clock === 0)
    // Nobody has done anything yet but choose a language.
    own.shared.record = told;
  else if (own.shared.takeOver(told, clock, known, isBetter) && isBetter) own.isBehind = false;
}

/** Tell a new window what this one knows. */
function introduce() {
  const { shared, isBehind } = own;
  own.others?.tell({
    kind: "record",
    erasures: own.erasures,
    record: shared.record,
    clock: shared.clock,
    known: shared.names(),
    isBehind,
  });
}

/** Look for what other windows did while this one may have slept. */
function wake() {
  if (catchUp() && own.isBehind) own.others?.tell({ kind: "hello" });
}

/** Look in the storage for what other windows did; false when everything was forgotten elsewhere. */
function catchUp() {
  const last = storage.erasures();
  if (last > own.erasures) {
    forget(last);
    return false;
  }
  if (own.isShared !== storage.isSharedComputer()) {
    own.isShared = !own.isShared;
    saveSoon();
  }
  const { clock, known } = storage.loadState();
  const isNew = clock > own.shared.clock || known.some((name) => !own.shared.known.has(name));
  if (!isNew) return true;
  // What can be undone is in no storage: the windows that live know.
  const found = stored(own.shared.record.document.language).record;
  watch(() => own.shared.takeOver(found, clock, known));
  own.isBehind = true;
  own.others?.tell({ kind: "hello" });
  return true;
}

/**
 * Call `listener` at each event of a name until `signal` aborts.
 * @param {DocumentEvent} name
 * @param {() => void} listener
 * @param {AbortSignal} [signal]
 */
export function on(name, listener, signal) {
  own.events.addEventListener(name, listener, { signal });
}

/** Forget this person, here, in the storage and in the other windows: nothing brings anything back. */
export function forgetAll() {
  const last = Math.max(own.erasures, storage.erasures()) + 1;
  storage.eraseAll(last);
  begin(last);
  own.others?.tell({ kind: "forgotten", erasures: last });
}

/**
 * Another window forgot everything, and may have begun anew since.
 * @param {number} last - the number of the erasure
 */
function forget(last) {
  begin(last);
  dispatch("erased-elsewhere");
}

/**
 * Begin anew after everything was forgotten, with what was kept since; the language stays.
 * @param {number} last - the number of the erasure
 */
function begin(last) {
  const { language } = own.shared.record.document;
  const edition = own.shared.record.edition + 1;
  clearTimeout(own.saveTimer);
  own.saveTimer = 0;
  own.erasures = last;
  own.trouble = "";
  own.foundFrom = "";
  const found = stored(language);
  const { clock, known } = found;
  const document = clock ? found.record.document : emptyDocument(language);
  watch(() => {
    const next = { ...found.record, document, edition };
    own.shared = new SharedRecord(next, own.shared.window, clock, known);
  });
  // Where nothing has begun anew, nothing is kept.
  clearTimeout(own.saveTimer);
  own.saveTimer = 0;
  dispatch("storage");
}
