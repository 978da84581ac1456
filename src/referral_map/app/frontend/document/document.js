// The form of the person's document, the same as a saved file (docs/session_format.md).
import {
  MEASURED_BODY,
  QUALITIES,
  SESSION_FORMAT,
  SESSION_VERSION,
  UNPRINTABLE,
} from "../lib/constants.js";

/** @import { PersonDocument } from "../types/wire.d.ts" */

export { QUALITIES };

/**
 * The body in use.
 * @param {Pick<PersonDocument, "body">} document
 */
export function shownBody({ body }) {
  return body ?? MEASURED_BODY;
}

// They come with pasted text.
const EVERY_UNPRINTABLE = new RegExp(UNPRINTABLE, "gu");

/**
 * A text without the characters that cannot be shown.
 * @param {string} text
 */
export function printable(text) {
  return text.replace(EVERY_UNPRINTABLE, "");
}

/**
 * The first letters of a text, and the others: no letter is cut in two.
 * @param {string} text
 * @param {number} most - letters, as Python counts them
 * @returns {[string, string]}
 */
export function cutAt(text, most) {
  if (text.length <= most) return [text, ""];
  const first = [...text].slice(0, most).join("");
  return [first, text.slice(first.length)];
}

/** A moment on the person's own clock, such as 2026-11-03T09:15:00+13:00. */
export function localTime(moment = new Date()) {
  const east = -moment.getTimezoneOffset();
  /** @param {number} number */
  const two = (number) => String(number).padStart(2, "0");
  const clock = new Date(moment.getTime() + east * 60_000).toISOString().slice(0, 19);
  return `${clock}${east < 0 ? "-" : "+"}${two(Math.floor(Math.abs(east) / 60))}:${two(Math.abs(east) % 60)}`;
}

/**
 * An empty document.
 * @param {string} language - its code
 * @returns {PersonDocument}
 */
export function emptyDocument(language) {
  return {
    format: SESSION_FORMAT,
    version: SESSION_VERSION,
    visited: null,
    language,
    body: null,
    skin_tone: "medium",
    weigh_common: true,
    weigh_evidence: true,
    marks: [],
    answers: {},
    also_hurts: {},
    text: "",
    pressed: {},
    kept: [],
    name: "",
    clinical_note: "",
    patient_note: "",
  };
}

/**
 * The language that the browser would rather have than others, of those there are; else the first.
 * @param {string[]} codes - of the languages there are
 * @param {readonly string[]} wanted - as the browser names them, such as "es-MX", the dearest first
 */
export function firstLanguage(codes, wanted = navigator.languages) {
  const asked = wanted.map((each) => each.toLowerCase().split("-")[0]);
  return asked.find((code) => codes.includes(code)) ?? codes[0];
}
