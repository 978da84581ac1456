// A small picture of trigger points and where their pain is felt.
import { shape, svg } from "../lib/dom.js";
import { bestView, cropTo, drawParts, partsIn } from "./referral_pattern.js";
import { t } from "../language/words.js";

let lastId = 0;

/** Dots large enough to be distinct in a small picture. */
function stipple(id, step) {
  const dot = (at) => svg("circle", { class: "stipple-dot", cx: at, cy: at, r: step / 4 });
  return svg(
    "pattern",
    { id: `${id}-stipple`, width: step, height: step, patternUnits: "userSpaceOnUse" },
    svg("rect", { class: "stipple-ground", width: step, height: step }),
    dot(step / 4),
    dot(step * 0.75),
  );
}

/**
 * @param {object} drawings - all drawings
 * @param {{id, points}} selection - what to show
 * @param {{ratio, least, muscle, view}} options - width by height; least height shown in mm;
 *   whether to draw the muscle and the nerve; a view in place of the best one
 */
export function picture(
  drawings,
  selection,
  { ratio = 0.72, least = 420, muscle = false, view: named } = {},
) {
  lastId += 1;
  const name = named ?? bestView(drawings, selection);
  const view = drawings.views[name];
  const parts = partsIn(view, drawings, selection);
  const id = `picture${lastId}`;
  const crop = cropTo(view, parts, ratio, least);
  const visible = muscle ? parts : { ...parts, nerves: [], muscle: [] };
  // At its real size the disc would hardly be visible here.
  const { under, over } = drawParts(visible, id, Math.max(13, crop[3] * (muscle ? 0.032 : 0.05)));
  return svg(
    "svg",
    {
      class: "thumbnail",
      role: "img",
      viewBox: crop.join(" "),
      style: `aspect-ratio: ${ratio}`,
      "aria-label": t(`results.picture_${name}`),
    },
    svg("defs", {}, stipple(id, muscle ? crop[3] / 34 : 20)),
    shape(view.body, { class: "body" }),
    muscle ? shape(view.bones, { class: "bones" }) : null,
    ...under,
    ...over,
  );
}
