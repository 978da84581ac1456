// The form of the person's document, the same as a saved file (docs/session_format.md).
import { mirrored, OTHER_VIEW } from "./sides.js";

export const FORMAT = "referral-map-session";
export const VERSION = 2;
export const QUALITIES = ["ache", "burning", "electric", "tingling", "numb"];

const LISTS = ["marks", "kept"];
const TABLES = ["answers", "pressed"];
const WORDS = ["text", "name", "clinical_note", "patient_note"];

// Characters that neither a page nor a PDF can show. They come with pasted text; sessions refuse them.
const UNPRINTABLE = /[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]/gu;

/** A text without the characters that cannot be shown. */
export function printable(text) {
  return text.replace(UNPRINTABLE, "");
}

// The date of a drawing: a day, or a moment with its time zone.
const VISITED = /^\d{4}-\d\d-\d\d(T\d\d:\d\d:\d\d(\.\d{1,6})?(Z|[+-]\d\d:\d\d))?$/;

/** A moment on the person's own clock, such as 2026-11-03T09:15:00+13:00. */
export function localTime(moment = new Date()) {
  const east = -moment.getTimezoneOffset();
  const two = (number) => String(number).padStart(2, "0");
  const clock = new Date(moment.getTime() + east * 60_000).toISOString().slice(0, 19);
  return `${clock}${east < 0 ? "-" : "+"}${two(Math.floor(Math.abs(east) / 60))}:${two(Math.abs(east) % 60)}`;
}

/**
 * An empty document.
 * @param {string} language - its code
 */
export function emptyDocument(language) {
  return {
    format: FORMAT,
    version: VERSION,
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

/** A document of version 1 in the form of today: its only note counts as the private one. */
function upgraded(kept) {
  if (kept?.version !== 1) return kept;
  return { ...kept, version: VERSION, clinical_note: kept.note, patient_note: "" };
}

/** Whether a document is of version 1 and has a note, which becomes the private one. */
export function hasOldNote(kept) {
  return (
    kept?.format === FORMAT &&
    kept.version === 1 &&
    typeof kept.note === "string" &&
    kept.note !== ""
  );
}

/** A stored document, as far as it has the right form; the server checks it more closely. */
export function parseDocument(stored, language) {
  const document = emptyDocument(language);
  const kept = upgraded(stored);
  if (!kept || typeof kept !== "object" || kept.format !== FORMAT || kept.version !== VERSION)
    return document;
  for (const key of LISTS) if (Array.isArray(kept[key])) document[key] = kept[key];
  for (const key of TABLES) if (isTable(kept[key])) document[key] = kept[key];
  for (const key of [...WORDS, "language"])
    if (typeof kept[key] === "string") document[key] = kept[key];
  if (VISITED.test(kept.visited)) document.visited = kept.visited;
  if (typeof kept.weigh_common === "boolean") document.weigh_common = kept.weigh_common;
  document.marks = document.marks.filter(isMark);
  return document;
}

function isTable(value) {
  return value !== null && typeof value === "object" && !Array.isArray(value);
}

function isMark(mark) {
  if (!isTable(mark)) return false;
  if (mark.kind === "region") return typeof mark.region === "string";
  return (
    (mark.kind === "brush" || mark.kind === "eraser") &&
    mark.view in OTHER_VIEW &&
    Array.isArray(mark.path) &&
    mark.path.length > 0 &&
    mark.path.every((at) => Array.isArray(at) && at.length === 2 && at.every(Number.isFinite)) &&
    Number.isFinite(mark.size_cm)
  );
}

/** The same mark on the other side of the body. */
export function mirroredMark(mark) {
  if (mark.kind === "region") return { ...mark, region: mirrored(mark.region) };
  return { ...mark, view: OTHER_VIEW[mark.view], path: mark.path.map(([u, v]) => [-u, v]) };
}

/** The marks of regions, by region. */
export function regionMarks(marks) {
  return new Map(marks.filter((mark) => mark.kind === "region").map((mark) => [mark.region, mark]));
}

/** The marks, followed by mirrored copies of those on one side; no copy of a mark that is there already. */
export function withMirror(marks, fromSide) {
  const own = new Set(marks.map((mark) => JSON.stringify(mark)));
  const copies = marks
    .filter((mark) => sideOf(mark) === fromSide)
    .map(mirroredMark)
    .filter((mark) => !own.has(JSON.stringify(mark)));
  return [...marks, ...copies];
}

/** "right" or "left": the patient's side on which the larger part of a mark lies. */
export function sideOf(mark) {
  if (mark.kind === "region") return mark.region.endsWith("_left") ? "left" : "right";
  if (mark.view === "right" || mark.view === "left") return mark.view;
  const middle = mark.path.reduce((sum, [u]) => sum + u, 0);
  // The back view shows the patient's right on the right, front and soles on the left.
  return (mark.view === "back") === middle >= 0 ? "right" : "left";
}
