// The form of the person's document, the same as a saved file (docs/session_format.md).
import {
  MARK_KINDS,
  MIRRORED_VIEW,
  QUALITIES,
  SESSION_FORMAT,
  SESSION_VERSION,
  UNPRINTABLE,
} from "../lib/constants.js";
import { mirrored } from "./sides.js";

/** @import { Mark, PersonDocument, RegionMark, Side } from "../types/wire.d.ts" */

export { QUALITIES };

const LISTS = /** @type {const} */ (["marks", "kept"]);
const WORDS = /** @type {const} */ (["text", "name", "clinical_note", "patient_note", "language"]);

// They come with pasted text.
const EVERY_UNPRINTABLE = new RegExp(UNPRINTABLE, "gu");

/**
 * A text without the characters that cannot be shown.
 * @param {string} text
 */
export function printable(text) {
  return text.replace(EVERY_UNPRINTABLE, "");
}

// The date of a drawing: a day, or a moment with its time zone.
const VISITED = /^\d{4}-\d\d-\d\d(T\d\d:\d\d:\d\d(\.\d{1,6})?(Z|[+-]\d\d:\d\d))?$/;

/**
 * @param {unknown} value
 * @returns {value is string}
 */
function isDate(value) {
  return typeof value === "string" && VISITED.test(value);
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
    weigh_common: true,
    marks: [],
    answers: {},
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

/**
 * A document in the form of today, null for anything else. Of one of version 1 the only note counts as
 * the private one.
 * @param {unknown} stored
 */
function upgraded(stored) {
  if (!isTable(stored) || stored.format !== SESSION_FORMAT) return null;
  if (stored.version === 1) return { ...stored, clinical_note: stored.note, patient_note: "" };
  return stored.version === SESSION_VERSION ? stored : null;
}

/**
 * Whether a document is of version 1 and has a note, which becomes the private one.
 * @param {unknown} kept
 */
export function hasOldNote(kept) {
  return (
    isTable(kept) &&
    kept.format === SESSION_FORMAT &&
    kept.version === 1 &&
    typeof kept.note === "string" &&
    kept.note !== ""
  );
}

/**
 * A stored document, as far as it has the right form; the server checks it more closely.
 * @param {unknown} stored
 * @param {string} language - of a document that names none
 */
export function parseDocument(stored, language) {
  const document = emptyDocument(language);
  const kept = upgraded(stored);
  if (!kept) return document;
  const { answers, pressed } = kept;
  if (isTable(answers)) document.answers = /** @type {PersonDocument["answers"]} */ (answers);
  if (isTable(pressed)) document.pressed = /** @type {PersonDocument["pressed"]} */ (pressed);
  for (const key of LISTS) if (Array.isArray(kept[key])) document[key] = kept[key];
  for (const key of WORDS) if (typeof kept[key] === "string") document[key] = kept[key];
  if (isDate(kept.visited)) document.visited = kept.visited;
  if (typeof kept.weigh_common === "boolean") document.weigh_common = kept.weigh_common;
  document.marks = document.marks.filter(isMark);
  return document;
}

/**
 * Whether a value has fields by name.
 * @param {unknown} value
 * @returns {value is Record<string, unknown>}
 */
function isTable(value) {
  return value !== null && typeof value === "object" && !Array.isArray(value);
}

/**
 * Whether a value has the form of a mark.
 * @param {unknown} mark
 * @returns {mark is Mark}
 */
function isMark(mark) {
  if (!isTable(mark) || !MARK_KINDS.some((kind) => kind === mark.kind)) return false;
  return mark.kind === "region" ? typeof mark.region === "string" : isStroke(mark);
}

/** @param {Record<string, unknown>} mark */
function isStroke({ view, path, size_cm: size }) {
  return (
    typeof view === "string" &&
    view in MIRRORED_VIEW &&
    Array.isArray(path) &&
    path.length > 0 &&
    path.every((at) => Array.isArray(at) && at.length === 2 && at.every(Number.isFinite)) &&
    Number.isFinite(size)
  );
}

/**
 * The same mark on the other side of the body.
 * @param {Mark} mark
 * @returns {Mark}
 */
export function mirroredMark(mark) {
  if (mark.kind === "region") return { ...mark, region: mirrored(mark.region) };
  return { ...mark, view: MIRRORED_VIEW[mark.view], path: mark.path.map(([u, v]) => [-u, v]) };
}

/**
 * The marks of regions, by region.
 * @param {readonly Mark[]} marks
 * @returns {Map<string, RegionMark>}
 */
export function regionMarks(marks) {
  return new Map(marks.filter((mark) => mark.kind === "region").map((mark) => [mark.region, mark]));
}

/**
 * The marks, followed by mirrored copies of those on one side; no copy of a mark that is there already.
 * @param {readonly Mark[]} marks
 * @param {Side} fromSide
 */
export function withMirror(marks, fromSide) {
  const own = new Set(marks.map((mark) => JSON.stringify(mark)));
  const copies = marks
    .filter((mark) => sideOf(mark) === fromSide)
    .map(mirroredMark)
    .filter((mark) => !own.has(JSON.stringify(mark)));
  return [...marks, ...copies];
}

/**
 * The patient's side on which the larger part of a mark lies.
 * @param {Mark} mark
 * @returns {Side}
 */
export function sideOf(mark) {
  if (mark.kind === "region") return mark.region.endsWith("_left") ? "left" : "right";
  if (mark.view === "right" || mark.view === "left") return mark.view;
  const middle = mark.path.reduce((sum, [u]) => sum + u, 0);
  // The back view shows the patient's right on the right, front and soles on the left.
  return (mark.view === "back") === middle >= 0 ? "right" : "left";
}
