// Laws: what holds for every value, tried on values drawn by chance. Where CI asks, on the same
// ones each time. A law that fails says the smallest value it found, and the seed to draw it again.

import fc from "fast-check";
import { test } from "node:test";

const SETTINGS = process.env.CI === "true" ? { seed: 20_261_127 } : {};

/**
 * A test of one law.
 * @template {[unknown, ...unknown[]]} Values
 * @param {string} name - the law, as a sentence
 * @param {{ [Key in keyof Values]: fc.Arbitrary<Values[Key]> }} values - what to draw
 * @param {(...values: Values) => void} holds - throws for values that break the law
 */
export function law(name, values, holds) {
  test(name, () => fc.assert(fc.property(...values, holds), SETTINGS));
}
