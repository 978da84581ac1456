// The marks as a list: how much skin is marked, each mark with its own rating, and regions by name.
// Everything that can be painted can also be marked, rated and removed here, without a picture.
import { arrange, html } from "../../lib/dom.js";
import { MarkItems } from "./mark_items.js";
import { buildRegionList } from "./regions_by_name.js";
import * as store from "../../document/store.js";
import { number, t } from "../../language/words.js";

/**
 * @import { Drawings, Mark } from "../../types/wire.d.ts"
 * @import { Skin } from "../../body/skin.js"
 */

/**
 * @param {Skin} skin
 * @param {Drawings} drawings - for the regions by part of the body
 * @param {(text: string) => void} announce - tells a screen reader
 */
export function buildMarks(skin, drawings, announce) {
  const area = html("p", { class: "area" });
  const title = html("h2", { class: "marks-title", tabindex: "-1" }, t("marks.title"));
  const list = html("ul", { class: "chips" });
  const items = new MarkItems(title, announce);
  const byName = buildRegionList(drawings, announce);
  const element = html(
    "section",
    { class: "marks", "aria-label": t("marks.title") },
    title,
    list,
    html("p", { class: "marks-note" }, t("marks.sides_are_yours")),
    byName.element,
  );

  /** @param {Mark | null} [extra] - a stroke that is being painted */
  function showArea(extra) {
    const { marks } = store.current();
    const cm2 = skin.marked(extra ? [...marks, extra] : marks).area;
    area.textContent =
      marks.length || extra ? t("marks.area", { area: number(cm2) }) : t("marks.nothing");
  }

  return {
    element,
    amount: area,
    showArea,
    area: () => skin.marked(store.current().marks).area,
    /**
     * Show these marks.
     * @param {readonly Mark[]} marks
     */
    update(marks) {
      showArea();
      byName.update();
      arrange(
        list,
        marks.map((mark) => items.of(mark)),
      );
    },
  };
}
