import fc from "fast-check";
import { equal } from "node:assert/strict";

import { oneGestureOf } from "#frontend/pages/map/gestures.js";
import { law } from "../../laws.js";

// What somebody does at a slider: a drag, keys, or going away; and how often the value changes meanwhile.
const acts = fc.constantFrom(/** @type {const} */ ("pointerdown"), "keydown", "blur");
const story = fc.array(fc.tuple(acts, fc.nat(3)), { minLength: 1, maxLength: 8 });

/**
 * Whether a gesture begins: keys go on with the keys before them, unless one was away.
 * @param {string} act
 * @param {string | undefined} before
 */
const begins = (act, before) => act === "pointerdown" || (act === "keydown" && before !== act);

law("A drag, or a visit by keyboard, is one gesture, and no two are the same", [story], (all) => {
  const input = new EventTarget();
  const gesture = oneGestureOf(input);
  /** @type {Set<string>} */
  const seen = new Set();
  for (const [act, more] of all) {
    input.dispatchEvent(new Event(act));
    if (act === "blur") continue;
    for (let change = 0; change <= more; change += 1) seen.add(gesture());
  }
  equal(seen.size, all.filter(([act], number) => begins(act, all[number - 1]?.[0])).length);
});
