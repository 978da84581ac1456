// Fibres: a calm hatch along a muscle. There are no data of fibre directions, so the lines follow
// the long axis of the muscle as it is seen in the picture (the principal axis of its outline).
import { svg } from "../../lib/dom.js";
import { outlines } from "../../lib/svg_paths.js";

/** @import { Place } from "../../types/page.d.ts" */

const STEP_DEGREES = 6;

const NO_MOMENTS = { area: 0, uu: 0, vv: 0, uv: 0 };

/**
 * Area and second moments about the centre of one outline, by Green's theorem.
 * @param {readonly Place[]} points
 */
function moments(points) {
  const sums = [0, 0, 0, 0, 0, 0];
  points.forEach(([u0, v0], i) => {
    const [u1, v1] = points[(i + 1) % points.length];
    const cross = u0 * v1 - u1 * v0;
    const terms = [
      6,
      u0 + u1,
      v0 + v1,
      (u0 * u0 + u0 * u1 + u1 * u1) / 2,
      (v0 * v0 + v0 * v1 + v1 * v1) / 2,
      (u0 * v1 + 2 * u0 * v0 + 2 * u1 * v1 + u1 * v0) / 4,
    ];
    terms.forEach((term, place) => {
      sums[place] += (cross * term) / (place ? 6 : 12);
    });
  });
  const [area, u, v, uu, vv, uv] = sums;
  if (!area) return NO_MOMENTS;
  return {
    area: Math.abs(area),
    uu: uu / area - (u / area) ** 2,
    vv: vv / area - (v / area) ** 2,
    uv: uv / area - (u / area) * (v / area),
  };
}

/**
 * Degrees from the u axis to the long axis of a path's largest outline, from -90 to 90.
 * @param {string} path
 */
export function longAxis(path) {
  // In a row of small muscles each has its own axis, not that of the row.
  const largest = outlines(path)
    .map(moments)
    .reduce((a, b) => (b.area > a.area ? b : a), NO_MOMENTS);
  if (!largest.area) return 90;
  return (Math.atan2(2 * largest.uv, largest.uu - largest.vv) * 90) / Math.PI;
}

/** The fill patterns of one picture, created on demand: a few directions are enough for all muscles. */
export class Fibres {
  /**
   * @param {string} id - before the ids of the patterns
   * @param {SVGDefsElement} defs - of the picture
   */
  constructor(id, defs) {
    this.id = id;
    this.defs = defs;
    /** @type {Set<string>} */
    this.existing = new Set();
  }

  /**
   * The `fill` for a path.
   * @param {string} path
   */
  along(path) {
    const degrees = Math.round(longAxis(path) / STEP_DEGREES) * STEP_DEGREES;
    const id = `${this.id}-fibres-${degrees}`;
    if (!this.existing.has(id)) {
      this.existing.add(id);
      this.defs.append(hatch(id, degrees));
    }
    return `url(#${id})`;
  }
}

/**
 * Lines that bend a little and end here and there, as a pen would draw them.
 * @param {string} id
 * @param {number} degrees - from the u axis
 */
function hatch(id, degrees) {
  return svg(
    "pattern",
    {
      id,
      width: 72,
      height: 15,
      patternUnits: "userSpaceOnUse",
      patternTransform: `rotate(${degrees})`,
    },
    svg("path", {
      class: "fibre",
      d: "M0,2.5C18,1.3 54,3.7 72,2.5M4,7.5C20,8.5 40,6.7 60,7.6M0,12.5C24,13.5 48,11.5 72,12.5",
    }),
    svg("path", {
      class: "fibre fine",
      d: "M20,5C30,4.5 44,5.6 56,5M0,10C10,10.4 20,9.6 30,10M44,10.2C54,9.7 64,10.4 72,10",
    }),
  );
}
