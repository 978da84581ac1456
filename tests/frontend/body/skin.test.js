import fc from "fast-check";
import { deepEqual, equal, ok } from "node:assert/strict";
import { test } from "node:test";

import { Skin } from "#frontend/body/skin.js";
import { AREA_STEPS, UV_STEPS, VIEW_NAMES } from "#frontend/lib/constants.js";
import { law } from "../laws.js";

/** @typedef {import("#frontend/types/wire.d.ts").Mark} Mark */
/** @typedef {import("#frontend/types/page.d.ts").Place} Place */

/** Side of the square of skin that these tests draw on, points 10 mm apart; cm2 of each point. */
const SIDE = 20;
const STEP_MM = 10;
const AREA_CM2 = 1;

/** @param {Uint16Array | Int16Array} numbers */
const packed = (numbers) => btoa(String.fromCharCode(...new Uint8Array(numbers.buffer)));

/**
 * A square of skin that every view shows: its left half is region "a", its right half "b".
 * @param {"woman" | "man"} body
 * @param {(place: number[]) => number[]} where - a point is seen on this body, mm
 */
function square(body, where) {
  const count = SIDE * SIDE;
  const numbers = [...Array(count).keys()];
  const uv = numbers.flatMap((each) =>
    where([(each % SIDE) * STEP_MM, Math.floor(each / SIDE) * STEP_MM]).map((at) => at * UV_STEPS),
  );
  const seen = {
    index: packed(Uint16Array.from(numbers)),
    uv: packed(Int16Array.from(uv)),
    both: false,
  };
  const points = {
    count,
    area: packed(new Uint16Array(count / 2).fill(AREA_CM2 * AREA_STEPS)),
    region: packed(Int16Array.from(numbers, (each) => (each % SIDE < SIDE / 2 ? 0 : 1))),
    views: /** @type {Record<(typeof VIEW_NAMES)[number], typeof seen>} */ (
      Object.fromEntries(VIEW_NAMES.map((name) => [name, seen]))
    ),
  };
  return new Skin(points, ["a", "b"], body);
}

const SKIN = square("man", (at) => at);
const place = fc.tuple(
  fc.integer({ min: -50, max: SIDE * STEP_MM + 50 }),
  fc.integer({ min: -50, max: SIDE * STEP_MM + 50 }),
);
const paths = fc.array(place, { minLength: 1, maxLength: 6 });
const sizes = fc.double({ min: 0.5, max: 12, noNaN: true });

/**
 * @param {"brush" | "eraser"} kind
 * @param {Place[]} path
 * @param {number} size
 * @returns {Mark}
 */
function stroke(kind, path, size) {
  const on = { body: /** @type {const} */ ("man"), view: /** @type {const} */ ("back") };
  const common = { ...on, path, size_cm: size };
  return kind === "eraser"
    ? { kind, ...common }
    : { kind, ...common, intensity: null, quality: null };
}

/** Squared distance of a skin point from a stretch, written apart from the module's own. */
function distance(/** @type {number} */ point, /** @type {Place} */ from, /** @type {Place} */ to) {
  const at = [(point % SIDE) * STEP_MM, Math.floor(point / SIDE) * STEP_MM];
  let least = Infinity;
  for (let part = 0; part <= 400; part += 1) {
    const share = part / 400;
    const u = from[0] + share * (to[0] - from[0]);
    const v = from[1] + share * (to[1] - from[1]);
    least = Math.min(least, Math.hypot(at[0] - u, at[1] - v));
  }
  return least;
}

law(
  "A stroke reaches what lies within half its width, and nothing else",
  [paths, sizes],
  (path, size) => {
    const reached = new Set(SKIN.reached(stroke("brush", path, size)));
    const stretches =
      path.length > 1 ? path.slice(1).map((to, i) => [path[i], to]) : [[path[0], path[0]]];
    for (let point = 0; point < SKIN.count; point += 1) {
      const least = Math.min(...stretches.map(([from, to]) => distance(point, from, to)));
      // Between the samples of a stretch the true distance is a little less.
      if (least < size * 5 - 0.5) ok(reached.has(point), `point ${point} at ${least} mm`);
      if (least > size * 5 + 0.5) ok(!reached.has(point), `point ${point} at ${least} mm`);
    }
  },
);

law(
  "A stroke that grows step by step reaches what it reaches whole",
  [paths, sizes],
  (path, size) => {
    const growing = stroke("brush", [path[0]], size);
    if (growing.kind === "region") throw new Error("a stroke is no region");
    SKIN.reached(growing);
    path.slice(1).forEach((to, number) => SKIN.grow(growing, [path[number], to]));
    const whole = SKIN.reached(stroke("brush", path, size));
    deepEqual(new Set(SKIN.reached(growing)), new Set(whole));
  },
);

law(
  "What the eraser went over last is not marked, whatever was there",
  [paths, sizes],
  (path, size) => {
    /** @type {Mark[]} */
    const regions = ["a", "b"].map((region) => ({
      kind: "region",
      region,
      intensity: null,
      quality: null,
    }));
    const eraser = stroke("eraser", path, size);
    const { by, area } = SKIN.marked([...regions, eraser]);
    const erased = new Set(SKIN.reached(eraser));
    for (let point = 0; point < SKIN.count; point += 1) equal(by[point] < 0, erased.has(point));
    ok(Math.abs(area - (SKIN.count - erased.size) * AREA_CM2) < 1e-6);
  },
);

test("A region is its own points, an unknown one none, and pain of 0 is not marked", () => {
  equal(SKIN.inRegion("a").length, SKIN.count / 2);
  deepEqual(SKIN.inRegion("elbow"), []);
  /** @type {Mark} */
  const painless = { kind: "region", region: "a", intensity: 0, quality: null };
  equal(SKIN.marked([painless]).area, 0);
});

/** @type {fc.Arbitrary<Mark>} */
const anyMark = fc.oneof(
  fc.record({
    kind: fc.constant(/** @type {const} */ ("region")),
    region: fc.constantFrom("a", "b", "elbow"),
    intensity: fc.constantFrom(null, 0, 5),
    quality: fc.constant(null),
  }),
  fc
    .tuple(fc.constantFrom(/** @type {const} */ ("brush"), /** @type {const} */ ("eraser")), paths)
    .chain(([kind, path]) => fc.constantFrom(6, 60).map((size) => stroke(kind, path, size))),
);

/** Numbers of the marks that lie on some point, worked out point by point. */
function lying(/** @type {readonly Mark[]} */ marks) {
  /** @type {Set<number>} */
  const seen = new Set();
  for (let point = 0; point < SKIN.count; point += 1) {
    /** @type {number[]} */
    let here = [];
    marks.forEach((mark, number) => {
      if (!SKIN.reached(mark).includes(point)) return;
      const isTakenAway = mark.kind === "eraser" || mark.intensity === 0;
      here = isTakenAway ? [] : [...here, number];
    });
    for (const number of here) seen.add(number);
  }
  return seen;
}

const fewMarks = fc.array(anyMark, { maxLength: 7 });

law("A mark stands while something of it is left on the skin", [fewMarks], (marks) => {
  const standing = SKIN.standing(marks);
  const expected = lying(marks);
  marks.forEach((mark, number) => equal(standing.has(mark), expected.has(number), `${number}`));
  equal(SKIN.marked(marks).area > 0, standing.size > 0);
});

law("Whatever was rubbed out, a region that is marked again stands", [fewMarks], (marks) => {
  /** @type {Mark} */
  const again = { kind: "region", region: "a", intensity: null, quality: null };
  ok(SKIN.standingRegions([...marks, again]).has("a"));
});

test("Marks that are rubbed out whole come up among those drawn by chance", () => {
  const drawn = fc.sample(fewMarks, { numRuns: 200, seed: 7 });
  /** @param {readonly Mark[]} marks */
  const hasLost = (marks) =>
    marks.some(
      (mark) => mark.kind !== "eraser" && mark.intensity !== 0 && !SKIN.standing(marks).has(mark),
    );
  ok(drawn.filter(hasLost).length > 20);
});

/** The other body: each point lies elsewhere in the picture, a third farther from the others. */
const OTHER = square("woman", ([u, v]) => [40 + u * 1.25, 300 + v * 1.5]);

/** Skins of both bodies that know each other. */
function both() {
  const [man, woman] = [
    square("man", (at) => at),
    square("woman", ([u, v]) => [40 + u * 1.25, 300 + v * 1.5]),
  ];
  man.meet(woman);
  woman.meet(man);
  return { man, woman };
}

law(
  "A stroke on one body reaches the same points whichever body is in use",
  [paths, sizes, fc.constantFrom(/** @type {const} */ ("man"), /** @type {const} */ ("woman"))],
  (path, size, body) => {
    const { man, woman } = both();
    const mark = /** @type {Mark} */ ({ ...stroke("brush", path, size), body });
    deepEqual(man.reached(mark), woman.reached(mark));
    deepEqual([...man.standing([mark])], [...woman.standing([mark])]);
    ok(Math.abs(man.marked([mark]).area - woman.marked([mark]).area) < 1e-6);
  },
);

test("Without the skin of the other body it is not known what a stroke there reaches, until it comes", () => {
  const man = square("man", (at) => at);
  /** @type {Mark} */
  const there = {
    ...{ kind: "eraser", view: "back", size_cm: 4 },
    body: "woman",
    path: [[165, 450]],
  };
  equal(man.knows(there), false);
  deepEqual(man.reached(there), []);
  man.meet(OTHER);
  equal(man.knows(there), true);
  ok(man.reached(there).length > 0);
});

const inside = fc.tuple(
  fc.integer({ min: 20, max: (SIDE - 3) * STEP_MM }),
  fc.integer({ min: 20, max: (SIDE - 3) * STEP_MM }),
);

law("A stroke on the other body is drawn where its skin lies on this one", [inside], (at) => {
  const { man } = both();
  const [u, v] = at;
  const mark = stroke("brush", [[40 + u * 1.25, 300 + v * 1.5]], 2);
  if (mark.kind === "region") throw new Error("a stroke is no region");
  const [[hereU, hereV]] = man.pathHere({ ...mark, body: "woman" });
  ok(Math.hypot(hereU - u, hereV - v) < STEP_MM / 2, `${hereU}, ${hereV} is not ${at}`);
  deepEqual(man.pathHere(mark), mark.path);
});

test("Of a region each view tells where it is seen", () => {
  deepEqual(SKIN.middleOf("a", "back"), [45, 95]);
  equal(SKIN.middleOf("elbow", "back"), null);
  equal(SKIN.seenOf("b", "soles").length, SKIN.count / 2);
});
