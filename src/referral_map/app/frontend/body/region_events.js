// Pointer and keyboard events of the regions in one view of the map.
import { hovers, onTap } from "./taps.js";
import { isNavigationKey, nextRegion } from "./arrow_keys.js";
import { regionName } from "../language/words.js";

/** @import { BuiltView, RegionMap } from "../types/page.d.ts" */
/** @import { ViewName } from "../types/wire.d.ts" */

/**
 * The id of a region that an event came from.
 * @param {EventTarget | null} target
 */
function regionOf(target) {
  const region = target instanceof Element ? target.closest("[data-region]") : null;
  return region?.getAttribute("data-region") ?? null;
}

/**
 * Listens on the figure, because an svg with a focus listener becomes a tab stop itself.
 * @param {RegionMap} map
 * @param {ViewName} name - of the view
 * @param {HTMLElement} box - its figure
 */
export function listenToRegions(map, name, box) {
  const view = map.views.get(name);
  if (!view) throw new Error(`unknown view '${name}'`);
  /**
   * @template {keyof HTMLElementEventMap} Type
   * @param {Type} type
   * @param {(region: string, event: HTMLElementEventMap[Type]) => void} act
   */
  const listen = (type, act) =>
    box.addEventListener(type, (event) => {
      const region = regionOf(event.target);
      if (region !== null) act(region, event);
    });
  onTap(box, "[data-region]", (target) => {
    const id = regionOf(target);
    if (id === null) return;
    setTabStop(view, id);
    if (map.tool.kind === "region" && !view.zoom.dragged) map.toggle(id);
  });
  listen("pointerover", (id, event) => {
    if (hovers(event)) highlight(map, view, id, "pointed");
  });
  listen("focusin", (id) => {
    setTabStop(view, id);
    const isFocused = view.regions.get(id)?.matches(":focus-visible");
    highlight(map, view, id, isFocused ? "focused" : "pointed");
  });
  listen("keydown", (id, event) => onKey(map, view, id, event));
  box.addEventListener("pointerleave", (event) => {
    if (hovers(event)) endHighlight(map, view);
  });
  box.addEventListener("focusout", () => endHighlight(map, view));
}

/**
 * @param {RegionMap} map
 * @param {BuiltView} view
 * @param {string} id - of the region that has the focus
 * @param {KeyboardEvent} event
 */
function onKey(map, { regions, centres }, id, event) {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.key === "Enter" || event.key === " ") {
    event.preventDefault();
    if (!event.repeat) map.toggle(id);
  } else if (isNavigationKey(event.key)) {
    event.preventDefault();
    const next = nextRegion(event.key, id, centres);
    if (next !== null) regions.get(next)?.focus();
  }
}

/**
 * Make the region used last the only tab stop of its view.
 * @param {BuiltView} view
 * @param {string} id
 */
function setTabStop({ regions }, id) {
  for (const [other, element] of regions)
    element.setAttribute("tabindex", other === id ? "0" : "-1");
}

/**
 * Draw a ring around a region and name it.
 * @param {RegionMap} map
 * @param {BuiltView} view
 * @param {string} id
 * @param {"pointed" | "focused"} how
 */
function highlight({ caption }, { regions, ring }, id, how) {
  ring.setAttribute("d", regions.get(id)?.getAttribute("d") ?? "");
  ring.setAttribute("class", `ring ${how}`);
  caption.textContent = regionName(id);
  caption.classList.add("named");
}

/**
 * Highlight the region that has the focus of the keyboard, if any, and no other.
 * @param {RegionMap} map
 * @param {BuiltView} view
 */
function endHighlight(map, view) {
  const focused = regionOf(view.svg.querySelector("[data-region]:focus-visible"));
  if (focused !== null) return highlight(map, view, focused, "focused");
  view.ring.setAttribute("class", "ring");
  map.caption.textContent = map.hint();
  map.caption.classList.remove("named");
}
