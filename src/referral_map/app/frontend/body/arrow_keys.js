// Moving over the regions of one view with the arrow keys.

/** @import { Place } from "../types/page.d.ts" */

/** @type {Readonly<Record<string, Place>>} */
const DIRECTIONS = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};
// A region far to the side is a worse next step than a more distant one straight ahead.
const SIDEWAYS_COST = 2.5;
// "Straight ahead" is within about 45 degrees; a step goes farther aside only when nothing is there.
const WIDEST_ASIDE = 1;

/**
 * What a step in a direction from one place to another costs, and whether it is straight ahead.
 * @param {Place} from
 * @param {Place} direction
 * @param {Place} to
 */
function step([u, v], [du, dv], [u1, v1]) {
  const ahead = (u1 - u) * du + (v1 - v) * dv;
  const aside = Math.abs((u1 - u) * dv) + Math.abs((v1 - v) * du);
  if (ahead <= 1) return { cost: Infinity, straight: false };
  return { cost: ahead + SIDEWAYS_COST * aside, straight: aside <= WIDEST_ASIDE * ahead };
}

/**
 * Ids from top to bottom, and from left to right within a height.
 * @param {ReadonlyMap<string, Place>} centres
 */
export function readingOrder(centres) {
  return [...centres]
    .sort(([, [ua, va]], [, [ub, vb]]) => va - vb || ua - ub)
    .map(([region]) => region);
}

/**
 * The region a key leads to, or null when the key leads nowhere from here.
 * @param {string} key - the key pressed
 * @param {string} from - id of the region the focus is on
 * @param {ReadonlyMap<string, Place>} centres - id to centre, in the drawing's mm
 */
export function nextRegion(key, from, centres) {
  if (key === "Home") return readingOrder(centres).at(0) ?? null;
  if (key === "End") return readingOrder(centres).at(-1) ?? null;
  const direction = DIRECTIONS[key];
  const here = centres.get(from);
  if (!direction || !here) return null;
  const steps = [...centres]
    .filter(([id]) => id !== from)
    .map(([id, centre]) => ({ id, ...step(here, direction, centre) }))
    .filter(({ cost }) => cost < Infinity)
    .sort((a, b) => Number(b.straight) - Number(a.straight) || a.cost - b.cost);
  return steps[0]?.id ?? null;
}

/**
 * True for the keys handled here: the page must not scroll on them.
 * @param {string} key
 */
export function isNavigationKey(key) {
  return key in DIRECTIONS || key === "Home" || key === "End";
}
