// The place at which the next page is opened.
import assert from "node:assert/strict";
import { test } from "node:test";

import { openAt, takePlace } from "#frontend/document/next_place.js";

test("a place is told once, and then there is none", () => {
  assert.equal(takePlace(), "");
  openAt("purpose");
  assert.equal(takePlace(), "purpose");
  assert.equal(takePlace(), "");
});
