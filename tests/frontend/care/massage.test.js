// What is said of how long and how often to press a muscle.
import assert from "node:assert/strict";
import { test } from "node:test";

import { doseOf } from "#frontend/care/massage.js";

/** @import { Dose } from "../../../src/referral_map/app/frontend/types/wire.d.ts" */

/** @type {Dose} */
const DOSE = {
  seconds: [30, 120],
  repeats: [1, 3],
  text: "No one knows the best dose.",
  words: "Not known.",
  sources: ["a_trial"],
};

test("a muscle without a dose of its own has the dose of all, with its sources", () => {
  assert.deepEqual(doseOf({ dose: null }, DOSE), { text: DOSE.text, sources: DOSE.sources });
});

test("a muscle with a dose of its own has that alone, with its reason and its sources", () => {
  const own = {
    text: "Press for ten seconds.",
    reason: "A vessel runs there.",
    sources: ["a_book"],
  };
  assert.deepEqual(doseOf({ dose: own }, DOSE), {
    text: "Press for ten seconds. A vessel runs there.",
    sources: ["a_book"],
  });
});
