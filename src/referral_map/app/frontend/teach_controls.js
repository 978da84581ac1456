// What the body shows: which layer, which side, which view, and what is laid over it.
import { html } from "./dom.js";
import { choices, slider, tick } from "./fields.js";
import { LAYERS } from "./teach_layers.js";
import { t } from "./words.js";

const VIEWS = ["all", "back", "front", "right", "left", "soles"];
const SIDES = ["right", "left", "both"];

/**
 * @param {{layer, side, view, show}} state - what is shown at first
 * @param {(change: object) => void} set
 */
export function buildControls(state, set) {
  const layer = slider(t("teach.layer"), { min: 0, max: LAYERS.length - 1, step: 1, value: state.layer },
    (value) => t(`teach.layer_${LAYERS[value]}`), (value) => set({ layer: value }));
  layer.element.classList.add("layer");
  const side = choices(t("teach.side"), SIDES.map((each) => [each, t(`teach.side_${each}`)]), state.side, (value) => set({ side: value }));
  const view = choices(t("teach.view"), VIEWS.map((each) => [each, t(each === "all" ? "teach.view_all" : `view.${each}`)]),
    state.view, (value) => set({ view: value }));
  view.element.classList.add("view-choice");
  const ticks = Object.keys(state.show).map((kind) => {
    const field = tick(t(`teach.show_${kind}`), state.show[kind], (on) => set({ show: { ...current.show, [kind]: on } }));
    field.input.dataset.show = kind;
    return [kind, field];
  });
  const shown = html("details", { class: "shown" }, html("summary", {}, t("teach.settings")), side.element, view.element,
    html("div", { class: "ticks", role: "group", "aria-label": t("teach.show") }, ...ticks.map(([, field]) => field.element)));
  // On a phone the body comes first.
  shown.open = matchMedia("(min-width: 48rem)").matches;
  let current = state;
  const element = html("div", { class: "controls" }, layer.element,
    html("p", { class: "quiet keys" }, t("teach.layer_keys")), shown);
  return {
    element,
    update(next) {
      current = next;
      layer.set(next.layer);
      side.set(next.side);
      view.set(next.view);
      for (const [kind, { input }] of ticks) input.checked = next.show[kind];
    },
  };
}
