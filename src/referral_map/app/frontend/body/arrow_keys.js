// Moving over the regions of one view with the arrow keys.

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

function step([u, v], [du, dv], [u1, v1]) {
  const ahead = (u1 - u) * du + (v1 - v) * dv;
  const aside = Math.abs((u1 - u) * dv) + Math.abs((v1 - v) * du);
  if (ahead <= 1) return { cost: Infinity, straight: false };
  return { cost: ahead + SIDEWAYS_COST * aside, straight: aside <= WIDEST_ASIDE * ahead };
}

/** Ids from top to bottom, and from left to right within a height. */
export function readingOrder(centres) {
  return [...centres.keys()].sort((a, b) => {
    const [ua, va] = centres.get(a);
    const [ub, vb] = centres.get(b);
    return va - vb || ua - ub;
  });
}

/**
 * The region a key leads to, or null when the key leads nowhere from here.
 * @param {string} key - the key pressed
 * @param {string} from - id of the region the focus is on
 * @param {Map<string, [number, number]>} centres - id to centre, in the drawing's mm
 */
export function nextRegion(key, from, centres) {
  if (key === "Home") return readingOrder(centres)[0];
  if (key === "End") return readingOrder(centres).at(-1);
  const direction = DIRECTIONS[key];
  if (!direction) return null;
  const here = centres.get(from);
  const steps = [...centres]
    .filter(([id]) => id !== from)
    .map(([id, centre]) => ({ id, ...step(here, direction, centre) }))
    .filter(({ cost }) => cost < Infinity)
    .sort((a, b) => b.straight - a.straight || a.cost - b.cost);
  return steps[0]?.id ?? null;
}

/** True for the keys handled here: the page must not scroll on them. */
export function isNavigationKey(key) {
  return key in DIRECTIONS || key === "Home" || key === "End";
}
