import fc from "fast-check";
import { equal } from "node:assert/strict";
import { test } from "node:test";

import { mirrored, otherSide } from "#frontend/document/sides.js";
import { alike, sideOf } from "#frontend/document/marks.js";
import { MIRRORED_VIEW, VIEW_NAMES } from "#frontend/lib/constants.js";
import { law } from "../laws.js";

/** @import { Body, Mark, Side } from "../../../src/referral_map/app/frontend/types/wire.d.ts" */

/** @type {fc.Arbitrary<Side>} */
const side = fc.constantFrom("right", "left");
// The word of a side may also stand inside a name: only its end counts.
const part = fc.stringMatching(/^[a-z]+(_(upper|left|right))?$/);

law("The other side of the other side is the side itself", [side], (one) => {
  equal(otherSide(otherSide(one)), one);
});

law("No side is its own other side", [side], (one) => {
  equal(otherSide(one) === one, false);
});

law("A region mirrored twice is the region itself", [part, side], (name, one) => {
  equal(mirrored(mirrored(`${name}_${one}`)), `${name}_${one}`);
});

law(
  "A mirrored region is the same part of the body on the other side",
  [part, side],
  (name, one) => {
    equal(mirrored(`${name}_${one}`), `${name}_${otherSide(one)}`);
  },
);

test("Only the views from a side trade places in the mirror", () => {
  for (const view of VIEW_NAMES)
    equal(MIRRORED_VIEW[view], { right: "left", left: "right" }[String(view)] ?? view);
});

test("From behind the right is on the right, and from everywhere else on the left", () => {
  for (const view of VIEW_NAMES) {
    /** @param {number} u @returns {Mark} */
    const dab = (u) => ({ kind: "eraser", body: "man", view, path: [[u, 900]], size_cm: 3 });
    const isBehind = view === "back" || view === "hand_backs";
    const [positive, negative] = isBehind ? ["right", "left"] : ["left", "right"];
    const own = view === "right" || view === "left" ? view : null;
    equal(sideOf(dab(50)), own ?? positive);
    equal(sideOf(dab(-50)), own ?? negative);
  }
});

test("Strokes on two bodies are two strokes, however alike they are", () => {
  /** @param {Body} body @returns {Mark} */
  const dab = (body) => ({ kind: "eraser", body, view: "back", path: [[50, 900]], size_cm: 3 });
  equal(alike(dab("man"), dab("woman")), false);
  equal(alike(dab("man"), dab("man")), true);
});
