// Trigger points drawn on a view: their muscle, their place, where their pain is felt, and the nerve.
import { shape, svg } from "../lib/dom.js";
import { DISC_ARM, DISC_RADIUS } from "../lib/constants.js";
import { boundsOf } from "../lib/svg_paths.js";
import { drawDepth, structuresIn } from "./depth.js";
import { nerveLines } from "./nerve_lines.js";

export { DISC_RADIUS, nerveLines };

/**
 * @import { Box, DrawnBody, DrawnParts, Place, SelectedPoint, Selection, ViewDrawing, ViewParts }
 * from "../types/page.d.ts"
 */

/**
 * The selection of candidates: with each, the points that share its pattern (see document/selection.js).
 * @param {readonly (SelectedPoint & { same_pattern?: readonly string[] })[]} candidates
 * @returns {Selection}
 */
export function selectionOf(candidates) {
  const points = candidates.flatMap(({ trigger_point: point, side, same_pattern: more = [] }) =>
    [point, ...more].map((each) => ({ trigger_point: each, side })),
  );
  return {
    id: points.map(({ trigger_point: point, side }) => `${point}:${side}`).join("+"),
    points,
  };
}

/**
 * A trigger point: an X in a disc.
 * @param {Place} place
 * @param {number} [radius] - picture mm
 */
export function mark([u, v], radius = DISC_RADIUS) {
  const arm = radius * DISC_ARM;
  return svg(
    "g",
    { class: "trigger-point" },
    svg("circle", { cx: u, cy: v, r: radius }),
    svg("path", {
      d: `M${u - arm},${v - arm}L${u + arm},${v + arm}M${u + arm},${v - arm}L${u - arm},${v + arm}`,
    }),
  );
}

/**
 * What there is of a list, each once.
 * @template {string} Item
 * @param {readonly (Item | undefined)[]} list
 */
function distinct(list) {
  /** @type {Set<Item>} */
  const items = new Set();
  for (const each of list) if (each) items.add(each);
  return [...items];
}

/**
 * The parts of a selection in one view: lists of paths, places and lines, empty where it has none.
 * @param {ViewDrawing} view
 * @param {Pick<DrawnBody, "trigger_points" | "main_nerve">} drawings
 * @param {Pick<Selection, "points">} selection
 * @returns {ViewParts}
 */
export function partsIn(view, drawings, { points }) {
  const patterns = points.map(({ trigger_point: id, side }) => view.patterns[id]?.[side]);
  const sides = distinct(points.map(({ side }) => side));
  /** @type {Map<string, string>} */
  const muscles = new Map();
  for (const { trigger_point: id, side } of points) {
    const muscle = drawings.trigger_points[id]?.muscle;
    const path = view.muscles[muscle]?.[side];
    if (path) muscles.set(`${muscle}:${side}`, path);
  }
  return {
    muscle: [...muscles.values()],
    essential: distinct(patterns.map((each) => each?.essential)),
    spillover: distinct(patterns.map((each) => each?.spillover)),
    marks: patterns.flatMap((each) => (each?.mark ? [each.mark] : [])),
    // The nerve whose pain these patterns are most often taken for: all others would only clutter.
    nerves: sides.flatMap((side) => view.nerves[drawings.main_nerve]?.[side] ?? []),
    inside: { view, muscles: new Set(muscles.keys()) },
  };
}

/**
 * Shapes for the layers under and over the regions.
 * @param {ViewParts} parts
 * @param {string} id - names the view's fill patterns
 * @param {number} [radius] - of the discs, picture mm
 * @returns {DrawnParts}
 */
export function drawParts(parts, id, radius = DISC_RADIUS) {
  const under = [
    ...musclesOf(parts),
    ...parts.spillover.map((path) =>
      shape(path, { class: "spillover", fill: `url(#${id}-stipple)` }),
    ),
    ...parts.essential.map((path) => shape(path, { class: "essential" })),
  ].filter((each) => each !== null);
  const over = [
    ...(parts.nerves.length ? [nerveLines(parts.nerves, structuresOf(parts))] : []),
    ...parts.marks.map((at) => mark(at, radius)),
  ];
  return { under, over };
}

/**
 * The muscles among the bones; alone where the view is not known.
 * @param {ViewParts} parts
 */
function musclesOf({ muscle, inside }) {
  if (!inside) return muscle.map((path) => shape(path, { class: "muscle" }));
  return muscle.length ? drawDepth(inside.view, inside) : [];
}

/**
 * What may lie over a nerve: bones, which are seen at least faintly, and the muscles that are painted.
 * @param {ViewParts} parts
 */
function structuresOf({ muscle, inside }) {
  return inside ? structuresIn(inside.view, muscle.length ? inside.muscles : new Set()) : new Set();
}

/**
 * The view that shows most of a selection's first point.
 * @param {Pick<DrawnBody, "trigger_points">} drawings
 * @param {Pick<Selection, "points">} selection
 */
export function bestView(drawings, { points: [{ trigger_point: point, side }] }) {
  return drawings.trigger_points[point].best_view[side];
}

/**
 * [u, v, w, h] around the zones and points, with the given ratio, inside the view's window.
 * @param {Pick<ViewDrawing, "window">} view
 * @param {Pick<ViewParts, "essential" | "spillover" | "marks">} parts
 * @param {number} ratio - width by height
 * @param {number} least - height, picture mm
 * @returns {Box}
 */
export function cropTo(view, parts, ratio, least) {
  const [u, v, width, height] = view.window;
  const around = boundsOf([...parts.essential, ...parts.spillover], parts.marks) ?? [
    u,
    v,
    u + width,
    v + height,
  ];
  const margin = 30;
  let tall = Math.max(around[3] - around[1] + 2 * margin, least);
  const wide = Math.max(around[2] - around[0] + 2 * margin, tall * ratio);
  tall = Math.max(tall, wide / ratio);
  const top = clamp((around[1] + around[3] - tall) / 2, v, v + height - tall);
  const left = clamp((around[0] + around[2] - wide) / 2, u, u + width - wide);
  return [left, top, wide, tall];
}

/**
 * @param {number} value
 * @param {number} low
 * @param {number} high
 */
function clamp(value, low, high) {
  // A crop larger than the window is centred on it.
  return high < low ? (low + high) / 2 : Math.min(Math.max(value, low), high);
}
