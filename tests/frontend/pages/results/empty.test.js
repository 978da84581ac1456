// Whether what is marked lies where patterns are felt.
import { equal } from "node:assert/strict";
import { test } from "node:test";

import { withoutPatterns } from "#frontend/pages/results/empty.js";

/** @param {string} id @param {boolean} patterns */
const region = (id, patterns) => ({
  ...{ id, name: id, anatomical_name: id, part: "leg", area_cm2: 1, patterns },
  side: /** @type {const} */ ("right"),
  views: [],
});
const regions = [
  region("knee_right", true),
  region("palm_right", false),
  region("chin_right", false),
];

test("It is told of none, of some, and of all", () => {
  equal(withoutPatterns({ marked_regions: ["knee"] }, { regions }), "none");
  equal(withoutPatterns({ marked_regions: [] }, { regions }), "none");
  equal(withoutPatterns({ marked_regions: ["knee", "palm"] }, { regions }), "some");
  equal(withoutPatterns({ marked_regions: ["chin", "palm"] }, { regions }), "all");
});
