// The zoom of a picture, as it was left when one comes back to its page.
import { Zoom } from "../body/zoom.js";
import { keepState, stateOf } from "../document/page_state.js";

/** @import { Box } from "../types/page.d.ts" */

/**
 * A zoom that begins where it was left.
 * @param {SVGSVGElement} svg
 * @param {Box} window - the whole picture
 * @param {() => boolean} painting - whether one finger or the mouse paints now
 * @param {string} name - of the page, and of the picture on it
 */
export function keptZoom(svg, window, painting, name) {
  const zoom = new Zoom(svg, window, painting, (box) => keepState(name, box));
  zoom.restore(stateOf(name, []));
  return zoom;
}
