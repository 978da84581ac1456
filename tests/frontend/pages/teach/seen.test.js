import fc from "fast-check";
import { equal, ok } from "node:assert/strict";
import { test } from "node:test";

import { seenParts } from "#frontend/pages/teach/seen.js";
import { law } from "../../laws.js";

/** @import { Box } from "#frontend/types/page.d.ts" */

/** @type {Box} */
const WINDOW = [-100, 0, 200, 220];

/**
 * A rectangle as a path.
 * @param {number} u
 * @param {number} v
 * @param {number} width
 * @param {number} height
 */
function box(u, v, width, height) {
  return `M${u},${v}L${u + width},${v}L${u + width},${v + height}L${u},${v + height}Z`;
}

test("a shape under others is seen where they leave it free", () => {
  const painted = [
    { key: "under", path: box(-50, 20, 100, 100) },
    { key: "", path: box(-50, 20, 60, 100) },
  ];
  const part = seenParts(painted, WINDOW).get("under");
  ok(part);
  ok(Math.abs(part.area - 40 * 100) < 200, String(part.area));
  ok(part.at[0] > 10 && part.at[0] < 50 && part.at[1] > 20 && part.at[1] < 120, String(part.at));
});

test("what is wholly covered is not seen, and what has no key is not told of", () => {
  const painted = [
    { key: "under", path: box(0, 20, 20, 20) },
    { key: "", path: box(-10, 10, 60, 60) },
  ];
  equal(seenParts(painted, WINDOW).size, 0);
});

test("a hole is seen through", () => {
  const ring = box(-40, 20, 80, 80) + box(-20, 40, 40, 40);
  const painted = [
    { key: "under", path: box(-40, 20, 80, 80) },
    { key: "over", path: ring },
  ];
  const seen = seenParts(painted, WINDOW);
  ok(Math.abs((seen.get("under")?.area ?? 0) - 40 * 40) < 150);
  ok(Math.abs((seen.get("over")?.area ?? 0) - (80 * 80 - 40 * 40)) < 300);
});

const place = fc.integer({ min: -90, max: 60 });
const size = fc.integer({ min: 8, max: 40 });

law("The place of a name lies on what it names", [place, place, size, size], (u, v, wide, tall) => {
  const [, top] = WINDOW;
  const at = seenParts([{ key: "one", path: box(u, top + v + 92, wide, tall) }], WINDOW).get(
    "one",
  )?.at;
  ok(at);
  ok(at[0] >= u && at[0] <= u + wide, `${at}`);
  ok(at[1] >= v + 92 && at[1] <= v + 92 + tall, `${at}`);
});
