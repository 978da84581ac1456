// The marks as a list: how much skin is marked, each mark with its own rating, and regions by name.
// Everything that can be painted can also be marked, rated and removed here, without a picture.
import { html } from "../../lib/dom.js";
import { arrangeUnderFocus } from "../../lib/focus.js";
import { rubsOut } from "../../body/skin.js";
import { MarkItems } from "./mark_items.js";
import { buildRegionList } from "./regions_by_name.js";
import * as store from "../../document/store.js";
import { number, t } from "../../language/words.js";

/**
 * @import { DrawnBody } from "../../types/page.d.ts"
 * @import { Mark } from "../../types/wire.d.ts"
 * @import { Skin } from "../../body/skin.js"
 */

/**
 * @param {Skin} skin
 * @param {Pick<DrawnBody, "regions">} drawings - for the regions by part of the body
 * @param {(text: string) => void} announce - tells a screen reader
 * @param {(region: string) => void} toggle - marks a region, or removes its mark
 */
export function buildMarks(skin, drawings, announce, toggle) {
  const area = html("p", { class: "area" });
  const title = html("h2", { class: "marks-title", tabindex: "-1" }, t("marks.title"));
  const list = html("ul", { class: "chips" });
  const items = new MarkItems(title, announce);
  const byName = buildRegionList(drawings, toggle);
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
      const standing = skin.standing(marks);
      byName.update(skin.standingRegions(marks));
      /** @param {Mark} mark - one of a region that this atlas does not have reaches no skin */
      const isRubbedOut = (mark) =>
        !rubsOut(mark) && !standing.has(mark) && skin.reached(mark).length > 0;
      arrangeUnderFocus(list, items.update(marks, isRubbedOut));
    },
  };
}
