// The marks of a document: which side they are on, what they are in the mirror, and that a region is
// marked at most once.
import { MIRRORED_VIEW } from "../lib/constants.js";
import { mirrored } from "./sides.js";

/** @import { Mark, RegionMark, Side, ViewName } from "../types/wire.d.ts" */
/** @import { MarkChanges, ToldMark, ToldMarkChanges } from "../types/page.d.ts" */

/**
 * Views that show the patient's right on the right; the others of both sides show it on the left.
 * @type {readonly ViewName[]}
 */
const SEEN_FROM_BEHIND = ["back", "hand_backs"];

/**
 * The same mark on the other side of the body.
 * @param {Mark} mark
 * @returns {Mark}
 */
export function mirroredMark(mark) {
  if (mark.kind === "region") return { ...mark, region: mirrored(mark.region) };
  return { ...mark, view: MIRRORED_VIEW[mark.view], path: mark.path.map(([u, v]) => [-u, v]) };
}

/**
 * The marks of regions, by region.
 * @param {readonly Mark[]} marks
 * @returns {Map<string, RegionMark>}
 */
export function regionMarks(marks) {
  return new Map(marks.filter((mark) => mark.kind === "region").map((mark) => [mark.region, mark]));
}

/**
 * The patient's side on which the larger part of a mark lies.
 * @param {Mark} mark
 * @returns {Side}
 */
export function sideOf(mark) {
  if (mark.kind === "region") return mark.region.endsWith("_left") ? "left" : "right";
  if (mark.view === "right" || mark.view === "left") return mark.view;
  const middle = mark.path.reduce((sum, [u]) => sum + u, 0);
  return SEEN_FROM_BEHIND.includes(mark.view) === middle >= 0 ? "right" : "left";
}

/**
 * What a mark marks, however it is rated: two marks of one place are the same mark made twice.
 * @param {Mark} mark
 */
export function placeOf(mark) {
  if (mark.kind === "region") return mark.region;
  return JSON.stringify([mark.kind, mark.body, mark.view, mark.path, mark.size_cm]);
}

/**
 * Whether two marks are alike in everything.
 * @param {Mark} one
 * @param {Mark} other
 */
export function alike(one, other) {
  if (one === other) return true;
  if (placeOf(one) !== placeOf(other)) return false;
  if (one.kind === "eraser" || other.kind === "eraser") return true;
  return (
    (one.intensity ?? null) === (other.intensity ?? null) &&
    (one.quality ?? null) === (other.quality ?? null)
  );
}

/**
 * The marks with each region once: the later word wins, and stands where it was said.
 * @param {readonly Mark[]} marks
 * @returns {Mark[]}
 */
export function eachRegionOnce(marks) {
  const last = regionMarks(marks);
  return marks.filter((mark) => mark.kind !== "region" || last.get(mark.region) === mark);
}

/**
 * What copies the marks of one side to the other: a copy takes the place of the same mark there, however
 * that is rated, and the copies stand in the order of their originals. Nothing, where both sides are
 * alike already.
 * @param {readonly Mark[]} marks
 * @param {Side} fromSide
 * @returns {MarkChanges & { merged: number }} merged: copies that replace another rating
 */
export function mirroring(marks, fromSide) {
  // A stroke over the very middle has no other side.
  const copies = marks
    .filter((mark) => sideOf(mark) === fromSide)
    .map(mirroredMark)
    .filter((copy) => sideOf(copy) !== fromSide);
  const places = new Set(copies.map(placeOf));
  const replaced = marks.filter((mark) => places.has(placeOf(mark)));
  const same =
    replaced.length === copies.length && copies.every((copy, i) => alike(copy, replaced[i]));
  if (same) return { merged: 0 };
  const merged = replaced.filter((mark) => !copies.some((copy) => alike(copy, mark))).length;
  return { remove: replaced, add: copies, merged };
}

/**
 * The changes as they can be told to another window, where the same marks are other objects: which of those
 * that are alike each one is.
 * @param {readonly Mark[]} marks - those that are there
 * @param {MarkChanges} changes
 * @returns {ToldMarkChanges}
 */
export function told(marks, { remove = [], replace = [], add = [] }) {
  /** @param {Mark} mark @returns {ToldMark} */
  const one = (mark) => {
    const among = marks.filter((each) => alike(each, mark));
    return { mark, nth: Math.max(among.indexOf(mark), 0) };
  };
  return { remove: remove.map(one), replace: replace.map(([from, to]) => [one(from), to]), add };
}

/**
 * The marks after some are taken away, rated anew and added.
 * @param {readonly Mark[]} marks
 * @param {ToldMarkChanges} changes
 */
export function changedMarks(marks, { remove, replace, add }) {
  /** @type {(Mark | null)[]} */
  const result = [...marks];
  const gone = remove.map((each) => placeAmong(marks, each));
  const rated = replace.map(([from]) => placeAmong(marks, from));
  rated.forEach((at, i) => {
    if (at >= 0) result[at] = replace[i][1];
  });
  for (const at of gone) if (at >= 0) result[at] = null;
  return eachRegionOnce([...result.filter((mark) => mark !== null), ...add]);
}

/**
 * Where a mark is among others, -1 for nowhere.
 * @param {readonly Mark[]} marks
 * @param {ToldMark} wanted
 */
function placeAmong(marks, { mark, nth }) {
  const places = marks.flatMap((each, at) => (alike(each, mark) ? [at] : []));
  return places[nth] ?? places.at(-1) ?? -1;
}

/**
 * The marks with strokes that were carried over from the earlier pictures, where they were made among them;
 * what was marked, rated anew or taken away since then stays so.
 * @param {readonly Mark[]} marks
 * @param {readonly Mark[]} carried - all marks as they were, with these strokes
 */
export function withCarried(marks, carried) {
  /** @param {readonly Mark[]} list @param {Mark} mark */
  const isIn = (list, mark) => list.some((each) => alike(each, mark));
  const earlier = carried.filter((mark) => mark.kind !== "region" || isIn(marks, mark));
  return [...earlier, ...marks.filter((mark) => !isIn(earlier, mark))];
}

/**
 * The changes from some marks to others, as they are meant: what is gone, what is new.
 * @param {readonly Mark[]} before
 * @param {readonly Mark[]} after
 * @returns {MarkChanges}
 */
export function changesBetween(before, after) {
  const rest = [...after];
  const remove = before.filter((mark) => {
    const at = rest.findIndex((each) => alike(each, mark));
    if (at >= 0) rest.splice(at, 1);
    return at < 0;
  });
  return { remove, add: rest };
}
