// The views of the teaching page: those that help with the lower body, each in the window for it.
import { bestView } from "../../body/referral_pattern.js";
import { viewsOf } from "../../body/views.js";

/** @import { DrawnBody, Selection, ViewDrawing } from "../../types/page.d.ts" */
/** @import { ViewName } from "../../types/wire.d.ts" */

/** The part of the body that the page is about. */
export const FRAMING = "lower";

/**
 * The names of the views, in order.
 * @param {DrawnBody} drawings
 */
export function viewNames(drawings) {
  return viewsOf(drawings, FRAMING).filter((name) => drawings.views[name]);
}

/**
 * A view, its window that of the lower body.
 * @param {DrawnBody} drawings
 * @param {ViewName} name - of one of the views of the page
 * @returns {ViewDrawing}
 */
export function framed({ views }, name) {
  const view = views[name];
  if (!view) throw new RangeError(`the view ${name} is not loaded`);
  return { ...view, window: view.windows[FRAMING] ?? view.window };
}

/**
 * The view to show first: of a selection, the one that shows most of it, or else one that shows any.
 * @param {DrawnBody} drawings
 * @param {Pick<Selection, "points"> | null} selection
 */
export function shownView(drawings, selection) {
  const names = viewNames(drawings);
  if (!selection) return names[0];
  const best = bestView(drawings, selection);
  const [{ trigger_point: point, side }] = selection.points;
  /** @param {ViewName} name */
  const shows = (name) => Boolean(drawings.views[name]?.patterns[point]?.[side]);
  return names.find((name) => name === best) ?? names.find(shows) ?? names[0];
}
