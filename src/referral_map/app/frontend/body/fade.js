// Where a window cuts the body it fades out, so that it does not seem to end there.
import { CUT_WITHIN_MM, FADE_MM } from "../lib/constants.js";
import { svg } from "../lib/dom.js";
import { boundsOf } from "../lib/svg_paths.js";

/** @import { Box } from "../types/page.d.ts" */

/**
 * The edges of a window at which the body goes on.
 * @param {string} body - its outline
 * @param {Box} window
 */
export function cutEdges(body, [u, v, width, height]) {
  const bounds = boundsOf([body]);
  if (!bounds) return { left: false, top: false, right: false, bottom: false };
  const [left, top, right, bottom] = bounds;
  return {
    left: left < u + CUT_WITHIN_MM,
    top: top < v + CUT_WITHIN_MM,
    right: right > u + width - CUT_WITHIN_MM,
    bottom: bottom > v + height - CUT_WITHIN_MM,
  };
}

/**
 * A mask that fades some edges of a window: what else is drawn, and its id; null where none is cut.
 * @param {string} id - of the picture
 * @param {Box} window
 * @param {ReturnType<typeof cutEdges>} cut
 * @returns {{ definitions: SVGElement[], mask: string } | null}
 */
export function fade(id, window, { left, top, right, bottom }) {
  const [u, v, width, height] = window;
  /** @type {SVGElement[]} */
  const definitions = [];
  /** @type {string | null} */
  let mask = null;
  /**
   * One mask for each direction: the second is drawn through the first.
   * @param {"across" | "down"} name
   * @param {readonly [number, number]} ends - of the window, picture mm
   * @param {readonly [boolean, boolean]} cuts - at these ends
   */
  const add = (name, [from, to], cuts) => {
    if (!cuts.includes(true)) return;
    const along =
      name === "across" ? { x1: from, x2: to, y1: 0, y2: 0 } : { x1: 0, x2: 0, y1: from, y2: to };
    definitions.push(
      svg(
        "linearGradient",
        { id: `${id}-fade-${name}`, gradientUnits: "userSpaceOnUse", ...along },
        ...stops(to - from, cuts),
      ),
      svg(
        "mask",
        { id: `${id}-faded-${name}`, class: "fade", maskUnits: "userSpaceOnUse", ...box(window) },
        svg("rect", { ...box(window), fill: `url(#${id}-fade-${name})`, mask }),
      ),
    );
    mask = `url(#${id}-faded-${name})`;
  };
  add("across", [u, u + width], [left, right]);
  add("down", [v, v + height], [top, bottom]);
  return mask && { definitions, mask };
}

/** @param {Box} box */
function box([x, y, width, height]) {
  return { x, y, width, height };
}

/**
 * How much of the body is seen from one end of its window to the other: only the opacity counts.
 * @param {number} length
 * @param {readonly [boolean, boolean]} cuts - at the ends
 */
function stops(length, cuts) {
  const share = FADE_MM / length;
  const [first, last] = cuts.map((isCut) => Number(!isCut));
  return [
    [0, first],
    [share, 1],
    [1 - share, 1],
    [1, last],
  ].map(([offset, opacity]) => svg("stop", { offset, "stop-opacity": opacity }));
}
