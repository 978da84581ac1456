// The tools: region, brush or eraser, intensity, quality, undo and redo, zoom.
import { button, html, setText } from "../../lib/dom.js";
import { QUALITIES, sideOf, withMirror } from "../../document/document.js";
import { choices, slider } from "../../lib/fields.js";
import { otherSide } from "../../document/sides.js";
import * as store from "../../document/store.js";
import { t } from "../../language/words.js";

const SIZES = [1, 10];

/**
 * @param {{kind, size_cm, intensity, quality}} tool - changed in place
 * @param {{changed(), zoom(factor), whole()}} act
 */
export function buildToolbar(tool, act) {
  const size = slider(
    t("tools.size"),
    { min: SIZES[0], max: SIZES[1], step: 0.5, value: tool.size_cm },
    (value) => `${value} cm`,
    (value) => {
      tool.size_cm = value;
    },
  );
  const intensity = ratingSlider(tool, () => act.changed());
  const quality = qualityChoice(tool.quality, (value) => {
    tool.quality = value;
  });
  const kinds = choices(
    t("tools.mark_with"),
    ["region", "brush", "eraser"].map((kind) => [kind, t(`tools.${kind}`)]),
    tool.kind,
    (kind) => {
      tool.kind = kind;
      update();
      act.changed();
    },
  );
  const undo = button({ class: "undo" }, t("tools.undo"), () => store.undo());
  const redo = button({ class: "redo" }, t("tools.redo"), () => store.redo());
  const mirror = button({ class: "mirror" }, "", () => {
    const { marks } = store.current();
    store.setMarks(withMirror(marks, sideOf(marks.at(-1))));
  });
  const clear = button({ class: "clear" }, t("tools.clear"), () => store.setMarks([]));
  const zoom = html(
    "div",
    { class: "zoom", role: "group", "aria-label": t("tools.zoom") },
    button({ "aria-label": t("tools.zoom_in") }, "+", () => act.zoom(1.5)),
    button({ "aria-label": t("tools.zoom_out") }, "−", () => act.zoom(1 / 1.5)),
    button({}, t("tools.whole"), () => act.whole()),
  );
  const feel = html(
    "details",
    { class: "feel" },
    html("summary", {}, t("tools.feel")),
    html("div", { class: "feel-fields" }, intensity.element, quality.element),
  );
  const element = html(
    "div",
    { class: "toolbar", role: "group", "aria-label": t("tools.title") },
    kinds.element,
    size.element,
    feel,
  );
  const steps = html(
    "div",
    { class: "steps-bar", role: "group", "aria-label": t("tools.steps") },
    html("div", { class: "steps" }, undo, redo, mirror, clear),
    zoom,
  );

  function update() {
    const { marks } = store.current();
    size.element.hidden = tool.kind === "region";
    feel.hidden = tool.kind === "eraser";
    undo.disabled = !store.canUndo();
    redo.disabled = !store.canRedo();
    clear.disabled = mirror.disabled = marks.length === 0;
    const side = marks.length ? otherSide(sideOf(marks.at(-1))) : "left";
    setText(mirror, t(`tools.mirror_${side}`));
  }
  update();
  return { element, steps, update };
}

/** A slider from "not rated" over 0 to 10 for `holder.intensity`. */
export function ratingSlider(holder, changed) {
  const describe = (value) => (value < 0 ? t("tools.not_rated") : `${value}/10`);
  return slider(
    t("tools.intensity"),
    { min: -1, max: 10, step: 1, value: holder.intensity ?? -1 },
    describe,
    (value) => {
      holder.intensity = value < 0 ? null : value;
      changed();
    },
  );
}

/** The choice of what the pain feels like; null for no quality. */
export function qualityChoice(value, changed) {
  const list = [["", t("quality.none")], ...QUALITIES.map((each) => [each, t(`quality.${each}`)])];
  return choices(t("tools.quality"), list, value ?? "", (each) => changed(each || null));
}
