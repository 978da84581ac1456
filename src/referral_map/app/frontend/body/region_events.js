// Pointer and keyboard events of the regions in one view of the map.
import { hovers, onTap } from "./taps.js";
import { isNavigationKey, nextRegion } from "./arrow_keys.js";
import { regionName } from "../language/words.js";

/**
 * Listens on the figure, because an svg with a focus listener becomes a tab stop itself.
 * @param {BodyMap} map
 * @param {string} name - of the view
 * @param {HTMLElement} box - its figure
 */
export function listenToRegions(map, name, box) {
  const view = map.views.get(name);
  const listen = (type, act) =>
    box.addEventListener(type, (event) => {
      const target = event.target.closest?.("[data-region]");
      if (target) act(target.dataset.region, event);
    });
  onTap(box, "[data-region]", ({ dataset: { region: id } }) => {
    setTabStop(view, id);
    if (map.tool.kind === "region" && !view.zoom.dragged) map.toggle(id);
  });
  listen("pointerover", (id, event) => {
    if (hovers(event)) highlight(map, view, id, "pointed");
  });
  listen("focusin", (id, { target }) => {
    setTabStop(view, id);
    highlight(map, view, id, target.matches(":focus-visible") ? "focused" : "pointed");
  });
  listen("keydown", (id, event) => onKey(map, view, id, event));
  box.addEventListener("pointerleave", (event) => {
    if (hovers(event)) endHighlight(map, view);
  });
  box.addEventListener("focusout", () => endHighlight(map, view));
}

function onKey(map, { regions, centres }, id, event) {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.key === "Enter" || event.key === " ") {
    event.preventDefault();
    if (!event.repeat) map.toggle(id);
  } else if (isNavigationKey(event.key)) {
    event.preventDefault();
    const next = nextRegion(event.key, id, centres);
    if (next) regions.get(next).focus();
  }
}

/** Make the region used last the only tab stop of its view. */
function setTabStop({ regions }, id) {
  for (const [other, element] of regions)
    element.setAttribute("tabindex", other === id ? "0" : "-1");
}

function highlight({ caption }, { regions, ring }, id, how) {
  ring.setAttribute("d", regions.get(id).getAttribute("d"));
  ring.setAttribute("class", `ring ${how}`);
  caption.textContent = regionName(id);
  caption.classList.add("named");
}

function endHighlight(map, view) {
  const focused = view.svg.querySelector("[data-region]:focus-visible");
  if (focused) return highlight(map, view, focused.dataset.region, "focused");
  view.ring.setAttribute("class", "ring");
  map.caption.textContent = map.hint();
  map.caption.classList.remove("named");
}
