// A stroke on the picture of one body as it lies on that of the other: skin points have the same numbers on
// both, so each place goes the way that the points around it go.

/** @import { DecodedSkin, Place } from "../types/page.d.ts" */

/** How many skin points lead a place. */
const NEAREST = 6;
// Of how near it is, how much a point leads; at this distance half as much as there.
const HALF_MM = 8;

/**
 * Where skin points are seen on one body, and how far away on the other; of each four numbers.
 * @typedef {Float32Array} Ways
 */

/**
 * The ways of the points that a view shows of both bodies.
 * @param {DecodedSkin} from
 * @param {DecodedSkin} to
 * @returns {Ways}
 */
export function waysBetween(from, to) {
  const places = new Map(Array.from(to.index, (point, at) => [point, at]));
  /** @type {number[]} */
  const ways = [];
  from.index.forEach((point, i) => {
    const j = places.get(point);
    if (j === undefined) return;
    const [u, v] = [from.uv[2 * i], from.uv[2 * i + 1]];
    ways.push(u, v, to.uv[2 * j] - u, to.uv[2 * j + 1] - v);
  });
  return Float32Array.from(ways);
}

/**
 * A path on the other body.
 * @param {readonly Place[]} path
 * @param {Ways} ways
 * @returns {Place[]}
 */
export function carriedPath(path, ways) {
  return path.map((place) => carriedPlace(place, ways));
}

/**
 * @param {Place} place
 * @param {Ways} ways
 * @returns {Place}
 */
function carriedPlace([u, v], ways) {
  let [sum, du, dv] = [0, 0, 0];
  for (const { at, square } of nearest(u, v, ways)) {
    const weight = 1 / (square + HALF_MM ** 2);
    sum += weight;
    du += weight * ways[at + 2];
    dv += weight * ways[at + 3];
  }
  return sum ? [u + du / sum, v + dv / sum] : [u, v];
}

/**
 * The points nearest to a place: where they stand among the ways, and the squares of their distances.
 * @param {number} u
 * @param {number} v
 * @param {Ways} ways
 */
function nearest(u, v, ways) {
  /** @type {{ at: number, square: number }[]} */
  const found = [];
  let farthest = Infinity;
  for (let at = 0; at < ways.length; at += 4) {
    const square = (ways[at] - u) ** 2 + (ways[at + 1] - v) ** 2;
    if (square >= farthest) continue;
    const place = found.findIndex((each) => each.square > square);
    found.splice(place < 0 ? found.length : place, 0, { at, square });
    if (found.length > NEAREST) found.pop();
    if (found.length === NEAREST) farthest = found[NEAREST - 1].square;
  }
  return found;
}
