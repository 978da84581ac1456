// The tools: region, brush or eraser, intensity, quality, undo and redo, zoom.
import { button, html, setText } from "../../lib/dom.js";
import { MARK_KINDS, MOST_INTENSE, OFFERED_SIZES_CM, QUALITIES } from "../../lib/constants.js";
import { sideOf } from "../../document/marks.js";
import { choices, slider } from "../../lib/fields.js";
import { otherSide } from "../../document/sides.js";
import * as store from "../../document/store.js";
import { t } from "../../language/words.js";

/**
 * @import { Tool } from "../../types/page.d.ts"
 * @import { Quality } from "../../types/wire.d.ts"
 */

/**
 * @param {Tool} tool - changed in place
 * @param {{changed: () => void, zoom: (factor: number) => void, whole: () => void}} act
 */
export function buildToolbar(tool, act) {
  const size = sizeSlider(tool);
  const kinds = choices(
    t("tools.mark_with"),
    MARK_KINDS.map((kind) => [kind, t(`tools.${kind}`)]),
    tool.kind,
    (kind) => {
      tool.kind = kind;
      update();
      act.changed();
    },
  );
  const feel = html(
    "details",
    { class: "feel" },
    html("summary", {}, t("tools.feel")),
    html("div", { class: "feel-fields" }, ...ratingFields(tool, () => act.changed())),
  );
  const element = html(
    "div",
    { class: "toolbar", role: "group", "aria-label": t("tools.title") },
    kinds.element,
    size.element,
    feel,
  );
  const steps = stepButtons();
  const stepsBar = html(
    "div",
    { class: "steps-bar", role: "group", "aria-label": t("tools.steps") },
    steps.element,
    zoomButtons(act),
  );

  function update() {
    size.element.hidden = tool.kind === "region";
    feel.hidden = tool.kind === "eraser";
    steps.update();
  }
  update();
  return { element, steps: stepsBar, update };
}

/** @param {Tool} tool */
function sizeSlider(tool) {
  const [min, max] = OFFERED_SIZES_CM;
  return slider(
    t("tools.size"),
    { min, max, step: 0.5, value: tool.size_cm },
    (value) => `${value} cm`,
    (value) => {
      tool.size_cm = value;
    },
  );
}

/**
 * @param {Tool} tool
 * @param {() => void} changed - called when the intensity changed
 */
function ratingFields(tool, changed) {
  const quality = qualityChoice(tool.quality, (value) => {
    tool.quality = value;
  });
  return [ratingSlider(tool, changed).element, quality.element];
}

/** Undo, redo, the other side, and removing all marks. */
function stepButtons() {
  const undo = button({ class: "undo" }, t("tools.undo"), () => store.undo());
  const redo = button({ class: "redo" }, t("tools.redo"), () => store.redo());
  const mirror = button({ class: "mirror" }, "", () => {
    const { marks } = store.current();
    const last = marks.at(-1);
    if (last) store.mirror(sideOf(last));
  });
  const clear = button({ class: "clear" }, t("tools.clear"), () => store.setMarks([]));
  return {
    element: html("div", { class: "steps" }, undo, redo, mirror, clear),
    update() {
      const last = store.current().marks.at(-1);
      undo.disabled = !store.canUndo();
      redo.disabled = !store.canRedo();
      clear.disabled = mirror.disabled = !last;
      const side = last ? otherSide(sideOf(last)) : "left";
      setText(mirror, t(`tools.mirror_${side}`));
    },
  };
}

/** @param {{zoom: (factor: number) => void, whole: () => void}} act */
function zoomButtons(act) {
  return html(
    "div",
    { class: "zoom", role: "group", "aria-label": t("tools.zoom") },
    button({ "aria-label": t("tools.zoom_in") }, "+", () => act.zoom(1.5)),
    button({ "aria-label": t("tools.zoom_out") }, "−", () => act.zoom(1 / 1.5)),
    button({}, t("tools.whole"), () => act.whole()),
  );
}

/**
 * An intensity as a person reads it.
 * @param {number} intensity
 */
export function outOfMost(intensity) {
  return `${intensity}/${MOST_INTENSE}`;
}

/**
 * A slider from "not rated" over 0 to the worst for `holder.intensity`.
 * @param {{intensity: number | null}} holder
 * @param {() => void} changed
 */
export function ratingSlider(holder, changed) {
  return slider(
    t("tools.intensity"),
    { min: -1, max: MOST_INTENSE, step: 1, value: holder.intensity ?? -1 },
    (value) => (value < 0 ? t("tools.not_rated") : outOfMost(value)),
    (value) => {
      holder.intensity = value < 0 ? null : value;
      changed();
    },
  );
}

/**
 * The choice of what the pain feels like; null for no quality.
 * @param {Quality | null} value
 * @param {(quality: Quality | null) => void} changed
 */
export function qualityChoice(value, changed) {
  /** @type {[Quality | "", string][]} */
  const list = [["", t("quality.none")]];
  for (const each of QUALITIES) list.push([each, t(`quality.${each}`)]);
  return choices(t("tools.quality"), list, value ?? "", (each) => changed(each || null));
}
