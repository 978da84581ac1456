// Measures of SVG paths, computed from their numbers, so that they work for views that are not on
// screen. Paths consist of absolute points in the drawing's millimetres.

/** @import { Place } from "../types/page.d.ts" */

const FLAT_PIECES = 5;

/**
 * The outlines of a path, each a list of [u, v]; curves as short lines.
 * @param {string} path
 */
export function outlines(path) {
  return path
    .split(/(?=M)/)
    .map((part) => {
      const [straight, curved = ""] = part.split("C");
      const points = places(straight);
      return curved
        ? [...points, ...flattened([points[points.length - 1], ...places(curved)])]
        : points;
    })
    .filter((points) => points.length > 2);
}

/**
 * The places in a piece of a path.
 * @param {string} part
 */
function places(part) {
  const numbers = (part.match(/-?\d+(?:\.\d+)?(?:e-?\d+)?/g) ?? []).map(Number);
  /** @type {Place[]} */
  const points = [];
  for (let i = 0; i + 1 < numbers.length; i += 2) points.push([numbers[i], numbers[i + 1]]);
  return points;
}

/**
 * Points along cubic curves, without the first.
 * @param {readonly Place[]} controls - three to each curve after the first
 */
function flattened(controls) {
  /** @type {Place[]} */
  const points = [];
  for (let i = 0; i + 3 < controls.length; i += 3) {
    const [a, b, c, d] = controls.slice(i, i + 4);
    for (let step = 1; step <= FLAT_PIECES; step += 1) {
      const t = step / FLAT_PIECES;
      const s = 1 - t;
      const [wa, wb, wc, wd] = [s ** 3, 3 * s ** 2 * t, 3 * s * t ** 2, t ** 3];
      points.push([
        wa * a[0] + wb * b[0] + wc * c[0] + wd * d[0],
        wa * a[1] + wb * b[1] + wc * c[1] + wd * d[1],
      ]);
    }
  }
  return points;
}

/**
 * The mirror image of a path: `u` becomes `-u`.
 * @param {string} path
 */
export function mirrorPath(path) {
  return path.replace(
    /(-?)([\d.]+),/g,
    (_, sign, number) => `${sign || number === "0" ? "" : "-"}${number},`,
  );
}

/**
 * Signed area and centroid of one outline.
 * @param {readonly Place[]} points
 * @returns {{ area: number, centre: Place }}
 */
function measure(points) {
  let area = 0;
  let u = 0;
  let v = 0;
  points.forEach(([u0, v0], i) => {
    const [u1, v1] = points[(i + 1) % points.length];
    const cross = u0 * v1 - u1 * v0;
    area += cross / 2;
    u += ((u0 + u1) * cross) / 6;
    v += ((v0 + v1) * cross) / 6;
  });
  return { area, centre: area ? [u / area, v / area] : points[0] };
}

/**
 * Area of a path in mm2. Holes run the other way round, so they subtract.
 * @param {string} path
 */
export function pathArea(path) {
  return Math.abs(outlines(path).reduce((sum, points) => sum + measure(points).area, 0));
}

/**
 * Centre of the largest outline, or null for an empty path.
 * @param {string} path
 */
export function pathCentre(path) {
  const measured = outlines(path).map(measure);
  if (!measured.length) return null;
  return measured.reduce((a, b) => (Math.abs(b.area) > Math.abs(a.area) ? b : a)).centre;
}

/**
 * [u0, v0, u1, v1] around all paths and points, or null when there are none.
 * @param {readonly string[]} paths
 * @param {readonly Place[]} [points]
 * @returns {[number, number, number, number] | null}
 */
export function boundsOf(paths, points = []) {
  const all = [...paths.flatMap((path) => outlines(path).flat()), ...points];
  if (!all.length) return null;
  const us = all.map(([u]) => u);
  const vs = all.map(([, v]) => v);
  return [Math.min(...us), Math.min(...vs), Math.max(...us), Math.max(...vs)];
}

/**
 * Picture mm [u, v] of a place on the screen; a picture that is not displayed has none, and gives NaN.
 * @param {SVGGraphicsElement} svg
 * @param {{ clientX: number, clientY: number }} event
 * @returns {Place}
 */
export function toPicture(svg, { clientX, clientY }) {
  const toScreen = svg.getScreenCTM();
  if (!toScreen) return [NaN, NaN];
  const at = new DOMPoint(clientX, clientY).matrixTransform(toScreen.inverse());
  return [at.x, at.y];
}
