// A small picture of trigger points and where their pain is felt.
import { shape, svg } from "../lib/dom.js";
import { DISC_RADIUS } from "../lib/constants.js";
import { stipple } from "./fill_patterns.js";
import { bestView, cropTo, drawParts, partsIn } from "./referral_pattern.js";
import { t } from "../language/words.js";

/** @import { PictureOptions, Selection } from "../types/page.d.ts" */
/** @import { Drawings } from "../types/wire.d.ts" */

let lastId = 0;

/**
 * A small picture of a selection.
 * @param {Drawings} drawings - all drawings
 * @param {Pick<Selection, "points">} selection - what to show
 * @param {PictureOptions} [options]
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
  // Dots large enough to be distinct in a small picture.
  const dots = muscle ? crop[3] / 34 : 20;
  // At its real size the disc would hardly be visible here.
  const { under, over } = drawParts(
    visible,
    id,
    Math.max(DISC_RADIUS, crop[3] * (muscle ? 0.032 : 0.05)),
  );
  return svg(
    "svg",
    {
      class: "thumbnail",
      role: "img",
      viewBox: crop.join(" "),
      style: `aspect-ratio: ${ratio}`,
      "aria-label": t(`results.picture_${name}`),
    },
    svg("defs", {}, stipple(id, dots, dots / 4)),
    shape(view.body, { class: "body" }),
    muscle ? shape(view.bones, { class: "bones" }) : null,
    ...under,
    ...over,
  );
}
