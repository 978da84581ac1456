// What pointer and keyboard do on the regions of one view of the map.
import { hovers, onTap } from "./taps.js";
import { isWalkingKey, nextRegion } from "./walking.js";
import { regionName } from "./words.js";

/**
 * Listens on the figure: an svg that listens for focus becomes a tab stop itself.
 * @param {BodyMap} map
 * @param {string} name - of the view
 * @param {HTMLElement} box - its figure
 */
export function wire(map, name, box) {
  const view = map.views.get(name);
  const listen = (type, act) => box.addEventListener(type, (event) => {
    const target = event.target.closest?.("[data-region]");
    if (target) act(target.dataset.region, event);
  });
  onTap(box, "[data-region]", ({ dataset: { region: id } }) => {
    stopAt(view, id);
    if (map.tool.kind === "region" && !view.zoom.dragged) map.toggle(id);
  });
  listen("pointerover", (id, event) => { if (hovers(event)) light(map, view, id, "pointed"); });
  listen("focusin", (id, { target }) => {
    stopAt(view, id);
    light(map, view, id, target.matches(":focus-visible") ? "focused" : "pointed");
  });
  listen("keydown", (id, event) => onKey(map, view, id, event));
  box.addEventListener("pointerleave", (event) => { if (hovers(event)) unlight(map, view); });
  box.addEventListener("focusout", () => unlight(map, view));
}

function onKey(map, { regions, centres }, id, event) {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.key === "Enter" || event.key === " ") {
    event.preventDefault();
    if (!event.repeat) map.toggle(id);
  } else if (isWalkingKey(event.key)) {
    event.preventDefault();
    const next = nextRegion(event.key, id, centres);
    if (next) regions.get(next).focus();
  }
}

/** One tab stop a view: the region last used. */
function stopAt({ regions }, id) {
  for (const [other, element] of regions) element.setAttribute("tabindex", other === id ? "0" : "-1");
}

function light({ caption }, { regions, ring }, id, how) {
  ring.setAttribute("d", regions.get(id).getAttribute("d"));
  ring.setAttribute("class", `ring ${how}`);
  caption.textContent = regionName(id);
  caption.classList.add("named");
}

function unlight(map, view) {
  const focused = view.svg.querySelector("[data-region]:focus-visible");
  if (focused) return light(map, view, focused.dataset.region, "focused");
  view.ring.setAttribute("class", "ring");
  map.caption.textContent = map.hint();
  map.caption.classList.remove("named");
}
