// What the server says of the person's document: asked for after each change, one question at a time.
//
// While a question is on its way the latest document waits for its answer: however quickly somebody
// marks, the server never works on more than one reading for them, and the last one is the last.
import { ask } from "./server.js";
import * as store from "./store.js";

const AGAIN_MS = 2000;

const shared = { events: new EventTarget(), reading: null, trouble: "", lost: false, asking: false, old: false };

/** The last reading (app/browser_reading.py), null before the first. */
export function reading() {
  return shared.reading;
}

/** Why there is no reading of the document, in a sentence; "" when there is one. */
export function trouble() {
  return shared.trouble;
}

/** True when the server did not answer the last question. */
export function lost() {
  return shared.lost;
}

/** True while the last reading is of an earlier document than the one that is open. */
export function waiting() {
  return shared.asking;
}

/** Call `listener` at each answer until `signal` aborts. */
export function on(listener, signal) {
  shared.events.addEventListener("said", listener, { signal });
}

async function askAnew() {
  shared.old = shared.asking;
  if (shared.asking) return;
  shared.asking = true;
  const answer = await ask("reading");
  shared.reading = answer.reading ?? shared.reading;
  shared.trouble = answer.trouble ?? "";
  shared.lost = Boolean(answer.trouble && !answer.reading);
  // What was not answered is asked again until it is.
  if (answer.lost) setTimeout(again, AGAIN_MS);
  else shared.asking = false;
  if (shared.old && !answer.lost) askAnew();
  shared.events.dispatchEvent(new Event("said"));
}

function again() {
  shared.asking = false;
  askAnew();
}

store.on("document", askAnew);
askAnew();
