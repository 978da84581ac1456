// A small picture of trigger points and where their pain is felt.
import { svg } from "../lib/dom.js";
import { DISC_RADIUS } from "../lib/constants.js";
import { stipple } from "./fill_patterns.js";
import { bestView, cropTo, drawParts, partsIn } from "./referral_pattern.js";
import { faintBones, skinShapes } from "./view.js";
import { loadView } from "./views.js";
import { t } from "../language/words.js";

/** @import { DrawnBody, PictureOptions, Selection, ViewDrawing } from "../types/page.d.ts" */

let lastId = 0;

/**
 * A small picture of a selection: drawn at once where its view is loaded, else as soon as it is.
 * @param {DrawnBody} drawings - all drawings
 * @param {Pick<Selection, "points">} selection - what to show
 * @param {PictureOptions} [options]
 */
export function picture(drawings, selection, options = {}) {
  const { ratio = 0.72, view: named } = options;
  const name = named ?? bestView(drawings, selection);
  const element = svg("svg", {
    class: "thumbnail",
    role: "img",
    style: `aspect-ratio: ${ratio}`,
    "aria-label": t(`results.picture_${name}`),
  });
  /** @param {ViewDrawing} view */
  const draw = (view) => fill(element, view, drawings, selection, { ...options, ratio });
  const known = drawings.views[name];
  if (known) draw(known);
  // Without its view it stays empty; what it shows stands beside it in words.
  else loadView(drawings, name).then(draw, (error) => console.info(String(error)));
  return element;
}

/**
 * @param {SVGElement} element
 * @param {ViewDrawing} view
 * @param {DrawnBody} drawings
 * @param {Pick<Selection, "points">} selection
 * @param {PictureOptions & { ratio: number }} options
 */
function fill(element, view, drawings, selection, { ratio, least = 420, muscle = false }) {
  lastId += 1;
  const id = `picture${lastId}`;
  const parts = partsIn(view, drawings, selection);
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
  element.setAttribute("viewBox", crop.join(" "));
  element.replaceChildren(
    svg("defs", {}, stipple(id, dots, dots / 4)),
    ...skinShapes(view),
    ...(muscle ? [faintBones(view)] : []),
    ...under,
    ...over,
  );
}
