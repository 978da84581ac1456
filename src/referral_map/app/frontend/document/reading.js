// The server's reading of the person's document: asked for after each change, one request at a time.
//
// While a request is running, the latest document waits: however quickly somebody marks, the server
// never works on more than one reading for them, and the last answer is of the last document. Words that
// are being typed wait for a pause.
import { ask } from "./server.js";
import * as store from "./store.js";

/** @import { PersonDocument, Reading } from "../types/wire.d.ts" */

const AGAIN_MS = 2000;
const TYPING_MS = 400;
/** An answer that takes longer is said to be slow. */
const SLOW_MS = 6000;

const shared = {
  events: new EventTarget(),
  /** @type {Reading | null} */
  reading: null,
  trouble: "",
  lost: false,
  slow: false,
  asking: false,
  outdated: false,
  pause: 0,
  /** What was read last. */
  /** @type {PersonDocument | null} */
  document: null,
  rest: "",
};

/** The latest reading (app/browser_reading.py), null before the first. */
export function latest() {
  return shared.reading;
}

/** Why there is no reading of the document, in a sentence; "" when there is one. */
export function trouble() {
  return shared.trouble;
}

/** True when the server did not answer the last request. */
export function lost() {
  return shared.lost;
}

/** True while an answer takes long. */
export function slow() {
  return shared.slow;
}

/** True while the latest reading is of an earlier document than the one that is open. */
export function waiting() {
  return shared.asking;
}

/**
 * Call `listener` at each answer until `signal` aborts.
 * @param {() => void} listener
 * @param {AbortSignal} signal
 */
export function on(listener, signal) {
  shared.events.addEventListener("reading", listener, { signal });
}

function tell() {
  shared.events.dispatchEvent(new Event("reading"));
}

async function refresh() {
  clearTimeout(shared.pause);
  shared.outdated = shared.asking;
  if (shared.asking) return;
  shared.asking = true;
  const edition = store.edition();
  shared.document = store.current();
  shared.rest = store.rest();
  const timer = setTimeout(isSlow, SLOW_MS);
  const answer = await ask("reading");
  clearTimeout(timer);
  shared.slow = false;
  // Another document may be open by now: what was said of the last one is not said of it.
  if (edition === store.edition()) shared.reading = answer.reading ?? shared.reading;
  shared.trouble = answer.trouble ?? "";
  shared.lost = Boolean(answer.trouble && !answer.reading);
  // A request without an answer is sent again until there is one.
  if (answer.lost) setTimeout(retry, AGAIN_MS);
  else shared.asking = false;
  if (shared.outdated && !answer.lost) refresh();
  tell();
}

function isSlow() {
  shared.slow = true;
  tell();
}

function retry() {
  shared.asking = false;
  refresh();
}

/** What a reading looks at besides the person's words. */
const READ = /** @type {const} */ ([
  "marks",
  "answers",
  "also_hurts",
  "pressed",
  "weigh_common",
  "weigh_evidence",
  "language",
  "body",
]);

/** Ask at once, or after a pause in typing; names and notes are not read. */
function changed() {
  const [before, now] = [shared.document, store.current()];
  if (!before || READ.some((field) => before[field] !== now[field])) {
    refresh();
    return;
  }
  if (before.text === now.text && shared.rest === store.rest()) return;
  clearTimeout(shared.pause);
  shared.pause = setTimeout(refresh, TYPING_MS);
}

/** Of a person who was forgotten nothing is shown until there is a new answer. */
function forget() {
  if (store.isEmpty()) shared.reading = null;
}

/** Ask for the first reading, and again after each change of the document. Called once, after `store.start`. */
export function start() {
  store.on("document", changed);
  store.on("replaced", forget);
  refresh();
}
