// Strokes that were painted on the pictures of an earlier version: the server carries them over to those of
// today. While it does not answer they are kept aside, and asked for again.
import { base64Of } from "../lib/base64.js";
import { ask } from "./server.js";
import * as store from "./store.js";

const AGAIN_MS = 5000;

const own = {
  events: new EventTarget(),
  isAsking: false,
  isLost: false,
};

/** Whether strokes wait for a server that does not answer. */
export function waits() {
  return own.isLost && store.waitingStrokes() !== "";
}

/**
 * Call `listener` when strokes begin or end to wait, until `signal` aborts.
 * @param {() => void} listener
 * @param {AbortSignal} signal
 */
export function on(listener, signal) {
  own.events.addEventListener("waits", listener, { signal });
}

/** Follow the document, which may come with such strokes. Called once, after `store.start`. */
export function start() {
  for (const name of /** @type {const} */ (["document", "replaced"])) store.on(name, carry);
  carry();
}

async function carry() {
  const file = store.waitingStrokes();
  if (!file || own.isAsking) return;
  own.isAsking = true;
  const { session, lost } = await ask("open", { file: base64Of(new TextEncoder().encode(file)) });
  own.isAsking = false;
  own.isLost = Boolean(lost);
  if (session) store.takeCarried(file, session.marks);
  else if (!lost) store.setStrokesAside(file);
  if (lost) setTimeout(carry, AGAIN_MS);
  // Another document may be open by now, with strokes of its own.
  else carry();
  own.events.dispatchEvent(new Event("waits"));
}
