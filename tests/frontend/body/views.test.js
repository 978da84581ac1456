// A view with both sides written out: what is sent of it is its right side.
import { deepEqual, equal } from "node:assert/strict";
import { test } from "node:test";

import { cutEdges } from "#frontend/body/fade.js";
import { structuresIn } from "#frontend/body/depth.js";
import { joined } from "#frontend/body/nerve_lines.js";
import { unfold, viewsOf } from "#frontend/body/views.js";

/** @import { Drawings, FoldedView, ViewFrame } from "#frontend/types/wire.d.ts" */

/** @type {FoldedView} */
const FOLDED = {
  view: "back",
  body: "M-9,0 9,0 9,9Z",
  shades: ["M1,1 2,1 2,2Z"],
  folds: "M1,1C2,2 3,3 4,4",
  bony: "",
  order: ["bone:sacrum", "muscle:soleus", "bone:tibia"],
  patches: [{ of: "muscle:soleus", over: "bone:tibia", path: "M5,5 6,5 6,6Z" }],
  bones: {
    sacrum: { path: "M-1,0 1,0 1,1Z", midline: true },
    tibia: { path: "M3,0 4,0 4,1Z", midline: false },
  },
  regions: { knee: "M2,2 3,2 3,3Z", chin: "M4,2 5,2 5,3Z" },
  muscles: { soleus: "M5,5 7,5 7,7Z" },
  fibres: { soleus: "M5,5 7,7" },
  tendons: { soleus: "" },
  nerves: { sciatic: [{ path: "M1,1 2,2", width: 3, name: "Sciatic", under: ["bone:tibia"] }] },
  patterns: {
    soleus_1: {
      essential: "M1,0 2,0 2,1Z",
      spillover: "",
      essential_across: "M0.5,0 1,0 1,1Z",
      spillover_across: "",
      mark: [1.5, 0.5],
    },
    deep_1: {
      essential: "M1,0 2,0 2,1Z",
      spillover: "",
      essential_across: "",
      spillover_across: "",
      mark: null,
    },
  },
};

/** @param {string} id @returns {Drawings["regions"][number]} */
const region = (id) => ({
  ...{ id, name: id, anatomical_name: id, part: "leg", area_cm2: 1, patterns: true },
  side: id.endsWith("_left") ? "left" : "right",
  views: id.startsWith("knee") ? ["back", "right", "left"] : ["front"],
});
const REGIONS = ["knee_right", "knee_left", "chin_right"].map(region);

/** @param {boolean} twoSided @returns {ViewFrame} */
const frame = (twoSided) => ({
  title: "View",
  window: [-10, 0, 20, 20],
  windows: { lower: [-10, 5, 20, 15], whole: [-10, 0, 20, 20] },
  letters: {},
  stored: twoSided ? "back" : "right",
  two_sided: twoSided,
  right_at: twoSided ? 1 : 0,
});

test("A view of both sides has the left as the mirror of the right", () => {
  const view = unfold("back", frame(true), FOLDED, REGIONS);
  equal(view.body, FOLDED.body);
  deepEqual(view.muscles.soleus, { right: "M5,5 7,5 7,7Z", left: "M-5,5 -7,5 -7,7Z" });
  deepEqual(view.regions, { knee_right: "M2,2 3,2 3,3Z", knee_left: "M-2,2 -3,2 -3,3Z" });
  equal(view.bones.sacrum, "M-1,0 1,0 1,1Z");
  equal(view.bones.tibia, "M3,0 4,0 4,1ZM-3,0 -4,0 -4,1Z");
  equal(view.patches[0].path, "M5,5 6,5 6,6ZM-5,5 -6,5 -6,6Z");
  deepEqual(view.nerves.sciatic.left?.[0].path, "M-1,1 -2,2");
  // What is felt on the other half stands with the point it belongs to.
  equal(view.patterns.soleus_1.right?.essential, "M1,0 2,0 2,1ZM-0.5,0 -1,0 -1,1Z");
  deepEqual(view.patterns.soleus_1.left?.mark, [-1.5, 0.5]);
});

test("The left side is the right one in the mirror, and shows of the other what crosses over", () => {
  const view = unfold("left", frame(false), FOLDED, REGIONS);
  equal(view.body, "M9,0 -9,0 -9,9Z");
  deepEqual(view.shades, ["M-1,1 -2,1 -2,2Z"]);
  deepEqual(Object.keys(view.muscles.soleus), ["left"]);
  deepEqual(Object.keys(view.regions), ["knee_left"]);
  deepEqual(view.patterns.soleus_1.right, {
    essential: "M-0.5,0 -1,0 -1,1Z",
    spillover: "",
    mark: null,
  });
  deepEqual(Object.keys(view.patterns.deep_1), ["left"]);
});

test("A part of the body has those views that have a window for it, in order", () => {
  const frames = /** @type {Drawings["views"]} */ (
    new Proxy({}, { get: (_, name) => (name === "soles" ? { windows: {} } : frame(true)) })
  );
  const lower = viewsOf({ frames }, "lower");
  equal(lower[0], "back");
  equal(lower.includes("soles"), false);
  deepEqual(viewsOf({ frames }, "upper"), []);
});

test("A window cuts the body where the body goes on", () => {
  const body = "M-9,0 9,0 9,40 -9,40Z";
  deepEqual(cutEdges(body, [-30, -30, 60, 100]), {
    left: false,
    top: false,
    right: false,
    bottom: false,
  });
  deepEqual(cutEdges(body, [-5, 10, 40, 90]), {
    left: true,
    top: true,
    right: false,
    bottom: false,
  });
  deepEqual(cutEdges(body, [-30, 0, 60, 20]), {
    left: false,
    top: true,
    right: false,
    bottom: true,
  });
  deepEqual(cutEdges("", [-5, 10, 40, 90]), {
    left: false,
    top: false,
    right: false,
    bottom: false,
  });
});

test("All bones are painted, and the muscles that are shown", () => {
  deepEqual(structuresIn(FOLDED, new Set()), new Set(["bone:sacrum", "bone:tibia"]));
  deepEqual(structuresIn(FOLDED, new Set(["soleus:left"])), new Set(FOLDED.order));
});

test("Pieces of a nerve that go on from each other are one line", () => {
  const pieces = [
    { path: "M1,1C2,2 3,3 4,4", width: 3 },
    { path: "M4,4C5,5 6,6 7,7", width: 3 },
    { path: "M9,9C10,10 11,11 12,12", width: 2 },
  ];
  deepEqual(joined(pieces), [
    { path: "M1,1C2,2 3,3 4,4C5,5 6,6 7,7", width: 3 },
    { path: "M9,9C10,10 11,11 12,12", width: 2 },
  ]);
});
