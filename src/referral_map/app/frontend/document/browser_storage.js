// The browser's own storage: the person's document, and how often everything was forgotten.
//
// Storage can be forbidden, full or damaged: each function says so and throws nothing. On a shared computer
// nothing is kept beyond the tab, so a document is kept in the storage of the tab.
import { localTime } from "./document.js";
import { isTable } from "./upgraded.js";

/** @import { KeptState, PersonRecord, StorageTrouble } from "../types/page.d.ts" */

const DOCUMENT = "referral_map.document";
const STATE = "referral_map.state";
const SET_ASIDE = "referral_map.set_aside";
const SHARED = "referral_map.shared_computer";
const LEFT = "referral_map.left";
const ERASURES = "referral_map.erasures";
/** Everything that may hold a word of the person. */
const PERSONAL = [DOCUMENT, STATE, SET_ASIDE, LEFT];

/** A tab of a shared computer that was closed for longer is not opened again with what it held. */
const LONGEST_RELOAD_MS = 30_000;

/** The number of an erasure for which there was no room yet. */
const unwritten = { erasure: 0 };

/**
 * What storage answers, or `otherwise` where it may not be asked.
 * @template Answer
 * @param {() => Answer} ask
 * @param {Answer} otherwise
 */
function asked(ask, otherwise) {
  try {
    return ask();
  } catch {
    return otherwise;
  }
}

/** Whether nothing may be kept beyond the tab. */
export function isSharedComputer() {
  return asked(() => localStorage.getItem(SHARED) === "yes", false);
}

/** The storage that holds the document. */
function place() {
  return isSharedComputer() ? sessionStorage : localStorage;
}

/**
 * Say whether the computer is shared, and take what is kept to where it belongs then.
 * @param {boolean} shared
 */
export function setSharedComputer(shared) {
  asked(() => {
    const [from, to] = shared ? [localStorage, sessionStorage] : [sessionStorage, localStorage];
    for (const key of PERSONAL) {
      const text = from.getItem(key);
      from.removeItem(key);
      if (text !== null) to.setItem(key, text);
    }
    if (shared) localStorage.setItem(SHARED, "yes");
    else localStorage.removeItem(SHARED);
  }, undefined);
}

/** How often everything was forgotten in this browser: a window that has not heard of the last time
 * still holds what was forgotten, and must not write it again. */
export function erasures() {
  return asked(() => Number(localStorage.getItem(ERASURES)) || 0, 0);
}

/**
 * The stored document, null for none, and whether it could be read.
 * @param {number} last - the last erasure: what a late window wrote from before it is not taken
 * @returns {{ stored: unknown, trouble: StorageTrouble }}
 */
export function loadDocument(last = erasures()) {
  let text;
  try {
    forgetClosedTab();
    text = place().getItem(DOCUMENT);
  } catch {
    return { stored: null, trouble: "forbidden" };
  }
  if (text === null) return { stored: null, trouble: "" };
  try {
    const stored = JSON.parse(text);
    return { stored: isOfLastPerson(stored, last) ? null : stored, trouble: "" };
  } catch {
    return { stored: text, trouble: "damaged" };
  }
}

/**
 * Whether something was kept before the last erasure.
 * @param {unknown} stored
 * @param {number} last - the number of the erasure
 */
function isOfLastPerson(stored, last) {
  const made = isTable(stored) ? (stored.erasures ?? 0) : 0;
  return typeof made === "number" && made < last;
}

/**
 * Remove what a late window wrote of the person who was forgotten. The news of an erasure may come before the
 * storage shows it, and what has begun anew since: then nothing is removed yet.
 */
export function forgetLate() {
  const last = erasures();
  // Where nothing was erased, nothing is read for nothing at each change of another window.
  if (last === 0) return;
  for (const key of [DOCUMENT, STATE])
    asked(() => {
      const text = place().getItem(key);
      if (text !== null && isOfLastPerson(JSON.parse(text), last)) place().removeItem(key);
    }, undefined);
}

/**
 * What is kept beside the document.
 * @param {number} [last] - the number of the last erasure
 * @returns {KeptState}
 */
export function loadState(last = erasures()) {
  const none = { clock: 0, known: [], rest: "", old: "", filed: "", at: "" };
  const state = asked(() => JSON.parse(place().getItem(STATE) ?? "null"), null);
  if (!isTable(state) || isOfLastPerson(state, last)) return none;
  const { clock, known, rest, old, filed, at } = state;
  return {
    clock: Number.isSafeInteger(clock) ? Number(clock) : 0,
    known: Array.isArray(known) ? known.filter((each) => typeof each === "string") : [],
    rest: typeof rest === "string" ? rest : "",
    old: typeof old === "string" ? old : "",
    filed: typeof filed === "string" ? filed : "",
    at: typeof at === "string" ? at : "",
  };
}

/**
 * Keep a document, with the number of the last erasure before it.
 * @param {PersonRecord} record
 * @param {{ clock: number, known: string[], last: number }} made
 * @returns {StorageTrouble}
 */
export function keepDocument({ document, rest, old, filed }, { last, ...made }) {
  try {
    const kept = place();
    if (last > 0 && last === unwritten.erasure) noteErasure(last);
    const after = { erasures: last || undefined };
    kept.setItem(DOCUMENT, JSON.stringify({ ...document, ...after }));
    kept.setItem(STATE, JSON.stringify({ ...made, rest, old, filed, at: localTime(), ...after }));
    return "";
  } catch (error) {
    // The document lasts as long as the page is open.
    console.info("The marks cannot be kept in this browser:", String(error));
    return error instanceof DOMException && error.name === "QuotaExceededError"
      ? "full"
      : "forbidden";
  }
}

/**
 * Keep a text that cannot be read apart, so that it is not lost.
 * @param {string} text
 */
export function setAside(text) {
  asked(() => place().setItem(SET_ASIDE, text), undefined);
}

/** What was set aside, null for nothing. */
export function whatIsSetAside() {
  return asked(() => place().getItem(SET_ASIDE), null);
}

/**
 * Remove everything personal, and note the number of the erasure.
 * @param {number} number
 */
export function eraseAll(number) {
  asked(forgetPersonal, undefined);
  unwritten.erasure = number;
  asked(() => noteErasure(number), undefined);
}

/** @param {number} number */
function noteErasure(number) {
  localStorage.setItem(ERASURES, String(number));
  unwritten.erasure = 0;
}

function forgetPersonal() {
  for (const key of PERSONAL) {
    localStorage.removeItem(key);
    sessionStorage.removeItem(key);
  }
}

/** Note when a tab of a shared computer was left: it may only be loading again. */
export function noteLeaving() {
  if (isSharedComputer()) asked(() => sessionStorage.setItem(LEFT, String(Date.now())), undefined);
}

/** A browser can open a closed tab again, with its storage. */
function forgetClosedTab() {
  if (!isSharedComputer()) return;
  const left = sessionStorage.getItem(LEFT);
  if (left !== null && Date.now() - Number(left) > LONGEST_RELOAD_MS) forgetPersonal();
  sessionStorage.removeItem(LEFT);
}
