// Keeps the person's record: in the browser's own storage, so that nothing is lost by a reload, a lost
// connection or a server that stops, and alike in all windows of the browser. It is sent nowhere but to the
// app. What can be done to it stands in store.js.
import * as storage from "./browser_storage.js";
import { hasContent } from "./content.js";
import { emptyDocument, firstLanguage } from "./document.js";
import { dispatch, tellChanges } from "./events.js";
import { forgetPages } from "./page_state.js";
import { emptyRecord } from "./record.js";
import { preview } from "./selection.js";
import { SharedRecord } from "./shared_record.js";
import { storedRecord } from "./stored.js";
import { isBetter, OtherWindows, windowName } from "./windows.js";

/** @import { Change, StorageTrouble, WindowMessage } from "../types/page.d.ts" */

/** How long news of other windows may be on its way. */
const PATIENCE_MS = 300;

const own = {
  erasures: 0,
  // Empty until `start`.
  shared: new SharedRecord(emptyRecord(""), ""),
  /** @type {OtherWindows | null} */
  others: null,
  saveTimer: 0,
  patience: 0,
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
    if (own.patience) takeStored();
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
 * What the storage holds; what is wrong with it is noted.
 * @param {string} language - of a document that names none
 */
function stored(language) {
  const found = storedRecord(language, own.erasures);
  own.oldNote ||= found.hasOldNote;
  own.trouble = found.trouble || own.trouble;
  return found;
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
  if (isForgotten() || isWaiting()) return;
  // Where nobody has done anything yet, nothing is kept.
  if (own.shared.clock === 0 && !hasContent(record().document)) return;
  const made = { clock: own.shared.clock, known: own.shared.names(), last: own.erasures };
  const trouble = storage.keepDocument(own.shared.record, made);
  // That something was set aside stays true while the rest can be kept.
  if (trouble || own.trouble === "full" || own.trouble === "forbidden") tellTrouble(trouble);
}

/**
 * Strokes of the earlier pictures that the server cannot read wait no more: they are kept apart.
 * @param {string} file - that they are in
 */
export function setStrokesAside(file) {
  if (record().old !== file) return;
  storage.setAside(file);
  make({ do: "carried", old: file, marks: [] });
  tellTrouble("damaged");
}

/** @param {StorageTrouble} trouble */
function tellTrouble(trouble) {
  if (trouble === own.trouble) return;
  own.trouble = trouble;
  dispatch("storage");
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
  tellChanges(before, after);
  if (before.edition !== after.edition) {
    own.foundFrom = "";
    // What was chosen goes with the pages; what is looked at is of the last document, too.
    forgetPages();
    preview(null);
    dispatch("replaced");
  }
  saveSoon();
}

/**
 * Make a change here and in the other windows. Not where everything was forgotten in the meantime.
 * @param {Change} change
 */
export function make(change) {
  if (isForgotten()) return;
  // It comes after what others did, even if this window has not heard of that yet.
  own.shared.clock = Math.max(own.shared.clock, storage.loadState().clock);
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

/** @param {Extract<WindowMessage, { kind: "record" }>} message */
function hearOfRecord(message) {
  const { record: told, clock, known } = message;
  const better = isBetter(own.shared, own.isBehind, message);
  if (own.shared.log.length === 0 && own.shared.clock === 0 && clock === 0)
    // Nobody has done anything yet but choose a language.
    own.shared.record = told;
  else if (own.shared.takeOver(told, clock, known, better) && better)
    own.isBehind &&= message.isBehind;
}

/** Tell a new window what this one knows. */
function introduce() {
  const { shared, isBehind, erasures: last } = own;
  const { clock, window } = shared;
  const known = shared.names();
  own.others?.tell({
    kind: "record",
    erasures: last,
    record: shared.record,
    clock,
    known,
    window,
    isBehind,
  });
}

/** Look for what other windows did while this one may have slept. */
function wake() {
  if (isForgotten()) return;
  storage.forgetLate();
  if (own.isShared !== storage.isSharedComputer()) {
    own.isShared = !own.isShared;
    saveSoon();
  }
  if (!isWaiting() && own.isBehind) own.others?.tell({ kind: "hello" });
}

/** Whether everything was forgotten elsewhere; then it is forgotten here. */
function isForgotten() {
  const last = storage.erasures();
  if (last > own.erasures) {
    forget(last);
    return true;
  }
  return false;
}

/**
 * Whether the storage holds what this window has not heard of. The news may be on its way; where none comes,
 * the window was deaf, and takes what is stored.
 */
function isWaiting() {
  const isAhead = storage.loadState().known.some((name) => !own.shared.known.has(name));
  if (isAhead) own.patience ||= setTimeout(takeStored, PATIENCE_MS);
  return isAhead;
}

function takeStored() {
  clearTimeout(own.patience);
  own.patience = 0;
  // What can be undone is in no storage: the windows that live know.
  const found = stored(own.shared.record.document.language);
  watch(() => {
    if (own.shared.takeOver(found.record, found.clock, found.known)) own.isBehind = true;
  });
  own.others?.tell({ kind: "hello" });
  saveSoon();
}

/**
 * Forget this person, here, in the storage and in the other windows: nothing brings anything back. Where it
 * was done elsewhere already, what has begun since stays. Returns whether it was done here.
 */
export function forgetAll() {
  if (isForgotten()) return false;
  const last = Math.max(own.erasures, storage.erasures()) + 1;
  storage.eraseAll(last);
  begin(last);
  own.others?.tell({ kind: "forgotten", erasures: last });
  return true;
}

/**
 * Another window forgot everything, and may have begun anew since.
 * @param {number} last - the number of the erasure
 */
function forget(last) {
  begin(last);
  if (own.isBehind) own.others?.tell({ kind: "hello" });
  dispatch("erased-elsewhere");
}

/**
 * Begin anew after everything was forgotten, with what was kept since; the language stays.
 * @param {number} last - the number of the erasure
 */
function begin(last) {
  const { language } = own.shared.record.document;
  const edition = own.shared.record.edition + 1;
  own.erasures = last;
  own.trouble = "";
  const found = stored(language);
  const { clock, known } = found;
  // Of what has begun anew since, the storage tells the marks, but not what can be undone.
  own.isBehind = clock > 0;
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
