import fc from "fast-check";
import { ok } from "node:assert/strict";

import { insideOf, zoomedBox } from "#frontend/body/zoom.js";
import { law } from "../laws.js";

/** @typedef {import("#frontend/types/page.d.ts").Box} Box */
/** @typedef {import("#frontend/types/page.d.ts").Place} Place */

/** @type {Box} */
const WHOLE = [-300, -900, 600, 1500];
const MOST = 6;
const HAIR = 1e-6;

const share = fc.double({ min: 0, max: 1, noNaN: true });
/** A part of the picture as zooming leaves it: of the same shape, inside. */
const parts = fc
  .tuple(fc.double({ min: 1, max: MOST, noNaN: true }), share, share)
  .map(([factor, along, down]) => {
    const [u, v, width, height] = WHOLE;
    /** @type {Box} */
    const box = [
      u + along * (width - width / factor),
      v + down * (height - height / factor),
      width / factor,
      height / factor,
    ];
    return box;
  });
const factors = fc.double({ min: 0.05, max: 20, noNaN: true });

/**
 * @param {Box} box
 * @param {[number, number]} shares
 * @returns {Place}
 */
const placeIn = ([u, v, width, height], [along, down]) => [u + along * width, v + down * height];

/** @param {Box} box */
function isInside([u, v, width, height]) {
  const [u0, v0, w0, h0] = WHOLE;
  ok(u >= u0 - HAIR && v >= v0 - HAIR, `${u}, ${v}`);
  ok(u + width <= u0 + w0 + HAIR && v + height <= v0 + h0 + HAIR);
}

law(
  "What is shown stays inside the picture, in its shape, from the whole to six times as large",
  [parts, factors, fc.tuple(share, share)],
  (box, factor, at) => {
    const zoomed = zoomedBox(WHOLE, box, factor, placeIn(box, at));
    isInside(zoomed);
    ok(Math.abs(zoomed[2] / zoomed[3] - WHOLE[2] / WHOLE[3]) < HAIR);
    const times = WHOLE[2] / zoomed[2];
    ok(times >= 1 - HAIR && times <= MOST + HAIR);
  },
);

law(
  "Zoomed in, the place under the finger stays under it",
  [parts, fc.double({ min: 1, max: 20, noNaN: true }), fc.tuple(share, share)],
  (box, factor, at) => {
    const [u, v] = placeIn(box, at);
    const zoomed = zoomedBox(WHOLE, box, factor, [u, v]);
    ok(Math.abs((u - zoomed[0]) / zoomed[2] - at[0]) < HAIR);
    ok(Math.abs((v - zoomed[1]) / zoomed[3] - at[1]) < HAIR);
  },
);

law(
  "A part that sticks out is moved inside, and no farther",
  [parts, fc.integer({ min: -2000, max: 2000 }), fc.integer({ min: -2000, max: 2000 })],
  ([u, v, width, height], du, dv) => {
    const inside = insideOf(WHOLE, [u + du, v + dv, width, height]);
    isInside(inside);
    ok(inside[2] === width && inside[3] === height);
    ok(Math.abs(inside[0] - u) <= Math.abs(du) + HAIR);
    ok(Math.abs(inside[1] - v) <= Math.abs(dv) + HAIR);
  },
);
