// The items of the list of marks: the name of a mark, its rating, and the button that removes it.
import { button, html } from "../../lib/dom.js";
import { sideOf } from "../../document/marks.js";
import * as store from "../../document/store.js";
import { outOfMost, qualityChoice, ratingSlider } from "./toolbar.js";
import { lowerFirst, regionName, t } from "../../language/words.js";

/**
 * @import { BrushMark, Mark, RegionMark } from "../../types/wire.d.ts"
 * @typedef {BrushMark | RegionMark} RatedMark
 */

/** One item for each mark; it stays while the mark is rated, so that an open rating stays open. */
export class MarkItems {
  /**
   * @param {HTMLElement} title - gets the focus when the last item is removed
   * @param {(text: string) => void} announce - tells a screen reader
   */
  constructor(title, announce) {
    this.title = title;
    this.announce = announce;
    /** @type {WeakMap<Mark, HTMLElement>} */
    this.elements = new WeakMap();
    /**
     * The mark that an item stands for now.
     * @type {WeakMap<HTMLElement, Mark>}
     */
    this.marks = new WeakMap();
  }

  /**
   * The item of a mark, built where there is none.
   * @param {Mark} mark
   */
  of(mark) {
    const present = this.elements.get(mark);
    if (present) return present;
    const element = this.build(mark);
    this.pair(element, mark);
    return element;
  }

  /**
   * @param {HTMLElement} element
   * @param {Mark} mark
   */
  pair(element, mark) {
    this.elements.set(mark, element);
    this.marks.set(element, mark);
  }

  /**
   * Its rating fields are built on opening: most are never opened.
   * @param {Mark} mark
   */
  build(mark) {
    const name = nameOf(mark);
    const region = mark.kind === "region" ? mark.region : undefined;
    const rated = html("span", { class: "rated" }, ratingText(mark));
    const details = html(
      "details",
      { "data-mark": mark.kind, "data-region": region },
      html("summary", {}, html("span", {}, name), rated),
    );
    details.addEventListener("toggle", () => {
      if (details.open && details.children.length === 1)
        details.append(...this.editors(element, rated));
    });
    const remove = button({ class: "remove", "aria-label": t("marks.remove", { name }) }, "×", () =>
      this.remove(element, name),
    );
    const element = html("li", { "data-chip": region ?? mark.kind }, details, remove);
    return element;
  }

  /**
   * @param {HTMLElement} element
   * @param {string} name - of its mark
   */
  remove(element, name) {
    const next = element.nextElementSibling ?? element.previousElementSibling;
    const removed = this.marks.get(element);
    store.setMarks(store.current().marks.filter((each) => each !== removed));
    /** @type {HTMLElement | null | undefined} */
    const nextButton = next?.querySelector(".remove");
    (nextButton ?? this.title).focus();
    this.announce(t("map.unmarked", { name }));
  }

  /**
   * The fields that rate the mark of an item; what is erased is not rated.
   * @param {HTMLElement} element
   * @param {HTMLElement} rated - where the rating stands in words
   */
  editors(element, rated) {
    const mark = this.marks.get(element);
    if (!mark || mark.kind === "eraser") return [];
    /** @type {RatedMark} */
    const changed = { ...mark };
    const apply = () => {
      const before = this.marks.get(element);
      const after = { ...changed };
      this.pair(element, after);
      rated.textContent = ratingText(after);
      if (before) store.changeMarks({ replace: [[before, after]] });
    };
    return [
      ratingSlider(changed, apply).element,
      qualityChoice(changed.quality, (value) => {
        changed.quality = value;
        apply();
      }).element,
    ];
  }
}

/** @param {Mark} mark */
function nameOf(mark) {
  if (mark.kind === "region") return regionName(mark.region);
  return t(`marks.${mark.kind}`, {
    view: lowerFirst(t(`view.${mark.view}`)),
    side: t(`side.${sideOf(mark)}`),
  });
}

/** @param {Mark} mark */
function ratingText(mark) {
  if (mark.kind === "eraser") return "";
  const { intensity, quality } = mark;
  const parts = [
    intensity === null ? null : outOfMost(intensity),
    quality && t(`quality.${quality}`),
  ];
  return parts.filter(Boolean).join(", ") || t("marks.rate");
}
