// A small picture of points and where their pain is felt, for cards and pages.
import { shape, svg } from "./dom.js";
import { bestView, cropTo, drawParts, partsIn } from "./pattern.js";
import { t } from "./words.js";

let made = 0;

/** Dots of a size that can still be told apart in a picture so small. */
function stipple(id, step) {
  const dot = (at) => svg("circle", { class: "stipple-dot", cx: at, cy: at, r: step / 4 });
  return svg("pattern", { id: `${id}-stipple`, width: step, height: step, patternUnits: "userSpaceOnUse" },
    svg("rect", { class: "stipple-ground", width: step, height: step }), dot(step / 4), dot(step * 0.75));
}

/**
 * @param {object} drawings - all drawings
 * @param {{id, points}} thing - what to show
 * @param {{ratio, least, muscle, view}} options - width by height; least height shown in mm;
 *   whether to draw the muscle and the nerve; a view in place of the best one
 */
export function picture(drawings, thing, { ratio = 0.72, least = 420, muscle = false, view: named } = {}) {
  made += 1;
  const name = named ?? bestView(drawings, thing);
  const view = drawings.views[name];
  const parts = partsIn(view, drawings, thing);
  const id = `picture${made}`;
  const crop = cropTo(view, parts, ratio, least);
  const shown = muscle ? parts : { ...parts, nerves: [], muscle: [] };
  // Drawn to its real size the disc would be a speck here.
  const { under, over } = drawParts(shown, id, Math.max(13, crop[3] * (muscle ? 0.032 : 0.05)));
  return svg("svg", {
    class: "thumbnail", role: "img", viewBox: crop.join(" "), style: `aspect-ratio: ${ratio}`,
    "aria-label": t(`results.picture_${name}`),
  },
  svg("defs", {}, stipple(id, muscle ? crop[3] / 34 : 20)),
  shape(view.body, { class: "body" }),
  muscle ? shape(view.bones, { class: "bones" }) : null, ...under, ...over);
}
