import fc from "fast-check";
import { deepEqual, equal, ok } from "node:assert/strict";
import { test } from "node:test";

import { thatFit, touch } from "#frontend/pages/visits/labels.js";
import { law } from "../../laws.js";

const labels = fc.array(
  fc.record({
    x: fc.integer({ min: 24, max: 296 }),
    y: fc.integer({ min: 15, max: 96 }),
    text: fc.nat({ max: 2000 }).map(String),
  }),
  { minLength: 1, maxLength: 20 },
);

law("No two numbers of a chart touch", [labels], (all) => {
  const kept = thatFit(all);
  ok(kept.every((one, at) => kept.slice(at + 1).every((other) => !touch(one, other))));
});

law("The last visit is written, and every number left out has no room", [labels], (all) => {
  const kept = thatFit(all);
  equal(kept[0], all.at(-1));
  for (const each of all) ok(kept.includes(each) || kept.some((other) => touch(each, other)));
});

test("Numbers far apart are all written", () => {
  const apart = [24, 160, 296].map((x) => ({ x, y: 40, text: "120" }));
  deepEqual(new Set(thatFit(apart)), new Set(apart));
});
