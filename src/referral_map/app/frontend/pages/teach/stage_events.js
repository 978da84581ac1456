// Pointer and keyboard events of what can be pointed at in a view of the stage.
import { isNavigationKey, nextRegion } from "../../body/arrow_keys.js";
import { hovers, onTap } from "../../body/taps.js";

/** @import { Place } from "../../types/page.d.ts" */
/** @import { ActiveStage, StageView, Target } from "./types.d.ts" */

const TARGETS = "[data-region], [data-muscle], [data-patch]";

/**
 * Listen on a view's figure, because an svg with a focus listener becomes a tab stop itself.
 * @param {ActiveStage} stage
 * @param {StageView} view
 */
export function listenToView(stage, view) {
  const { box } = view;
  onTap(box, TARGETS, (target) => {
    if (!view.zoom.dragged) stage.take(view, keyOf(target));
  });
  box.addEventListener("pointerover", (event) => {
    const target = targetOf(event);
    if (target && hovers(event)) stage.highlight(view, keyOf(target), "pointed");
  });
  box.addEventListener("focusin", (event) => {
    const target = targetOf(event);
    if (!target) return;
    stage.setTabStop(view, keyOf(target));
    if (target.matches(":focus-visible")) stage.highlight(view, keyOf(target), "focused");
  });
  box.addEventListener("keydown", (event) => {
    const target = targetOf(event);
    if (target) onKey(stage, view, keyOf(target), event);
  });
  box.addEventListener("pointerleave", (event) => {
    if (hovers(event)) stage.endHighlight(view);
  });
  box.addEventListener("focusout", () => stage.endHighlight(view));
}

/**
 * @param {ActiveStage} stage
 * @param {StageView} view
 * @param {string} key - of the target that has the focus
 * @param {KeyboardEvent} event
 */
function onKey(stage, view, key, event) {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.key === "Enter" || event.key === " ") {
    event.preventDefault();
    if (!event.repeat) stage.take(view, key);
  } else if (isNavigationKey(event.key)) {
    event.preventDefault();
    const all = stage.targets(view);
    const next = nextRegion(event.key, key, centresOf(all));
    if (next) all.get(next)?.element.focus();
  }
}

/**
 * What can be chosen where an event happened.
 * @param {Event} event
 */
function targetOf({ target }) {
  return target instanceof Element ? target.closest(TARGETS) : null;
}

/**
 * The key of a target: a region's id or "muscle:side".
 * @param {Element} target
 */
export function keyOf(target) {
  const key = target.getAttribute("data-region") ?? target.getAttribute("data-patch");
  return key ?? `${target.getAttribute("data-muscle")}:${target.getAttribute("data-side")}`;
}

/**
 * Middles of targets, by key.
 * @param {Map<string, Target>} targets
 * @returns {Map<string, Place>}
 */
export function centresOf(targets) {
  return new Map([...targets].map(([key, { centre }]) => [key, centre]));
}
