// Every word on the page comes from the texts of the language, by key.
let texts = { words: {} };

/** Use the texts of a language. */
export function useTexts(next) {
  texts = next;
}

/** The words of a key, with `{fields}` filled in. `otherwise` is used before the texts are loaded. */
export function t(key, fields = {}, otherwise = key) {
  const words = texts.words[key] ?? otherwise;
  return words.replace(/\{(\w+)\}/g, (whole, field) => fields[field] ?? whole);
}

/** The words of a key for a number: `key.one` or `key.many`. */
export function count(key, amount, fields = {}) {
  return t(`${key}.${amount === 1 ? "one" : "many"}`, { n: amount, ...fields });
}

/** The texts under a part of the words, by the rest of their key. */
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

/** The subject that has a role: what other pages quote (see anatomy/README.md). */
export function subjectFor({ subjects }, role) {
  return subjects.find(({ roles }) => roles.includes(role));
}

export function regionName(id) {
  return texts.regions?.[id] ?? id;
}

/** "right" or "left" in words. */
export function sideName(side) {
  return t(`side.${side}`);
}

/** "Gluteus minimus: back fibres, right" */
export function pointTitle(point, side) {
  const record = texts.trigger_points[point];
  const muscle = texts.muscles[record.muscle];
  return t("results.point_title", {
    muscle: muscle.name,
    point: lowerFirst(record.name),
    side: sideName(side),
  });
}

/** "a, b and c" */
export function together(names) {
  if (names.length < 2) return names.join("");
  return t("app.and", { first: names.slice(0, -1).join(", "), last: names.at(-1) });
}

/** Inside a sentence; a name like "TrP1" keeps its letters. */
export function lowerFirst(text) {
  return /^\p{Lu}\p{Ll}+(?![\p{L}\d])/u.test(text)
    ? `${text.charAt(0).toLowerCase()}${text.slice(1)}`
    : text;
}

const formats = new Map();

/** A number as the language writes it. */
export function number(value, digits = 0) {
  const key = `${texts.language}${digits}`;
  if (!formats.has(key)) {
    formats.set(
      key,
      new Intl.NumberFormat(texts.language, {
        minimumFractionDigits: digits,
        maximumFractionDigits: digits,
      }),
    );
  }
  return formats.get(key).format(value);
}
