// No module does work when it is imported: each can be read where there is no page, and neither
// asks a server, nor waits, nor listens for anything before one of its functions is called.

import { deepEqual, ok } from "node:assert/strict";
import { globSync } from "node:fs";
import { test } from "node:test";

const FRONTEND = new URL("../../src/referral_map/app/frontend/", import.meta.url);
const MODULES = globSync("**/*.js", { cwd: FRONTEND }).sort();

/** @type {string[]} */
const work = [];
for (const name of [
  "fetch",
  "setTimeout",
  "setInterval",
  "requestAnimationFrame",
  "addEventListener",
]) {
  Object.assign(globalThis, { [name]: () => void work.push(name) });
}

test("There are modules to import", () => {
  ok(MODULES.length > 50, `${MODULES.length} modules`);
  ok(MODULES.includes("page.js"));
});

for (const name of MODULES) {
  test(`${name} does nothing when it is imported`, async () => {
    work.length = 0;
    await import(new URL(name, FRONTEND).href);
    deepEqual(work, []);
  });
}
