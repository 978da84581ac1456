// What is taken of a document that was stored: each part is checked like a file's (sessions/record.py), and a
// part that cannot be read is left out without the others. The server checks what only it can know.
import {
  ANSWERS,
  BODIES,
  FINDINGS,
  KEY_FORM,
  LANGUAGE_FORM,
  LARGEST_SIZE_CM,
  LEAST_SIZE_CM,
  LONGEST_KEY,
  LONGEST_NAME,
  LONGEST_NOTE,
  LONGEST_POINT,
  LONGEST_TEXT,
  MIRRORED_VIEW,
  MOST_INTENSE,
  MOST_MARKS,
  MOST_PLACES,
  POINT_FORM,
  QUALITIES,
  SKIN_TONES,
  VISITED_FORM,
} from "../lib/constants.js";
import { cutAt, emptyDocument, printable } from "./document.js";
import { eachRegionOnce } from "./marks.js";
import { isTable, upgraded } from "./upgraded.js";

/** @import { Body, Mark, PersonDocument } from "../types/wire.d.ts" */

/**
 * The form of a text.
 * @typedef {{ pattern: RegExp, most: number }} Form
 */

/**
 * @param {string} pattern
 * @param {number} [most] - letters
 * @returns {Form}
 */
const form = (pattern, most = Infinity) => ({ pattern: new RegExp(pattern), most });

const KEY = form(KEY_FORM, LONGEST_KEY);
const POINT_ON_SIDE = form(POINT_FORM, LONGEST_POINT);
const LANGUAGE = form(LANGUAGE_FORM);
const VISITED = form(VISITED_FORM);

const LONGEST = /** @type {const} */ ({
  text: LONGEST_TEXT,
  name: LONGEST_NAME,
  clinical_note: LONGEST_NOTE,
  patient_note: LONGEST_NOTE,
});
const SWITCHES = /** @type {const} */ (["weigh_common", "weigh_evidence"]);
const TEXTS = /** @type {(keyof typeof LONGEST)[]} */ (Object.keys(LONGEST));

/**
 * A stored document, as far as it can be read.
 * @param {unknown} stored - of any form
 * @param {string} language - of a document that names none
 */
export function parseDocument(stored, language) {
  return checked(stored, language).document;
}

/**
 * A stored document as far as it can be read, and whether all of it could be.
 * @param {unknown} stored - of any form
 * @param {string} language - of a document that names none
 * @returns {{ document: PersonDocument, whole: boolean }}
 */
export function checked(stored, language) {
  const document = emptyDocument(language);
  const kept = upgraded(stored);
  if (!kept) return { document, whole: false };
  let whole = true;
  /**
   * @template Taken
   * @param {string} field
   * @param {(value: unknown) => { taken: Taken, whole: boolean }} check
   * @param {Taken} otherwise
   */
  const take = (field, check, otherwise) => {
    if (!Object.hasOwn(kept, field)) return otherwise;
    const found = check(kept[field]);
    whole &&= found.whole;
    return found.taken;
  };
  document.marks = take("marks", marksOf, []);
  document.answers = take("answers", (value) => tableOf(value, KEY, ANSWERS), {});
  document.also_hurts = take("also_hurts", (value) => tableOf(value, KEY, ANSWERS), {});
  document.pressed = take("pressed", (value) => tableOf(value, POINT_ON_SIDE, FINDINGS), {});
  document.kept = take("kept", pointsOf, []);
  for (const field of TEXTS)
    document[field] = take(field, (value) => textOf(value, LONGEST[field]), "");
  document.visited = take("visited", dateOf, null);
  document.language = take(
    "language",
    (value) => oneOf(value, matches(LANGUAGE), language),
    language,
  );
  document.body = take("body", (value) => oneOf(value, isBodyOrNone, null), null);
  document.skin_tone = take(
    "skin_tone",
    (value) => oneOf(value, isTone, document.skin_tone),
    document.skin_tone,
  );
  for (const field of SWITCHES)
    document[field] = take(field, (value) => oneOf(value, isBoolean, true), true);
  return { document, whole };
}

/** @param {unknown} value @returns {value is Body} */
const isBody = (value) => BODIES.some((each) => each === value);

/** @param {unknown} value @returns {value is Body | null} */
const isBodyOrNone = (value) => value === null || isBody(value);

/** @param {unknown} value @returns {value is PersonDocument["skin_tone"]} */
const isTone = (value) => SKIN_TONES.some((each) => each === value);

/** @param {unknown} value @returns {value is boolean} */
const isBoolean = (value) => typeof value === "boolean";

/**
 * @param {Form} wanted
 * @returns {(value: unknown) => value is string}
 */
function matches({ pattern, most }) {
  return /** @type {(value: unknown) => value is string} */ (
    (value) => typeof value === "string" && value.length <= most && pattern.test(value)
  );
}

/**
 * @template Taken
 * @param {unknown} value
 * @param {(value: unknown) => value is Taken} isRight
 * @param {Taken} otherwise
 */
function oneOf(value, isRight, otherwise) {
  return isRight(value) ? { taken: value, whole: true } : { taken: otherwise, whole: false };
}

/** @param {unknown} value @returns {{ taken: string | null, whole: boolean }} */
function dateOf(value) {
  if (value === null) return { taken: null, whole: true };
  const isDate = matches(VISITED)(value) && !Number.isNaN(Date.parse(value));
  return isDate ? { taken: value, whole: true } : { taken: null, whole: false };
}

/**
 * @param {unknown} value
 * @param {number} most - letters
 */
function textOf(value, most) {
  if (typeof value !== "string") return { taken: "", whole: false };
  const [taken] = cutAt(printable(value), most);
  return { taken, whole: taken === value };
}

/**
 * The entries of a table whose name and value are right.
 * @template {string} Value
 * @param {unknown} value
 * @param {Form} name
 * @param {readonly Value[]} allowed
 * @returns {{ taken: Record<string, Value>, whole: boolean }}
 */
function tableOf(value, name, allowed) {
  if (!isTable(value)) return { taken: {}, whole: false };
  const entries = Object.entries(value);
  const right = /** @type {[string, Value][]} */ (
    entries.filter(([key, each]) => matches(name)(key) && allowed.some((other) => other === each))
  );
  return { taken: Object.fromEntries(right), whole: right.length === entries.length };
}

/** @param {unknown} value @returns {{ taken: string[], whole: boolean }} */
function pointsOf(value) {
  if (!Array.isArray(value)) return { taken: [], whole: false };
  const right = value.filter(matches(POINT_ON_SIDE));
  return { taken: [...new Set(right)], whole: right.length === value.length };
}

/** @param {unknown} value @returns {{ taken: Mark[], whole: boolean }} */
function marksOf(value) {
  if (!Array.isArray(value)) return { taken: [], whole: false };
  const right = value.map(markOf).filter((mark) => mark !== null);
  const taken = eachRegionOnce(right.slice(0, MOST_MARKS));
  return { taken, whole: right.length === value.length && right.length <= MOST_MARKS };
}

/**
 * A mark of the right form; null for anything else.
 * @param {unknown} mark
 * @returns {Mark | null}
 */
function markOf(mark) {
  if (!isTable(mark)) return null;
  const { kind, intensity = null, quality = null } = mark;
  if (kind === "eraser") return strokeOf(mark, { kind });
  if (!isRating(intensity, quality)) return null;
  if (kind === "brush") return strokeOf(mark, { kind, intensity, quality });
  if (kind !== "region" || !matches(KEY)(mark.region)) return null;
  return /** @type {Mark} */ ({ kind, region: mark.region, intensity, quality });
}

/**
 * @param {unknown} intensity
 * @param {unknown} quality
 */
function isRating(intensity, quality) {
  const isIntensity = intensity === null || isBetween(intensity, 0, MOST_INTENSE);
  return isIntensity && (quality === null || QUALITIES.some((each) => each === quality));
}

/**
 * @param {Record<string, unknown>} mark
 * @param {object} fields - what is not of a stroke
 * @returns {Mark | null}
 */
function strokeOf({ body, view, path, size_cm: size }, fields) {
  const isRight =
    isBody(body) &&
    typeof view === "string" &&
    Object.hasOwn(MIRRORED_VIEW, view) &&
    Array.isArray(path) &&
    path.length > 0 &&
    path.length <= MOST_PLACES &&
    path.every((at) => Array.isArray(at) && at.length === 2 && at.every(Number.isFinite)) &&
    isBetween(size, LEAST_SIZE_CM, LARGEST_SIZE_CM);
  return isRight ? /** @type {Mark} */ ({ ...fields, body, view, path, size_cm: size }) : null;
}

/**
 * @param {unknown} value
 * @param {number} least
 * @param {number} most
 */
function isBetween(value, least, most) {
  return typeof value === "number" && value >= least && value <= most;
}
