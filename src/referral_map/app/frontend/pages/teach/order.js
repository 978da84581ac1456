// In which order a view is painted, and what of its nerves lies under something that is shown.
import { SIDES } from "../../lib/constants.js";
import { outlines } from "../../lib/svg_paths.js";

/** @import { DrawnNerve, Place, ViewDrawing } from "../../types/page.d.ts" */
/** @import { PaintedShape, PaintingStep, PatchStep, StructureStep } from "./types.d.ts" */

// Pieces of a nerve end where what lies over them changes: the next begins this near, picture mm.
const JOINT_MM = 6;

/**
 * What is painted of a view, from the farthest to the nearest. The part of a muscle that lies in front
 * of something nearer is painted once more, right after that.
 * @param {Pick<ViewDrawing, "order" | "patches">} view
 * @returns {PaintingStep[]}
 */
export function paintingSteps({ order, patches }) {
  /** @type {Map<string, PatchStep[]>} */
  const after = new Map();
  for (const { of, over, path } of patches)
    after.set(over, [...(after.get(over) ?? []), { kind: "patch", of, over, path }]);
  return order.flatMap((structure) => [structureStep(structure), ...(after.get(structure) ?? [])]);
}

/**
 * @param {string} structure - `bone:id` or `muscle:id`
 * @returns {StructureStep}
 */
function structureStep(structure) {
  const [kind, id] = structure.split(":");
  return { kind: kind === "bone" ? "bone" : "muscle", id };
}

/**
 * The shapes of what is shown, as they are painted one over another: all bones, and some muscles.
 * @param {Pick<ViewDrawing, "order" | "bones" | "muscles">} view
 * @param {ReadonlySet<string>} shown - muscles as "muscle:side"
 * @returns {PaintedShape[]}
 */
export function paintedShapes({ order, bones, muscles }, shown) {
  return order.map(structureStep).flatMap(({ kind, id }) => {
    if (kind === "bone") return [{ key: "", path: bones[id] ?? "" }];
    return SIDES.flatMap((side) => {
      const path = muscles[id]?.[side];
      return path && shown.has(`${id}:${side}`) ? [{ key: `${id}:${side}`, path }] : [];
    });
  });
}

/**
 * What is painted after the last of some shapes.
 * @param {readonly PaintedShape[]} painted
 * @param {readonly string[]} keys - of those shapes
 */
export function nearerThan(painted, keys) {
  return painted.slice(painted.findLastIndex(({ key }) => keys.includes(key)) + 1);
}

/**
 * Whether something that is shown lies over a piece of a nerve.
 * @param {Pick<DrawnNerve, "under">} piece
 * @param {ReadonlySet<string>} shown - structures, as the order names them
 */
export function isCovered({ under }, shown) {
  return under.some((structure) => shown.has(structure));
}

/**
 * The pieces of a nerve joined where one goes on from another: the places along each course.
 * @param {readonly Pick<DrawnNerve, "path">[]} pieces
 * @returns {Place[][]}
 */
export function coursesOf(pieces) {
  /** @type {Place[][]} */
  const courses = [];
  for (const places of pieces.flatMap(({ path }) => outlines(path))) {
    const last = courses.at(-1);
    const end = last?.at(-1);
    if (last && end && apart(end, places[0]) <= JOINT_MM) last.push(...places);
    else courses.push([...places]);
  }
  return courses;
}

/**
 * How long a course is, picture mm.
 * @param {readonly Place[]} course
 */
export function courseLength(course) {
  return course.slice(1).reduce((sum, place, i) => sum + apart(place, course[i]), 0);
}

/**
 * @param {Place} one
 * @param {Place} other
 */
function apart([u0, v0], [u1, v1]) {
  return Math.hypot(u1 - u0, v1 - v0);
}
