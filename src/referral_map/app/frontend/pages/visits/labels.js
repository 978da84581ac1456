// Which numbers of a chart can be written beside their dots without touching each other.

/** @typedef {{x: number, y: number, text: string}} Label - centred on x, standing on y */

const LETTER = 7.6;
const LINE = 14;
const BETWEEN = 2;

/** @param {Label} label */
export function boxOf({ x, y, text }) {
  const half = (text.length * LETTER) / 2;
  return { left: x - half, right: x + half, top: y - LINE, bottom: y };
}

/**
 * Whether two labels touch.
 * @param {Label} one
 * @param {Label} other
 */
export function touch(one, other) {
  const [a, b] = [boxOf(one), boxOf(other)];
  return (
    a.left < b.right + BETWEEN &&
    b.left < a.right + BETWEEN &&
    a.top < b.bottom + BETWEEN &&
    b.top < a.bottom + BETWEEN
  );
}

/**
 * The labels that find room: the last visit is looked for most, then the first, then those between.
 * @param {readonly Label[]} labels - in the order of the visits
 * @returns {Label[]}
 */
export function thatFit(labels) {
  /** @type {Label[]} */
  const kept = [];
  for (const label of [...labels.slice(-1), ...labels.slice(0, -1)])
    if (!kept.some((each) => touch(each, label))) kept.push(label);
  return kept;
}
