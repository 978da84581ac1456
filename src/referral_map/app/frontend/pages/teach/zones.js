// Where a point is felt, laid over bones and muscles so that its muscle stays to be seen.
import { shape, svg } from "../../lib/dom.js";
import { nearerThan } from "./order.js";

/** @import { Box, ViewParts } from "../../types/page.d.ts" */
/** @import { PaintedShape } from "./types.d.ts" */

/**
 * The zones of a point, left out where its muscle is painted with nothing over it.
 * @param {Pick<ViewParts, "essential" | "spillover">} parts
 * @param {string} id - before the ids of the fill patterns
 * @param {Box} window
 * @param {readonly PaintedShape[]} painted - from the farthest to the nearest
 * @param {readonly string[]} muscles - keys of the muscle among them
 */
export function zones({ essential, spillover }, id, window, painted, muscles) {
  const cut = painted.filter(({ key }) => muscles.includes(key));
  const mask = cut.length ? `${id}-beside` : null;
  return svg(
    "g",
    {},
    mask ? maskAround(mask, window, cut, nearerThan(painted, muscles)) : null,
    svg(
      "g",
      { class: "zones", mask: mask && `url(#${mask})` },
      ...spillover.map((path) => shape(path, { class: "spillover", fill: `url(#${id}-stipple)` })),
      ...essential.map((path) => shape(path, { class: "essential" })),
    ),
  );
}

/**
 * A mask that leaves out what is seen of some shapes: all around them, and what lies over them.
 * @param {string} id
 * @param {Box} window
 * @param {readonly PaintedShape[]} cut
 * @param {readonly PaintedShape[]} nearer
 */
function maskAround(id, [x, y, width, height], cut, nearer) {
  const around = `M${x},${y}h${width}v${height}h${-width}Z`;
  return svg(
    "mask",
    { id, x, y, width, height, maskUnits: "userSpaceOnUse", style: "mask-type: alpha" },
    ...[around + cut.map(({ path }) => path).join(""), ...nearer.map(({ path }) => path)].map(
      (path) => shape(path),
    ),
  );
}
