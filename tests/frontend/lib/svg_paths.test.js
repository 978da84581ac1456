import fc from "fast-check";
import { deepEqual, equal, ok } from "node:assert/strict";
import { test } from "node:test";

import { boundsOf, mirrorPath, outlines, pathArea, pathCentre } from "#frontend/lib/svg_paths.js";
import { law } from "../laws.js";

/** @typedef {{ u: number, v: number, width: number, height: number }} Rectangle */

const place = fc.integer({ min: -900, max: 900 });
const length = fc.integer({ min: 1, max: 400 });
const rectangle = fc.record({ u: place, v: place, width: length, height: length });

/**
 * A rectangle as a path, or as the hole that it leaves, which runs the other way round.
 * @param {Rectangle} rectangle
 * @param {boolean} hole
 */
function path({ u, v, width, height }, hole = false) {
  const corners = [
    [u, v],
    [u + width, v],
    [u + width, v + height],
    [u, v + height],
  ];
  return `M${(hole ? corners.reverse() : corners).map((corner) => corner.join(" ")).join("L")}Z`;
}

/**
 * The same place, but for the rounding of the sums.
 * @param {number[] | null} actual
 * @param {number[] | null} expected
 */
function samePlace(actual, expected) {
  ok(actual && expected, "no place");
  const apart = Math.hypot(actual[0] - expected[0], actual[1] - expected[1]);
  ok(apart < 1e-6, `${actual} is not ${expected}`);
}

law("A rectangle has its width times its height", [rectangle], (one) => {
  equal(pathArea(path(one)), one.width * one.height);
});

law("A path run backwards has the same area and centre", [rectangle], (one) => {
  equal(pathArea(path(one, true)), pathArea(path(one)));
  samePlace(pathCentre(path(one, true)), pathCentre(path(one)));
});

law("A hole takes its own area away", [rectangle], ({ u, v, width, height }) => {
  const whole = { u, v, width: 3 * width, height: 3 * height };
  const hole = { u: u + width, v: v + height, width, height };
  equal(pathArea(path(whole) + path(hole, true)), 8 * width * height);
});

law("The centre is that of the largest outline", [rectangle], (one) => {
  const speck = { u: one.u + 2 * one.width, v: one.v, width: 0.5, height: 0.5 };
  const centre = [one.u + one.width / 2, one.v + one.height / 2];
  samePlace(pathCentre(path(one) + path(speck)), centre);
  samePlace(pathCentre(path(speck) + path(one)), centre);
});

law(
  "Bounds hold every corner and every point, and no more",
  [rectangle, place, place],
  (one, u, v) => {
    deepEqual(boundsOf([path(one)], [[u, v]]), [
      Math.min(one.u, u),
      Math.min(one.v, v),
      Math.max(one.u + one.width, u),
      Math.max(one.v + one.height, v),
    ]);
  },
);

test("A path without an outline has no area, no centre and no bounds", () => {
  for (const empty of ["", "M1 2", "M1 2L3 4Z"]) {
    deepEqual(outlines(empty), []);
    equal(pathArea(empty), 0);
    equal(pathCentre(empty), null);
    equal(boundsOf([empty]), null);
  }
});

test("Numbers with a point, a sign or an exponent are read", () => {
  deepEqual(outlines("M-1.5 2e1L3 4L1e-3,-6Z"), [
    [
      [-1.5, 20],
      [3, 4],
      [0.001, -6],
    ],
  ]);
});

const tenth = fc.integer({ min: -9000, max: 9000 }).map((each) => each / 10);
const spot = fc.tuple(tenth, tenth);

/**
 * Outlines as the drawings write them: lines, or curves of three places each.
 * @param {readonly (readonly [number, number])[]} places
 * @param {boolean} curved
 */
function drawn([first, ...others], curved) {
  const rest = others.map((at) => at.join(","));
  return curved
    ? `M${first.join(",")}C${rest.join(" ")}Z`
    : `M${[first, ...others].map((at) => at.join(",")).join(" ")}Z`;
}

const threes = fc
  .tuple(spot, fc.array(fc.tuple(spot, spot, spot), { minLength: 1, maxLength: 4 }))
  .map(([first, curves]) => /** @type {[number, number][]} */ ([first, ...curves.flat()]));

law("A path mirrored twice is the path itself", [threes, fc.boolean()], (places, curved) => {
  const one = drawn(places, curved).replaceAll("-0,", "0,");
  equal(mirrorPath(mirrorPath(one)), one);
});

law(
  "The mirror image has every place on the other side",
  [threes, fc.boolean()],
  (places, curved) => {
    const line = drawn(places, curved);
    const [there, here] = [outlines(mirrorPath(line)).flat(), outlines(line).flat()];
    equal(there.length, here.length);
    there.forEach(([u, v], i) => samePlace([-u, v], here[i]));
  },
);

test("Zero is on both sides, and has no sign", () => {
  equal(mirrorPath("M0,5C-1.5,4.1 4,5.5 9.5,6Z"), "M0,5C1.5,4.1 -4,5.5 -9.5,6Z");
});

law("A curve whose controls lie on its line is that line", [spot, spot], (from, to) => {
  /** @param {number} share @returns {[number, number]} */
  const between = (share) => [
    from[0] + share * (to[0] - from[0]),
    from[1] + share * (to[1] - from[1]),
  ];
  const line = `M${from.join(",")}C${[between(1 / 3), between(2 / 3), to].map((at) => at.join(",")).join(" ")}`;
  const points = outlines(line)[0];
  equal(points.length, 6);
  points.forEach((at, i) => samePlace(at, between(i / 5)));
});

test("A circle of four curves has the area of a circle", () => {
  const k = 55.23;
  const line =
    `M100,0C100,${k} ${k},100 0,100 -${k},100 -100,${k} -100,0 ` +
    `-100,-${k} -${k},-100 0,-100 ${k},-100 100,-${k} 100,0Z`;
  const share = pathArea(line) / (Math.PI * 100 ** 2);
  // Short lines inside it enclose a little less.
  ok(share > 0.975 && share < 1, String(share));
  samePlace(pathCentre(line), [0, 0]);
});
