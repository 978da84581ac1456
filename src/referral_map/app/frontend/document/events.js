// What the parts of a page are told of the document.

/** @import { DocumentEvent, PersonRecord } from "../types/page.d.ts" */

/** Fields whose name is an event. */
const FIELDS = /** @type {const} */ ([
  "marks",
  "visited",
  "answers",
  "also_hurts",
  "pressed",
  "kept",
  "text",
  "name",
  "clinical_note",
  "patient_note",
  "language",
  "body",
  "skin_tone",
  "weigh_common",
  "weigh_evidence",
]);

const events = new EventTarget();

/**
 * Call `listener` at each event of a name until `signal` aborts.
 * @param {DocumentEvent} name
 * @param {() => void} listener
 * @param {AbortSignal} [signal]
 */
export function on(name, listener, signal) {
  events.addEventListener(name, listener, { signal });
}

/**
 * Tell of an event.
 * @param {DocumentEvent} name
 */
export function dispatch(name) {
  events.dispatchEvent(new Event(name));
}

/**
 * Tell of what has changed from one record to the next; first of all that something has.
 * @param {PersonRecord} before
 * @param {PersonRecord} after
 */
export function tellChanges(before, after) {
  const changed = FIELDS.filter((field) => before.document[field] !== after.document[field]);
  // The server works on it while this page draws the change.
  dispatch("document");
  for (const name of changed) dispatch(name);
  if (before.rest !== after.rest && !changed.includes("text")) dispatch("text");
}
