// The skin as points: which of it a mark reaches, and how much of it is marked. The same rules as
// in Python (matching/marks.py): a stroke reaches the points its view shows within half its width, of the body
// on whose picture it was drawn. Points have the same numbers on both bodies.

import { regionMarks } from "../document/marks.js";
import { AREA_STEPS } from "../lib/constants.js";
import { mapTable } from "../lib/tables.js";
import { decoded, joined, mirrored, unpack } from "./packed_skin.js";
import { carriedPath, waysBetween } from "./other_body.js";

/** @import { DecodedSkin, Place, Stroke } from "../types/page.d.ts" */
/** @import { Body, Mark, SkinPoints, ViewName } from "../types/wire.d.ts" */
/** @import { Ways } from "./other_body.js" */

// A mark reaches half its width.
const REACH_MM_PER_CM = 5;

export class Skin {
  /**
   * @param {Pick<SkinPoints, "count" | "area" | "region" | "views">} points
   * @param {readonly string[]} regionIds - in the order of the drawings
   * @param {Body} body - whose skin it is
   */
  constructor({ count, area, region, views }, regionIds, body) {
    this.body = body;
    /**
     * The skin of the other body, where a mark needs it.
     * @type {Skin | null}
     */
    this.other = null;
    this.count = count;
    const half = count / 2;
    const areas = Float32Array.from(unpack(area, Uint16Array), (each) => each / AREA_STEPS);
    this.area = joined(areas, areas);
    this.region = unpack(region, Int16Array);
    this.numbers = new Map(regionIds.map((id, number) => [id, number]));
    const drawn = mapTable(views, (seen) => decoded(seen, half));
    /** @type {Record<ViewName, DecodedSkin>} */
    this.views = { ...drawn, left: mirrored(drawn.right, half) };
    /** @type {WeakMap<Mark, number[]>} */
    this.cache = new WeakMap();
    /** @type {WeakMap<readonly Mark[], Set<Mark>>} */
    this.stood = new WeakMap();
    /**
     * By view, the ways of its points from the other body to this one.
     * @type {Map<ViewName, Ways>}
     */
    this.ways = new Map();
    /** @type {WeakMap<Stroke, Place[]>} */
    this.paths = new WeakMap();
  }

  /**
   * Know the skin of the other body from now on.
   * @param {Skin} other
   */
  meet(other) {
    this.other = other;
    this.stood = new WeakMap();
  }

  /**
   * Whether it is known what a mark reaches: a stroke on the other body needs the skin of that.
   * @param {Mark} mark
   */
  knows(mark) {
    return mark.kind === "region" || mark.body === this.body || this.other !== null;
  }

  /**
   * The path of a stroke on the picture of this body.
   * @param {Stroke} stroke
   */
  pathHere(stroke) {
    if (stroke.body === this.body || !this.other) return stroke.path;
    const known = this.paths.get(stroke);
    if (known) return known;
    const { view } = stroke;
    const ways = this.ways.get(view) ?? waysBetween(this.other.views[view], this.views[view]);
    this.ways.set(view, ways);
    const path = carriedPath(stroke.path, ways);
    this.paths.set(stroke, path);
    return path;
  }

  /**
   * Numbers of the skin points a mark reaches.
   * @param {Mark} mark
   */
  reached(mark) {
    const earlier = this.cache.get(mark);
    if (earlier) return earlier;
    if (!this.knows(mark)) return [];
    const points = mark.kind === "region" ? this.inRegion(mark.region) : this.under(mark);
    this.cache.set(mark, points);
    return points;
  }

  /**
   * @param {Stroke} stroke
   * @returns {number[]}
   */
  under(stroke) {
    const { body, view, path, size_cm: size } = stroke;
    return body === this.body ? this.near(view, path, size) : (this.other?.under(stroke) ?? []);
  }

  /**
   * Extend a stroke that is being painted: only the new step is looked up.
   * @param {Stroke} mark
   * @param {readonly Place[]} step
   */
  grow(mark, step) {
    const reached = new Set(this.reached(mark));
    for (const point of this.near(mark.view, step, mark.size_cm)) reached.add(point);
    this.cache.set(mark, [...reached]);
  }

  /**
   * Numbers of the points of a region.
   * @param {string} id
   */
  inRegion(id) {
    const number = this.numbers.get(id);
    /** @type {number[]} */
    const points = [];
    if (number !== undefined)
      this.region.forEach((each, point) => {
        if (each === number) points.push(point);
      });
    return points;
  }

  /**
   * The places where a view shows points of a region.
   * @param {string} id
   * @param {ViewName} view
   */
  seenOf(id, view) {
    const number = this.numbers.get(id);
    const { index, uv } = this.views[view];
    /** @type {Place[]} */
    const places = [];
    index.forEach((point, i) => {
      if (this.region[point] === number) places.push([uv[2 * i], uv[2 * i + 1]]);
    });
    return places;
  }

  /**
   * The middle of what a view shows of a region; null for nothing.
   * @param {string} id
   * @param {ViewName} view
   * @returns {Place | null}
   */
  middleOf(id, view) {
    const places = this.seenOf(id, view);
    /** @param {0 | 1} axis */
    const mean = (axis) => places.reduce((sum, place) => sum + place[axis], 0) / places.length;
    return places.length ? [mean(0), mean(1)] : null;
  }

  /**
   * Points that a view shows within half of `sizeCm` of a path in picture mm.
   * @param {ViewName} view
   * @param {readonly Place[]} path
   * @param {number} sizeCm
   */
  near(view, path, sizeCm) {
    const { index, uv } = this.views[view];
    const reach = sizeCm * REACH_MM_PER_CM;
    const points = [];
    const us = path.map(([u]) => u);
    const vs = path.map(([, v]) => v);
    const [u0, u1] = [Math.min(...us) - reach, Math.max(...us) + reach];
    const [v0, v1] = [Math.min(...vs) - reach, Math.max(...vs) + reach];
    for (let i = 0; i < index.length; i += 1) {
      const u = uv[2 * i];
      const v = uv[2 * i + 1];
      if (u >= u0 && u <= u1 && v >= v0 && v <= v1 && toPath(u, v, path) <= reach * reach)
        points.push(index[i]);
    }
    return points;
  }

  /**
   * The result of all marks in order: `area` in cm2, and `by`, the number of the mark at each point or -1.
   * @param {readonly Mark[]} marks
   */
  marked(marks) {
    const by = new Int32Array(this.count).fill(-1);
    marks.forEach((mark, number) => {
      const left = rubsOut(mark) ? -1 : number;
      for (const point of this.reached(mark)) by[point] = left;
    });
    let area = 0;
    for (let point = 0; point < this.count; point += 1)
      if (by[point] >= 0) area += this.area[point];
    return { by, area };
  }

  /**
   * The marks of which something is left: not all their skin was rubbed out later. A list of marks does
   * not change, so this is worked out once for all views.
   * @param {readonly Mark[]} marks
   * @returns {Set<Mark>}
   */
  standing(marks) {
    const known = this.stood.get(marks);
    if (known) return known;
    const rubbedOut = new Uint8Array(this.count);
    /** @type {Set<Mark>} */
    const standing = new Set();
    for (const mark of [...marks].reverse()) {
      const reached = this.reached(mark);
      if (rubsOut(mark)) for (const point of reached) rubbedOut[point] = 1;
      else if (reached.some((point) => !rubbedOut[point])) standing.add(mark);
    }
    this.stood.set(marks, standing);
    return standing;
  }

  /**
   * The regions that are marked so that something of it is seen.
   * @param {readonly Mark[]} marks
   */
  standingRegions(marks) {
    return new Set(regionMarks([...this.standing(marks)]).keys());
  }
}

/**
 * Whether a mark takes away what was marked before it: pain of 0 does.
 * @param {Mark} mark
 */
export function rubsOut(mark) {
  return mark.kind === "eraser" || mark.intensity === 0;
}

/**
 * Square of the distance from a place to a path.
 * @param {number} u
 * @param {number} v
 * @param {readonly Place[]} path
 */
function toPath(u, v, path) {
  let best = Infinity;
  for (let i = 0; i < path.length; i += 1) {
    const [u0, v0] = path[Math.max(i - 1, 0)];
    const [u1, v1] = path[i];
    const along = [u1 - u0, v1 - v0];
    const length = along[0] ** 2 + along[1] ** 2;
    const part = length
      ? Math.min(1, Math.max(0, ((u - u0) * along[0] + (v - v0) * along[1]) / length))
      : 0;
    best = Math.min(best, (u - u0 - part * along[0]) ** 2 + (v - v0 - part * along[1]) ** 2);
  }
  return best;
}
