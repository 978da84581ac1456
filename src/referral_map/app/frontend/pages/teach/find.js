// Finding a muscle, a point or a region by any of its names. Accents and case do not count.

const MOST = 12;

/** Text without accents and case, with spaces for punctuation. */
export function fold(text) {
  return text
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}

function entry(kind, id, title, note, names) {
  const folded = names.map(fold);
  return { kind, id, title, note, names, folded };
}

/**
 * Everything that can be found.
 * @param {object} texts - all texts of the language
 * @param {(point: string) => string} pointName - the whole name of a trigger point
 * @returns {{kind: "muscle"|"point"|"region", id, title, note, names, folded}[]}
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

/** How well a name fits the typed words, 0 for best; null if a word is missing. */
function fit(name, words, whole) {
  if (name === whole) return 0;
  if (name.startsWith(whole)) return 1;
  const parts = name.split(" ");
  if (words.every((word) => parts.some((part) => part.startsWith(word)))) return 2;
  return words.every((word) => name.includes(word)) ? 3 : null;
}

function best({ folded }, words, whole) {
  let match = null;
  folded.forEach((name, place) => {
    const value = fit(name, words, whole);
    if (value !== null && (match === null || value < match.value)) match = { value, place };
  });
  return match;
}

/** The entries that match, best first; `by` is the matching name if that is not the title. */
export function find(index, typed) {
  const whole = fold(typed);
  if (!whole) return [];
  const words = whole.split(" ");
  return index
    .map((each, order) => ({ each, order, match: best(each, words, whole) }))
    .filter(({ match }) => match)
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
