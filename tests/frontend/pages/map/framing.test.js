// Which part of the body is turned to where something is to be seen.
import { equal } from "node:assert/strict";
import { test } from "node:test";

import { framingWith } from "#frontend/pages/map/framing.js";

/** @import { Drawings } from "#frontend/types/wire.d.ts" */

const back = {
  lower: /** @type {[number, number, number, number]} */ ([-300, 450, 600, 1272]),
  upper: /** @type {[number, number, number, number]} */ ([-532, -12, 1064, 990]),
  whole: /** @type {[number, number, number, number]} */ ([-532, -12, 1064, 1734]),
};
const frames = /** @type {Drawings["views"]} */ (
  /** @type {unknown} */ ({ back: { windows: back }, palms: { windows: { upper: back.upper } } })
);

test("The present part stays where it shows the place", () => {
  equal(framingWith({ frames }, "back", [0, 700], "upper"), "upper");
  equal(framingWith({ frames }, "back", [0, 700], "whole"), "whole");
  equal(framingWith({ frames }, "back", null, "upper"), "upper");
});

test("Else it is the first that shows it", () => {
  equal(framingWith({ frames }, "back", [0, 1500], "upper"), "lower");
  equal(framingWith({ frames }, "back", [0, 100], "lower"), "upper");
  equal(framingWith({ frames }, "palms", null, "lower"), "upper");
  equal(framingWith({ frames }, "palms", [0, 1600], "lower"), "lower");
});
