// The server's reading of the person's document: asked for after each change, one request at a time.
//
// While a request is running, the latest document waits: however quickly somebody marks, the server
// never works on more than one reading for them, and the last answer is of the last document.
import { ask } from "./server.js";
import * as store from "./store.js";

/** @import { Reading } from "../types/wire.d.ts" */

const AGAIN_MS = 2000;

const shared = {
  events: new EventTarget(),
  /** @type {Reading | null} */
  reading: null,
  trouble: "",
  lost: false,
  asking: false,
  outdated: false,
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

async function refresh() {
  shared.outdated = shared.asking;
  if (shared.asking) return;
  shared.asking = true;
  const answer = await ask("reading");
  shared.reading = answer.reading ?? shared.reading;
  shared.trouble = answer.trouble ?? "";
  shared.lost = Boolean(answer.trouble && !answer.reading);
  // A request without an answer is sent again until there is one.
  if (answer.lost) setTimeout(retry, AGAIN_MS);
  else shared.asking = false;
  if (shared.outdated && !answer.lost) refresh();
  shared.events.dispatchEvent(new Event("reading"));
}

function retry() {
  shared.asking = false;
  refresh();
}

/** Ask for the first reading, and again after each change of the document. Called once, after `store.start`. */
export function start() {
  store.on("document", refresh);
  refresh();
}
