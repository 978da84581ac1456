// Documents that earlier versions of this page kept, in the form of today; as the server brings files up to
// date (sessions/upgrades.py), but for strokes: those were painted on other pictures, and only the server
// knows where they lie on those of today (carrying.js).
import { SESSION_FORMAT, SESSION_VERSION } from "../lib/constants.js";
import { shownBody } from "./document.js";

/**
 * Whether a value has fields by name.
 * @param {unknown} value
 * @returns {value is Record<string, unknown>}
 */
export function isTable(value) {
  return value !== null && typeof value === "object" && !Array.isArray(value);
}

/** The version that came with the two bodies of today. */
const TWO_BODIES = 3;

/**
 * The version of a document; null for anything else.
 * @param {unknown} stored
 */
function versionOf(stored) {
  if (!isTable(stored) || stored.format !== SESSION_FORMAT) return null;
  return typeof stored.version === "number" ? stored.version : null;
}

/**
 * Whether something is a document of a version that this page does not know yet.
 * @param {unknown} stored
 */
export function isNewer(stored) {
  return Number(versionOf(stored)) > SESSION_VERSION;
}

/**
 * Whether a document is of version 1 and has a note, which becomes the private one.
 * @param {unknown} kept
 */
export function hasOldNote(kept) {
  return (
    isTable(kept) && versionOf(kept) === 1 && typeof kept.note === "string" && kept.note !== ""
  );
}

/** @param {unknown} mark */
function isStroke(mark) {
  return isTable(mark) && mark.kind !== "region";
}

/**
 * A document in the form of today, null for anything else. Of one of version 1 the only note counts as the
 * private one; of one that was drawn on the earlier pictures the strokes are left out.
 * @param {unknown} stored
 */
export function upgraded(stored) {
  const version = versionOf(stored);
  if (!isTable(stored) || version === null || version < 1 || version > SESSION_VERSION) return null;
  const noted =
    version === 1 ? { ...stored, clinical_note: stored.note ?? "", patient_note: "" } : stored;
  return version < TWO_BODIES ? onBody(noted) : noted;
}

/**
 * A document of the earlier pictures, which were of one body only.
 * @param {Record<string, unknown>} document
 */
function onBody(document) {
  const { marks } = document;
  if (!Array.isArray(marks) || !marks.length) return document;
  const body = shownBody({ body: null });
  return { ...document, body, marks: marks.filter((mark) => !isStroke(mark)) };
}

/**
 * A document with strokes on the earlier pictures, as a file; "" for any other.
 * @param {unknown} stored
 */
export function waitingFile(stored) {
  const version = versionOf(stored);
  if (!isTable(stored) || version === null || version < 1 || version >= TWO_BODIES) return "";
  if (!Array.isArray(stored.marks) || !stored.marks.some(isStroke)) return "";
  // That alone is of the storage, and of no file.
  return JSON.stringify({ ...stored, erasures: undefined });
}
