// What a document holds of the person: whether it is anything, and whether it would be lost.
import { isTable } from "./upgraded.js";

/** @import { PersonRecord } from "../types/page.d.ts" */
/** @import { PersonDocument } from "../types/wire.d.ts" */

/** What is marked, answered, written, pressed and kept: the rest of a document are settings. */
const CONTENT = /** @type {const} */ ([
  "marks",
  "answers",
  "also_hurts",
  "text",
  "pressed",
  "kept",
  "name",
  "clinical_note",
  "patient_note",
]);

/**
 * Whether anybody marked, answered or wrote anything.
 * @param {PersonDocument} document
 */
export function hasContent(document) {
  return CONTENT.some((field) => Object.keys(document[field]).length > 0);
}

/**
 * Tables by the names of their entries, so that equal ones read alike.
 * @param {string} _key
 * @param {unknown} value
 */
function sorted(_key, value) {
  if (!isTable(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1)));
}

/**
 * A short name for what a document holds: another content has another one.
 * @param {PersonDocument} document
 */
export function contentName(document) {
  const content = [document.visited, ...CONTENT.map((field) => document[field])];
  const text = JSON.stringify(content, sorted);
  let [low, high] = [0x811c9dc5, 0x1505];
  for (let at = 0; at < text.length; at += 1) {
    low = Math.imul(low ^ text.charCodeAt(at), 0x01000193);
    high = Math.imul(high, 33) ^ text.charCodeAt(at);
  }
  return `${(low >>> 0).toString(36)}-${(high >>> 0).toString(36)}`;
}

/**
 * Whether something would be lost if the document were forgotten now: it is in no file.
 * @param {PersonRecord} record
 */
export function isUnsaved({ document, rest, old, filed }) {
  return (hasContent(document) && contentName(document) !== filed) || rest !== "" || old !== "";
}
