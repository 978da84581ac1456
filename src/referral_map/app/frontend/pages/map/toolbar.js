// The tools: region, brush or eraser, intensity, quality.
import { html } from "../../lib/dom.js";
import { MARK_KINDS, MOST_INTENSE, OFFERED_SIZES_CM, QUALITIES } from "../../lib/constants.js";
import { choices, slider } from "../../lib/fields.js";
import { t } from "../../language/words.js";

/**
 * @import { Tool } from "../../types/page.d.ts"
 * @import { Quality } from "../../types/wire.d.ts"
 */

/**
 * @param {Tool} tool - changed in place
 * @param {() => void} changed - called when another tool was taken
 */
export function buildToolbar(tool, changed) {
  const size = sizeSlider(tool, changed);
  const kinds = choices(
    t("tools.mark_with"),
    MARK_KINDS.map((kind) => [kind, t(`tools.${kind}`)]),
    tool.kind,
    (kind) => {
      tool.kind = kind;
      update();
      changed();
    },
  );
  const feel = html(
    "details",
    { class: "feel" },
    html("summary", {}, t("tools.feel")),
    html("div", { class: "feel-fields" }, ...ratingFields(tool, changed)),
  );
  const element = html(
    "div",
    { class: "toolbar", role: "group", "aria-label": t("tools.title") },
    kinds.element,
    size.element,
    feel,
  );
  function update() {
    size.element.hidden = tool.kind === "region";
    feel.hidden = tool.kind === "eraser";
  }
  update();
  return { element };
}

/**
 * @param {Tool} tool
 * @param {() => void} changed
 */
function sizeSlider(tool, changed) {
  const [min, max] = OFFERED_SIZES_CM;
  return slider(
    t("tools.size"),
    { min, max, step: 0.5, value: tool.size_cm },
    (value) => `${value} cm`,
    (value) => {
      tool.size_cm = value;
      changed();
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
