// The regions by name: a checkbox for each, by part of the body and side.
import { html, setProperty } from "../../lib/dom.js";
import { regionMarks } from "../../document/marks.js";
import { checkbox } from "../../lib/fields.js";
import * as store from "../../document/store.js";
import { regionName, t } from "../../language/words.js";

/** @import { Drawings, Mark } from "../../types/wire.d.ts" */

/**
 * The list, closed at first; updated while it is open.
 * @param {Drawings} drawings
 * @param {(text: string) => void} announce - tells a screen reader
 */
export function buildRegionList(drawings, announce) {
  /** @type {Map<string, HTMLInputElement>} */
  const checkboxes = new Map();
  /** @type {Map<string, HTMLElement>} */
  const parts = new Map();
  for (const { id, part, side } of drawings.regions) {
    const key = `${part}_${side}`;
    const legend = () => html("legend", {}, `${t(`parts.${part}`)}, ${t(`side.${side}`)}`);
    const fieldset = parts.get(key) ?? html("fieldset", {}, legend());
    const box = checkbox(regionName(id), false, (on) => {
      setMarked(id, on);
      announce(t(on ? "map.marked" : "map.unmarked", { name: regionName(id) }));
    });
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
  function update() {
    if (!element.open) return;
    const marked = regionMarks(store.current().marks);
    for (const [id, input] of checkboxes) setProperty(input, "checked", marked.has(id));
  }
  element.addEventListener("toggle", update);
  return { element, update };
}

/**
 * @param {string} region
 * @param {boolean} on
 */
function setMarked(region, on) {
  const { marks } = store.current();
  /** @param {Mark} mark */
  const isOther = (mark) => mark.kind !== "region" || mark.region !== region;
  store.setMarks(
    on
      ? [...marks, { kind: "region", region, intensity: null, quality: null }]
      : marks.filter(isOther),
  );
}
