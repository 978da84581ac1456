// The regions by name: a checkbox for each, by part of the body and side.
import { html, setProperty } from "../../lib/dom.js";
import { checkbox } from "../../lib/fields.js";
import { keptFold } from "../../shell/kept_fold.js";
import { regionName, t } from "../../language/words.js";

/** @import { DrawnBody } from "../../types/page.d.ts" */

/**
 * The list, closed at first; updated while it is open.
 * @param {Pick<DrawnBody, "regions">} drawings
 * @param {(region: string) => void} toggle - marks a region, or removes its mark
 */
export function buildRegionList(drawings, toggle) {
  /** @type {Map<string, HTMLInputElement>} */
  const checkboxes = new Map();
  /** @type {Map<string, HTMLElement>} */
  const parts = new Map();
  /**
   * The regions that are marked so that something of it is seen.
   * @type {ReadonlySet<string>}
   */
  let marked = new Set();
  for (const { id, part, side } of drawings.regions) {
    const key = `${part}_${side}`;
    const legend = () => html("legend", {}, `${t(`parts.${part}`)}, ${t(`side.${side}`)}`);
    const fieldset = parts.get(key) ?? html("fieldset", {}, legend());
    const box = checkbox(regionName(id), false, () => toggle(id));
    checkboxes.set(id, box.input);
    fieldset.append(box.element);
    parts.set(key, fieldset);
  }
  const element = html(
    "details",
    { class: "by-name" },
    html("summary", {}, t("marks.by_name")),
    html("div", { class: "by-name-parts" }, ...parts.values()),
  );
  function show() {
    if (!element.open) return;
    for (const [id, input] of checkboxes) setProperty(input, "checked", marked.has(id));
  }
  element.addEventListener("toggle", show);
  return {
    element: keptFold(element, "map.by_name"),
    /** @param {ReadonlySet<string>} regions */
    update(regions) {
      marked = regions;
      show();
    },
  };
}
