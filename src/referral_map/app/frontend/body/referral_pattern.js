// Trigger points drawn on a view: their muscle, their place, where their pain is felt, and the nerve.
import { shape, svg } from "../lib/dom.js";
import { boundsOf } from "../lib/svg_paths.js";

// Two examiners who mark the same trigger point put their marks about 13 mm apart (in the
// median), so it is drawn as an X in a disc of that radius, never as a pin.
export const DISC_RADIUS = 13;

/** The selection of candidates: with each, the points that share its pattern (see document/selection.js). */
export function selectionOf(candidates) {
  const points = candidates.flatMap(({ trigger_point: point, side, same_pattern: more = [] }) =>
    [point, ...more].map((each) => ({ trigger_point: each, side })),
  );
  return {
    id: points.map(({ trigger_point: point, side }) => `${point}:${side}`).join("+"),
    points,
  };
}

export function mark([u, v], radius = DISC_RADIUS) {
  const arm = radius * 0.52;
  return svg(
    "g",
    { class: "trigger-point" },
    svg("circle", { cx: u, cy: v, r: radius }),
    svg("path", {
      d: `M${u - arm},${v - arm}L${u + arm},${v + arm}M${u + arm},${v - arm}L${u - arm},${v + arm}`,
    }),
  );
}

/** The lines of a nerve as the drawings give them. */
export function nerveLines(branches) {
  // All casings first, so that no casing crosses the core of another branch.
  const lines = (kind, more) =>
    branches.map(({ path, width }) =>
      svg("path", { class: kind, d: path, "stroke-width": width + more }),
    );
  return svg("g", { class: "nerve" }, ...lines("nerve-casing", 2.5), ...lines("nerve-core", 0));
}

function distinct(list) {
  return [...new Set(list.filter(Boolean))];
}

/** The parts of a selection in one view: lists of paths, places and lines, empty where it has none. */
export function partsIn(view, drawings, { points }) {
  const patterns = points.map(({ trigger_point: id, side }) => view.patterns[id]?.[side]);
  const sides = distinct(points.map(({ side }) => side));
  return {
    muscle: distinct(
      points.map(
        ({ trigger_point: id, side }) => view.muscles[drawings.trigger_points[id]?.muscle]?.[side],
      ),
    ),
    essential: distinct(patterns.map((each) => each?.essential)),
    spillover: distinct(patterns.map((each) => each?.spillover)),
    marks: patterns.map((each) => each?.mark).filter(Boolean),
    // The nerve whose pain these patterns are most often taken for: all others would only clutter.
    nerves: sides.flatMap((side) => view.nerves[drawings.main_nerve]?.[side] ?? []),
  };
}

/** Shapes for the layers under and over the regions; `id` names the view's fill patterns. */
export function drawParts(parts, id, radius = DISC_RADIUS) {
  const under = [
    ...parts.muscle.map((path) => shape(path, { class: "muscle" })),
    ...parts.spillover.map((path) =>
      shape(path, { class: "spillover", fill: `url(#${id}-stipple)` }),
    ),
    ...parts.essential.map((path) => shape(path, { class: "essential" })),
  ];
  const over = [
    ...(parts.nerves.length ? [nerveLines(parts.nerves)] : []),
    ...parts.marks.map((at) => mark(at, radius)),
  ];
  return { under, over };
}

/** The view that shows most of a selection's first point. */
export function bestView(drawings, { points: [{ trigger_point: point, side }] }) {
  return drawings.trigger_points[point].best_view[side];
}

/** [u, v, w, h] around the zones and points, with the given ratio, inside the view's window. */
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

function clamp(value, low, high) {
  // A crop larger than the window is centred on it.
  return high < low ? (low + high) / 2 : Math.min(Math.max(value, low), high);
}
