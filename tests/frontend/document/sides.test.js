import fc from "fast-check";
import { deepEqual, equal } from "node:assert/strict";
import { test } from "node:test";

import { mirrored, otherSide } from "#frontend/document/sides.js";
import { MIRRORED_VIEW } from "#frontend/lib/constants.js";
import { law } from "../laws.js";

/** @import { Side } from "../../../src/referral_map/app/frontend/types/wire.d.ts" */

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
  deepEqual(MIRRORED_VIEW, {
    back: "back",
    front: "front",
    right: "left",
    left: "right",
    soles: "soles",
  });
});
