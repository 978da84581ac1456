// Finding a muscle, a point or a region by any of its names. Accents and case do not count.

/** @import { Texts } from "../../types/wire.d.ts" */
/** @import { Entry, Match } from "./types.d.ts" */

const MOST = 12;

/**
 * Text without accents and case, with spaces for punctuation.
 * @param {string} text
 */
export function fold(text) {
  return text
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}

/**
 * @param {Entry["kind"]} kind
 * @param {string} id
 * @param {string} title
 * @param {string} note
 * @param {string[]} names
 * @returns {Entry}
 */
function entry(kind, id, title, note, names) {
  const folded = names.map(fold);
  return { kind, id, title, note, names, folded };
}

/**
 * Everything that can be found.
 * @param {Pick<Texts, "muscles" | "trigger_points" | "regions">} texts
 * @param {(point: string) => string} pointName - the whole name of a trigger point
 */
export function buildIndex({ muscles, trigger_points: points, regions }, pointName) {
  return [
    ...Object.entries(muscles).map(
      ([id, { name, latin, plain_name: plain, other_names: others }]) =>
        entry("muscle", id, name, plain, [name, plain, latin, ...others]),
    ),
    ...Object.keys(points).map((id) => entry("point", id, pointName(id), "", [pointName(id)])),
    ...Object.entries(regions).map(([id, name]) => entry("region", id, name, "", [name])),
  ];
}

const KINDS = ["muscle", "point", "region"];

/**
 * How well a name fits the typed words, 0 for best; null if a word is missing.
 * @param {string} name
 * @param {readonly string[]} words
 * @param {string} whole - all that was typed
 */
function fit(name, words, whole) {
  if (name === whole) return 0;
  if (name.startsWith(whole)) return 1;
  const parts = name.split(" ");
  if (words.every((word) => parts.some((part) => part.startsWith(word)))) return 2;
  return words.every((word) => name.includes(word)) ? 3 : null;
}

/**
 * How well the best name of an entry fits, and its place among the names; null if none fits.
 * @param {Entry} entry
 * @param {readonly string[]} words
 * @param {string} whole
 */
function best({ folded }, words, whole) {
  /** @type {{ value: number, place: number } | null} */
  let match = null;
  for (const [place, name] of folded.entries()) {
    const value = fit(name, words, whole);
    if (value !== null && (match === null || value < match.value)) match = { value, place };
  }
  return match;
}

/**
 * The entries that match, best first; `by` is the matching name if that is not the title.
 * @param {readonly Entry[]} index
 * @param {string} typed
 * @returns {Match[]}
 */
export function find(index, typed) {
  const whole = fold(typed);
  if (!whole) return [];
  const words = whole.split(" ");
  return index
    .flatMap((each, order) => {
      const match = best(each, words, whole);
      return match ? [{ each, order, match }] : [];
    })
    .sort(
      (a, b) =>
        a.match.value - b.match.value ||
        KINDS.indexOf(a.each.kind) - KINDS.indexOf(b.each.kind) ||
        a.match.place - b.match.place ||
        a.order - b.order,
    )
    .slice(0, MOST)
    .map(({ each, match }) => ({ ...each, by: match.place === 0 ? "" : each.names[match.place] }));
}
