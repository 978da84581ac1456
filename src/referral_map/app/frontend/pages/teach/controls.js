// The controls of the body: layer, side, view, and overlays.
import { LAYERS, SIDES, VIEW_NAMES } from "../../lib/constants.js";
import { html } from "../../lib/dom.js";
import { choices, slider, checkbox } from "../../lib/fields.js";
import { t } from "../../language/words.js";

const VIEWS = ["all", ...VIEW_NAMES];
const SIDE_CHOICES = [...SIDES, "both"];

/**
 * @param {{layer, side, view, show}} state - what is shown at first
 * @param {(change: object) => void} set
 */
export function buildControls(state, set) {
  const layer = slider(
    t("teach.layer"),
    { min: 0, max: LAYERS.length - 1, step: 1, value: state.layer },
    (value) => t(`teach.layer_${LAYERS[value]}`),
    (value) => set({ layer: value }),
  );
  layer.element.classList.add("layer");
  const side = choices(
    t("teach.side"),
    SIDE_CHOICES.map((each) => [each, t(`teach.side_${each}`)]),
    state.side,
    (value) => set({ side: value }),
  );
  const view = choices(
    t("teach.view"),
    VIEWS.map((each) => [each, t(each === "all" ? "teach.view_all" : `view.${each}`)]),
    state.view,
    (value) => set({ view: value }),
  );
  view.element.classList.add("view-choice");
  const checkboxes = Object.keys(state.show).map((kind) => {
    const field = checkbox(t(`teach.show_${kind}`), state.show[kind], (on) =>
      set({ show: { ...current.show, [kind]: on } }),
    );
    field.input.dataset.show = kind;
    return [kind, field];
  });
  const settings = html(
    "details",
    { class: "shown" },
    html("summary", {}, t("teach.settings")),
    side.element,
    view.element,
    html(
      "div",
      { class: "ticks", role: "group", "aria-label": t("teach.show") },
      ...checkboxes.map(([, field]) => field.element),
    ),
  );
  // On a phone the body comes first.
  settings.open = matchMedia("(min-width: 48rem)").matches;
  let current = state;
  const element = html(
    "div",
    { class: "controls" },
    layer.element,
    html("p", { class: "quiet keys" }, t("teach.layer_keys")),
    settings,
  );
  return {
    element,
    update(next) {
      current = next;
      layer.set(next.layer);
      side.set(next.side);
      view.set(next.view);
      for (const [kind, { input }] of checkboxes) input.checked = next.show[kind];
    },
  };
}
