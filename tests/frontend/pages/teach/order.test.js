import fc from "fast-check";
import { deepEqual, equal, ok } from "node:assert/strict";
import { test } from "node:test";

import { structuresIn } from "#frontend/body/depth.js";
import {
  courseLength,
  coursesOf,
  isCovered,
  nearerThan,
  paintedShapes,
  paintingSteps,
} from "#frontend/pages/teach/order.js";
import { law } from "../../laws.js";

/** The buttock from behind, as far as the sciatic nerve passes it. */
const BUTTOCK = {
  order: [
    "bone:femur",
    "muscle:quadratus_femoris",
    "muscle:superior_gemellus",
    "bone:sacrum",
    "muscle:piriformis",
    "muscle:biceps_femoris",
    "muscle:gluteus_maximus",
  ],
  bones: { femur: "M0,0L1,0L1,1Z", sacrum: "M2,0L3,0L3,1Z" },
  muscles: {
    quadratus_femoris: { right: "M0,4L1,4L1,5Z", left: "M0,4L-1,4L-1,5Z" },
    superior_gemellus: { right: "M0,3L1,3L1,4Z" },
    piriformis: { right: "M0,2L1,2L1,3Z", left: "M0,2L-1,2L-1,3Z" },
    gluteus_maximus: { right: "M0,0L9,0L9,9Z", left: "M0,0L-9,0L-9,9Z" },
  },
  patches: [{ of: "muscle:superior_gemellus", over: "bone:sacrum", path: "M0,3L1,3L1,4Z" }],
};

/** The sciatic nerve from the sacrum down, by what lies over each piece. */
const SCIATIC = {
  behindSacrum: ["bone:sacrum", "muscle:gluteus_maximus"],
  behindPiriformis: ["muscle:gluteus_maximus", "muscle:piriformis"],
  onGemellus: ["muscle:gluteus_maximus"],
  onQuadratus: ["muscle:gluteus_maximus"],
  behindBiceps: ["muscle:biceps_femoris"],
};

/**
 * The pieces that are hidden while some muscles are shown.
 * @param {...string} muscles
 */
function hidden(...muscles) {
  const shown = structuresIn(BUTTOCK, new Set(muscles.map((id) => `${id}:right`)));
  return Object.entries(SCIATIC)
    .filter(([, under]) => isCovered({ under }, shown))
    .map(([name]) => name);
}

test("a patch is painted right after what it lies over", () => {
  const steps = paintingSteps(BUTTOCK).map((step) =>
    step.kind === "patch" ? `patch of ${step.of}` : `${step.kind}:${step.id}`,
  );
  const at = steps.indexOf("patch of muscle:superior_gemellus");
  equal(steps[at - 1], "bone:sacrum");
  deepEqual(
    steps.filter((_, i) => i !== at),
    BUTTOCK.order,
  );
});

test("the nerve comes out under piriformis, over gemellus and quadratus, under maximus and biceps", () => {
  const deep = ["quadratus_femoris", "superior_gemellus", "piriformis"];
  deepEqual(hidden(...deep), ["behindSacrum", "behindPiriformis"]);
  deepEqual(hidden(...deep, "biceps_femoris"), [
    "behindSacrum",
    "behindPiriformis",
    "behindBiceps",
  ]);
  deepEqual(hidden(...deep, "biceps_femoris", "gluteus_maximus"), Object.keys(SCIATIC));
});

test("without muscles only bones hide it, and without anything nothing does", () => {
  deepEqual(hidden(), ["behindSacrum"]);
  ok(!isCovered({ under: ["bone:sacrum"] }, new Set()));
});

test("what is shown is painted in the order of the view, both sides at the same place", () => {
  const shown = new Set(["gluteus_maximus:left", "piriformis:left", "piriformis:right"]);
  deepEqual(
    paintedShapes(BUTTOCK, shown).map(({ key, path }) => key || path),
    [
      BUTTOCK.bones.femur,
      BUTTOCK.bones.sacrum,
      "piriformis:right",
      "piriformis:left",
      "gluteus_maximus:left",
    ],
  );
});

test("nearer than a muscle is what is painted after it on both sides", () => {
  const keys = ["piriformis:right", "piriformis:left"];
  const shown = new Set([...keys, "quadratus_femoris:right", "gluteus_maximus:right"]);
  const painted = paintedShapes(BUTTOCK, shown);
  deepEqual(
    nearerThan(painted, keys).map(({ key }) => key),
    ["gluteus_maximus:right"],
  );
  deepEqual(nearerThan(painted, ["gluteus_maximus:right"]), []);
});

const structures = fc.subarray(BUTTOCK.order);

law(
  "Nothing that is taken away hides more of a nerve",
  [structures, structures],
  (under, shown) => {
    const fewer = new Set(shown.slice(1));
    ok(!isCovered({ under }, fewer) || isCovered({ under }, new Set(shown)));
  },
);

test("pieces that go on from each other are one course", () => {
  const pieces = ["M0,0L0,5L0,10", "M0,12L0,15L0,20", "M50,0L50,5L50,10"].map((path) => ({ path }));
  const courses = coursesOf(pieces);
  deepEqual(courses.map(courseLength), [20, 10]);
  deepEqual(coursesOf([]), []);
});
