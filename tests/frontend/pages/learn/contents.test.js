// The places of the Learn page that the address may name.
import assert from "node:assert/strict";
import { test } from "node:test";

import { isSelfCare, places, PURPOSE, SELF_CARE, WORDS } from "#frontend/pages/learn/contents.js";

const NOTHING = { subjects: [], themes: [], muscles: {} };

test("what the map is for is a place of its own, named as the foot of every page names it", () => {
  assert.equal(PURPOSE, "purpose");
  assert.ok(places(NOTHING).has(PURPOSE));
});

test("what the map is for is read by those, too, who need a doctor first", () => {
  assert.equal(isSelfCare(PURPOSE, NOTHING), false);
  assert.equal(isSelfCare(WORDS, NOTHING), false);
  assert.equal(isSelfCare(SELF_CARE, NOTHING), true);
});
