// The controls of the body: layer, side, view, and overlays.
import { LAYERS, SIDES } from "../../lib/constants.js";
import { html } from "../../lib/dom.js";
import { choices, slider, checkbox } from "../../lib/fields.js";
import { keptFold } from "../../shell/kept_fold.js";
import { t } from "../../language/words.js";

/** @import { ViewName } from "../../types/wire.d.ts" */
/** @import { ShowKind, TeachState } from "./types.d.ts" */

/** @type {readonly TeachState["side"][]} */
const SIDE_CHOICES = [...SIDES, "both"];

/**
 * The controls of what the body shows.
 * @param {TeachState} state - what is shown at first
 * @param {readonly ViewName[]} names - of the views
 * @param {(change: Partial<TeachState>) => void} set
 */
export function buildControls(state, names, set) {
  const layer = slider(
    t("teach.layer"),
    { min: 0, max: LAYERS.length - 1, step: 1, value: state.layer },
    (value) => t(`teach.layer_${LAYERS[value]}`),
    (value) => set({ layer: value }),
  );
  layer.element.classList.add("layer");
  const side = choices(
    t("teach.side"),
    SIDE_CHOICES.map((each) => /** @type {const} */ ([each, t(`teach.side_${each}`)])),
    state.side,
    (value) => set({ side: value }),
  );
  const view = viewChoice(state.view, names, (value) => set({ view: value }));
  const boxes = showBoxes(state.show, (show) => set({ show }));
  const settings = html(
    "details",
    { class: "shown" },
    html("summary", {}, t("teach.settings")),
    side.element,
    view.element,
    boxes.element,
  );
  // On a phone the body comes first.
  settings.open = matchMedia("(min-width: 48rem)").matches;
  keptFold(settings, "teach.settings");
  const element = html(
    "div",
    { class: "controls" },
    layer.element,
    html("p", { class: "quiet keys" }, t("teach.layer_keys")),
    settings,
  );
  return {
    element,
    /** @param {TeachState} next */
    update(next) {
      layer.set(next.layer);
      side.set(next.side);
      view.set(next.view);
      boxes.update(next.show);
    },
  };
}

/**
 * The choice of one view, or all.
 * @param {TeachState["view"]} first
 * @param {readonly ViewName[]} names
 * @param {(view: TeachState["view"]) => void} set
 */
function viewChoice(first, names, set) {
  /** @type {readonly TeachState["view"][]} */
  const views = ["all", ...names];
  const view = choices(
    t("teach.view"),
    views.map(
      (each) =>
        /** @type {const} */ ([each, t(each === "all" ? "teach.view_all" : `view.${each}`)]),
    ),
    first,
    set,
  );
  view.element.classList.add("view-choice");
  return view;
}

/**
 * A checkbox for each kind that can be laid over the body.
 * @param {TeachState["show"]} show - what is shown at first
 * @param {(show: TeachState["show"]) => void} set
 */
function showBoxes(show, set) {
  let current = show;
  const kinds = /** @type {ShowKind[]} */ (Object.keys(show));
  const checkboxes = kinds.map((kind) => {
    const field = checkbox(t(`teach.show_${kind}`), show[kind], (on) =>
      set({ ...current, [kind]: on }),
    );
    field.input.dataset.show = kind;
    return { kind, field };
  });
  return {
    element: html(
      "div",
      { class: "ticks", role: "group", "aria-label": t("teach.show") },
      ...checkboxes.map(({ field }) => field.element),
    ),
    /** @param {TeachState["show"]} next */
    update(next) {
      current = next;
      for (const { kind, field } of checkboxes) field.input.checked = next[kind];
    },
  };
}
