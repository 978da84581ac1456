import fc from "fast-check";
import { deepEqual, equal, ok } from "node:assert/strict";
import { test } from "node:test";

import { isNavigationKey, nextRegion, readingOrder } from "#frontend/body/arrow_keys.js";
import { law } from "../laws.js";

/** @typedef {[number, number]} Place */

/** What each key means, in the drawing's mm: [u, v] with v downwards. */
const DIRECTIONS = /** @type {const} */ ({
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
});
const GRID = new Map(
  ["a1 b1 c1", "a2 b2 c2", "a3 b3 c3"].flatMap((row, v) =>
    row.split(" ").map((id, u) => [id, /** @type {Place} */ ([u * 50, v * 50])]),
  ),
);

const arrow = fc.constantFrom(...Object.keys(DIRECTIONS));
const millimetres = fc.integer({ min: -900, max: 900 });
const places = fc.uniqueArray(fc.tuple(millimetres, millimetres), {
  minLength: 1,
  maxLength: 40,
  selector: String,
});
/** Regions "r0", "r1" ... by their centres. */
const regions = places.map((each) => new Map(each.map((place, number) => [`r${number}`, place])));

law(
  "An arrow leads to another region, on the side it points to",
  [regions, arrow],
  (centres, key) => {
    const [du, dv] = DIRECTIONS[/** @type {keyof typeof DIRECTIONS} */ (key)];
    for (const [from, [u, v]] of centres) {
      const next = nextRegion(key, from, centres);
      if (next === null) continue;
      const [u1, v1] = /** @type {Place} */ (centres.get(next));
      ok((u1 - u) * du + (v1 - v) * dv > 0, `${key} from ${from} leads back to ${next}`);
    }
  },
);

law(
  "Only where nothing lies that way does an arrow lead nowhere",
  [regions, arrow],
  (centres, key) => {
    const [du, dv] = DIRECTIONS[/** @type {keyof typeof DIRECTIONS} */ (key)];
    for (const [from, [u, v]] of centres) {
      const ahead = [...centres.values()].some(([u1, v1]) => (u1 - u) * du + (v1 - v) * dv > 1);
      equal(nextRegion(key, from, centres) !== null, ahead, `${key} from ${from}`);
    }
  },
);

law(
  "Home and End lead to the ends of the reading order, which has each region once",
  [regions],
  (centres) => {
    const order = readingOrder(centres);
    deepEqual(order.toSorted(), [...centres.keys()].toSorted());
    equal(nextRegion("Home", "r0", centres), order[0]);
    equal(nextRegion("End", "r0", centres), order.at(-1));
  },
);

test("A region straight ahead comes before a nearer one aside", () => {
  deepEqual(
    Object.keys(DIRECTIONS).map((key) => nextRegion(key, "b2", GRID)),
    ["a2", "c2", "b1", "b3"],
  );
  const aside = new Map([...GRID, ["aside", /** @type {Place} */ ([70, 85])]]);
  equal(nextRegion("ArrowRight", "b2", aside), "c2");
});

test("Where nothing is straight ahead, an arrow leads farther aside", () => {
  const centres = new Map([
    ["here", /** @type {Place} */ ([0, 0])],
    ["aside", /** @type {Place} */ ([10, 300])],
  ]);
  equal(nextRegion("ArrowRight", "here", centres), "aside");
});

test("The page keeps still under the keys that lead somewhere, and any other is left to it", () => {
  for (const key of [...Object.keys(DIRECTIONS), "Home", "End"]) ok(isNavigationKey(key), key);
  for (const key of ["Enter", " ", "Tab", "a", "PageDown"]) {
    equal(isNavigationKey(key), false, key);
    equal(nextRegion(key, "b2", GRID), null, key);
  }
});
