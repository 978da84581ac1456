import fc from "fast-check";
import { equal, ok } from "node:assert/strict";
import { test } from "node:test";

import { Skin } from "#frontend/body/skin.js";
import { BEYOND_VIEW_MM, MOST_PLACES, VIEW_NAMES } from "#frontend/lib/constants.js";
import { Painting } from "#frontend/pages/map/painting.js";
import { law } from "../../laws.js";

/**
 * @import { Box, Place, Stroke, Tool } from "#frontend/types/page.d.ts"
 */

const NO_POINTS = { index: "", uv: "", both: true };
const NO_VIEWS = /** @type {Record<(typeof VIEW_NAMES)[number], typeof NO_POINTS>} */ (
  Object.fromEntries(VIEW_NAMES.map((name) => [name, NO_POINTS]))
);
const SKIN = new Skin({ count: 0, area: "", region: "", views: NO_VIEWS }, [], "woman");

/**
 * A painting of no picture, and the stroke that a tool begins on it.
 * @param {Stroke["kind"]} kind
 */
function begun(kind) {
  const parts = {
    svg: /** @type {SVGSVGElement} */ (new EventTarget()),
    strokeLayer: /** @type {SVGGElement} */ (new EventTarget()),
    window: /** @type {Box} */ ([-1000, -1000, 10000, 2000]),
  };
  /** @type {Tool} */
  const tool = { kind, size_cm: 2, intensity: 7, quality: "ache" };
  const zoom = { fingers: new Map(), forget() {} };
  const painting = new Painting("front", parts, SKIN, tool, { area() {}, done() {} }, zoom);
  return { painting, stroke: painting.strokeFrom([0, 0], kind) };
}

/** @param {Stroke} stroke */
function shortestStep({ path }) {
  const steps = path.slice(1).map(([u, v], i) => Math.hypot(u - path[i][0], v - path[i][1]));
  return Math.min(...steps);
}

const millimetre = fc.integer({ min: -9, max: 9 });
/** @type {fc.Arbitrary<Place[]>} */
const walk = fc.array(fc.tuple(millimetre, millimetre), { minLength: 1, maxLength: 60 });

law("A stroke takes every step of 3 mm, and no shorter one", [walk], (moves) => {
  const { painting, stroke } = begun("brush");
  /** @type {Place} */
  let at = [0, 0];
  for (const [du, dv] of moves) {
    at = [at[0] + du, at[1] + dv];
    const [u, v] = stroke.path.at(-1) ?? at;
    const before = stroke.path.length;
    painting.extend(stroke, at);
    equal(stroke.path.length - before, Number(Math.hypot(at[0] - u, at[1] - v) >= 3));
  }
  ok(shortestStep(stroke) >= 3);
});

test("A stroke ends where a document may hold no more places", () => {
  for (const kind of /** @type {const} */ (["brush", "eraser"])) {
    const { painting, stroke } = begun(kind);
    for (let step = 1; step < MOST_PLACES + 50; step += 1) painting.extend(stroke, [4 * step, 0]);
    equal(stroke.kind, kind);
    equal(stroke.path.length, MOST_PLACES);
    equal(stroke.path.at(-1)?.[0], 4 * (MOST_PLACES - 1));
  }
});

law("A stroke goes on to no place that a document may not hold", [walk], (moves) => {
  const { painting, stroke } = begun("brush");
  /** @type {Place} */
  let at = [0, 0];
  for (const [du, dv] of moves) {
    at = [at[0] + 150 * du, at[1] + 150 * dv];
    painting.extend(stroke, at);
  }
  painting.extend(stroke, [NaN, NaN]);
  const [u, v, width, height] = painting.window;
  for (const [x, y] of stroke.path) {
    ok(x >= u - BEYOND_VIEW_MM && x <= u + width + BEYOND_VIEW_MM);
    ok(y >= v - BEYOND_VIEW_MM && y <= v + height + BEYOND_VIEW_MM);
  }
});

test("Only what is painted is rated", () => {
  equal("quality" in begun("eraser").stroke, false);
  const { stroke } = begun("brush");
  ok(stroke.kind === "brush");
  equal(stroke.intensity, 7);
  equal(stroke.quality, "ache");
});

test("A stroke says on whose picture it was painted", () => {
  equal(begun("brush").stroke.body, "woman");
  equal(begun("eraser").stroke.body, "woman");
});
