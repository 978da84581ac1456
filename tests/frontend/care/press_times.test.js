// How long the timer can run: the times of the record's range in steps, and the one it begins with.
import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";

import { clock, firstTime, pressTimes } from "#frontend/care/press_times.js";
import { law } from "../laws.js";

test("half a minute to two is offered as four times, and begins with a minute", () => {
  const times = pressTimes([30, 120]);
  assert.deepEqual(times, [30, 60, 90, 120]);
  assert.equal(firstTime(times), 60);
  assert.deepEqual(times.map(clock), ["0:30", "1:00", "1:30", "2:00"]);
});

const RANGE = fc
  .tuple(fc.integer({ min: 1, max: 300 }), fc.integer({ min: 0, max: 600 }))
  .map(([least, more]) => /** @type {[number, number]} */ ([least, least + more]));

law(
  "every time that is offered was tried, and the least is always one of them",
  [RANGE],
  (range) => {
    const times = pressTimes(range);
    assert.equal(times[0], range[0]);
    for (const each of times) assert.ok(each >= range[0] && each <= range[1]);
    for (let i = 1; i < times.length; i += 1) assert.equal(times[i] - times[i - 1], 30);
    assert.ok(range[1] - times[times.length - 1] < 30, "a step was left out");
  },
);

law("it begins with a minute where that is offered, else with the least", [RANGE], (range) => {
  const times = pressTimes(range);
  assert.equal(firstTime(times), times.includes(60) ? 60 : range[0]);
});
