// Importing a module of the browser's code does nothing that anybody could observe: what a page does
// begins with an explicit start (shell/page_parts.js). So every module can be imported in Node, too.
import assert from "node:assert/strict";
import { readdirSync } from "node:fs";
import test from "node:test";
import { pathToFileURL } from "node:url";

const FRONTEND = new URL("../../src/referral_map/app/frontend/", import.meta.url);
const LEAST_MODULES = 80;

// What a browser offers and a module may not touch before it is asked to.
const WATCHED = [
  "addEventListener",
  "BroadcastChannel",
  "document",
  "fetch",
  "history",
  "localStorage",
  "location",
  "matchMedia",
  "navigator",
  "queueMicrotask",
  "requestAnimationFrame",
  "sessionStorage",
  "setInterval",
  "setTimeout",
  "window",
];

function modules() {
  return readdirSync(FRONTEND, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith(".js"))
    .map((entry) => pathToFileURL(`${entry.parentPath}/${entry.name}`).href)
    .sort();
}

/**
 * The watched names that are used while `act` runs, once for each use.
 * @param {() => unknown} act
 */
async function touched(act) {
  /** @type {string[]} */
  const uses = [];
  const before = new Map(
    WATCHED.map((name) => [name, Object.getOwnPropertyDescriptor(globalThis, name)]),
  );
  for (const name of WATCHED) {
    const value = Reflect.get(globalThis, name);
    Object.defineProperty(globalThis, name, {
      configurable: true,
      get: () => {
        uses.push(name);
        return value;
      },
    });
  }
  try {
    await act();
  } finally {
    for (const [name, descriptor] of before) {
      if (descriptor) Object.defineProperty(globalThis, name, descriptor);
      else Reflect.deleteProperty(globalThis, name);
    }
  }
  return uses;
}

test("a use of a watched name is noted", async () => {
  assert.deepEqual(await touched(() => globalThis.localStorage), ["localStorage"]);
});

test("importing any module touches nothing of the page", async () => {
  const addresses = modules();
  assert.ok(addresses.length >= LEAST_MODULES, `${addresses.length} modules`);
  for (const address of addresses) {
    assert.deepEqual(await touched(() => import(address)), [], address);
  }
});
