// The region that is asked about ("does it also hurt here?"), in every view of the map.
import { comeIntoSight } from "../../lib/dom.js";
import { VIEW_NAMES } from "../../lib/constants.js";
import * as selections from "../../document/selection.js";

/** @import { ViewName } from "../../types/wire.d.ts" */
/** @import { BodyMap } from "./body_map.js" */

/**
 * @param {Pick<BodyMap, "each" | "root" | "skin" | "turnTo">} map
 * @param {AbortSignal} signal
 */
export function showAsked(map, signal) {
  /** @param {Pick<import("./body_map.js").MapView, "regions">} view */
  const showIn = ({ regions }) => {
    const asked = selections.asked();
    for (const [region, shape] of regions) shape.toggleAttribute("data-asked", region === asked);
  };
  const bringForward = () => {
    const asked = selections.asked();
    const view = viewOf(asked, map.skin);
    map.turnTo(view, map.skin.middleOf(asked, view));
    comeIntoSight(map.root);
  };
  selections.on("asked", () => map.each(showIn), signal);
  selections.on("go-to-asked", bringForward, signal);
  return { showIn };
}

/**
 * The view that shows most of a region.
 * @param {string} region
 * @param {BodyMap["skin"]} skin
 * @returns {ViewName}
 */
export function viewOf(region, skin) {
  /** @param {ViewName} name */
  const seen = (name) => skin.seenOf(region, name).length;
  return VIEW_NAMES.reduce((best, name) => (seen(name) > seen(best) ? name : best));
}
