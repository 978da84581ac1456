// A trigger point drawn on a view: its muscle, where it lies, where its pain is felt, the nerve.
import { shape, svg } from "./dom.js";
import { boundsOf, pathArea } from "./shapes.js";

// The one whose pain these patterns are most often taken for. All others would only clutter.
const MAIN_NERVE = "sciatic_nerve";

// Two examiners who mark the same trigger point put their marks about 13 mm apart (in the
// median), so it is drawn as an X in a disc of that radius, never as a pin.
export const DISC_RADIUS = 13;

function mark([u, v], radius) {
  const arm = radius * 0.52;
  return svg("g", { class: "trigger-point" },
    svg("circle", { cx: u, cy: v, r: radius }),
    svg("path", {
      d: `M${u - arm},${v - arm}L${u + arm},${v + arm}M${u + arm},${v - arm}L${u - arm},${v + arm}`,
    }));
}

function nerve(branches) {
  // All the casings first: where branches meet, the gold runs through.
  const lines = (kind, more) => branches.map(({ path, width }) =>
    svg("path", { class: kind, d: path, "stroke-width": width + more }));
  return svg("g", { class: "nerve" }, ...lines("nerve-casing", 2.5), ...lines("nerve-core", 0));
}

/** The parts of one candidate in one view; missing ones are null or empty. */
export function partsIn(view, drawings, { trigger_point: point, side, same_pattern: more = [] }) {
  const muscle = drawings.trigger_points[point]?.muscle;
  const pattern = view.patterns[point]?.[side];
  return {
    muscle: view.muscles[muscle]?.[side] || null,
    essential: pattern?.essential || null,
    spillover: pattern?.spillover || null,
    marks: [point, ...more].map((id) => view.patterns[id]?.[side]?.mark).filter(Boolean),
    nerves: view.nerves[MAIN_NERVE]?.[side] ?? [],
  };
}

/** Shapes for the layers under and over the regions; `id` names the view's fill patterns. */
export function drawParts(parts, id, radius = DISC_RADIUS) {
  const under = [
    shape(parts.muscle, { class: "muscle" }),
    shape(parts.spillover, { class: "spillover", fill: `url(#${id}-stipple)` }),
    shape(parts.essential, { class: "essential" }),
  ];
  const over = [
    parts.nerves.length ? nerve(parts.nerves) : null,
    ...parts.marks.map((at) => mark(at, radius)),
  ];
  return { under: under.filter(Boolean), over: over.filter(Boolean) };
}

/** The view that shows most of a candidate: its zones first, then the point itself. */
export function bestView(drawings, candidate) {
  let best = null;
  let most = -1;
  for (const [name, view] of Object.entries(drawings.views)) {
    const parts = partsIn(view, drawings, candidate);
    const area = pathArea(parts.essential ?? "") + pathArea(parts.spillover ?? "") / 3;
    const worth = area * (parts.marks.length ? 1.25 : 1);
    if (worth > most) [best, most] = [name, worth];
  }
  return best;
}

/** [u, v, w, h] round the zones and the point, of the ratio wanted, inside the view's window. */
export function cropTo(view, parts, ratio, least) {
  const [u, v, width, height] = view.window;
  const around = boundsOf(
    [parts.essential, parts.spillover].filter(Boolean),
    parts.marks,
  ) ?? [u, v, u + width, v + height];
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
