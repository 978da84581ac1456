// What counts as weakly supported: one source that holds is enough.
import assert from "node:assert/strict";
import test from "node:test";

import { isWeak } from "#frontend/language/citations.js";

/** @import { SourceTexts } from "../../../src/referral_map/app/frontend/types/wire.d.ts" */

/**
 * @param {boolean} weak
 * @returns {SourceTexts}
 */
function source(weak) {
  return {
    kind: "page",
    authors: "A",
    title: "T",
    rank: weak ? "popular" : "guideline",
    seen: "opening",
    url: "https://example.org/a",
    note: "N.",
    ...(weak ? { weak } : {}),
  };
}

const SOURCES = { shop: source(true), blog: source(true), guide: source(false) };

test("what cites nothing but weak sources is weak, also where a place in the work is named", () => {
  assert.equal(isWeak(["shop"], SOURCES), true);
  assert.equal(isWeak(["shop", "blog ch. 3"], SOURCES), true);
});

test("one source that holds is enough, wherever it stands", () => {
  assert.equal(isWeak(["guide"], SOURCES), false);
  assert.equal(isWeak(["shop", "guide p. 2"], SOURCES), false);
  assert.equal(isWeak(["guide", "shop"], SOURCES), false);
});

test("what cites nothing, or what nobody knows, is not called weak", () => {
  assert.equal(isWeak([], SOURCES), false);
  assert.equal(isWeak(["unknown"], SOURCES), false);
});
