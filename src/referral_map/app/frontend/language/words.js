// Every word on the page comes from the texts of the language, by key.

/** @import { Fields } from "../types/page.d.ts" */
/** @import { Side, Subject, Texts } from "../types/wire.d.ts" */

// Before the texts have come there are no words, and no part of the page that would need the rest.
let texts = /** @type {Texts} */ ({ words: {} });

/**
 * Use the texts of a language.
 * @param {Texts} next
 */
export function useTexts(next) {
  texts = next;
}

/**
 * The words of a key, with `{fields}` filled in.
 * @param {string} key
 * @param {Fields} [fields]
 * @param {string} [otherwise] - used before the texts are loaded
 */
export function t(key, fields = {}, otherwise = key) {
  const words = texts.words[key] ?? otherwise;
  return words.replace(/\{(\w+)\}/g, (whole, field) => String(fields[field] ?? whole));
}

/**
 * The words of a key for a number: `key.one` or `key.many`.
 * @param {string} key
 * @param {number} amount
 * @param {Fields} [fields]
 */
export function count(key, amount, fields = {}) {
  return t(`${key}.${amount === 1 ? "one" : "many"}`, { n: amount, ...fields });
}

/**
 * The texts under a part of the words, by the rest of their key.
 * @param {string} part
 * @returns {Record<string, string>}
 */
export function wordsUnder(part) {
  const before = `${part}.`;
  return Object.fromEntries(
    Object.entries(texts.words)
      .filter(([key]) => key.startsWith(before))
      .map(([key, text]) => [key.slice(before.length), text]),
  );
}

/** Code of the current language. */
export function language() {
  return texts.language;
}

/**
 * The subject that has a role: what other pages quote (see anatomy/README.md). Each role has one.
 * @param {Pick<Texts, "subjects">} texts
 * @param {Subject["roles"][number]} role
 */
export function subjectFor({ subjects }, role) {
  return subjects.find(({ roles }) => roles.includes(role));
}

/**
 * A region in words.
 * @param {string} id
 */
export function regionName(id) {
  return texts.regions?.[id] ?? id;
}

/**
 * "right" or "left" in words.
 * @param {Side} side
 */
export function sideName(side) {
  return t(`side.${side}`);
}

/**
 * "Gluteus minimus: back fibres, right"
 * @param {string} point - its id
 * @param {Side} side
 */
export function pointTitle(point, side) {
  const record = texts.trigger_points[point];
  const muscle = texts.muscles[record.muscle];
  return t("results.point_title", {
    muscle: muscle.name,
    point: lowerFirst(record.name),
    side: sideName(side),
  });
}

/**
 * "a, b and c"
 * @param {readonly string[]} names
 */
export function together(names) {
  const last = names.at(-1);
  if (last === undefined || names.length < 2) return names.join("");
  return t("app.and", { first: names.slice(0, -1).join(", "), last });
}

/**
 * Inside a sentence; a name like "TrP1" keeps its letters.
 * @param {string} text
 */
export function lowerFirst(text) {
  return /^\p{Lu}\p{Ll}+(?![\p{L}\d])/u.test(text)
    ? `${text.charAt(0).toLowerCase()}${text.slice(1)}`
    : text;
}

/** @type {Map<string, Intl.NumberFormat>} */
const formats = new Map();

/**
 * A number as the language writes it.
 * @param {number} value
 * @param {number} [digits]
 */
export function number(value, digits = 0) {
  const key = `${texts.language}${digits}`;
  const format = formats.get(key) ?? numberFormat(digits);
  formats.set(key, format);
  return format.format(value);
}

/** @param {number} digits */
function numberFormat(digits) {
  return new Intl.NumberFormat(texts.language, {
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  });
}
