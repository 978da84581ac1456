import fc from "fast-check";
import { deepEqual, equal } from "node:assert/strict";

import { base64Of, bytesOf } from "#frontend/lib/base64.js";
import { law } from "../laws.js";

const bytes = fc.uint8Array({ maxLength: 300 });

law("Bytes are the same after they were base64", [bytes], (some) => {
  deepEqual(bytesOf(base64Of(some)), some);
});

law("Base64 is what everybody calls so, however much there is", [fc.nat(30_000)], (size) => {
  const many = new Uint8Array(size).fill(65);
  equal(base64Of(many), btoa("A".repeat(size)));
});
