// The items of the list of marks: the name of a mark, its rating, and the button that removes it.
import { button, html, setText } from "../../lib/dom.js";
import { placeOf, sideOf } from "../../document/marks.js";
import * as store from "../../document/store.js";
import { oneGestureOf } from "./gestures.js";
import { outOfMost, qualityChoice, ratingSlider } from "./toolbar.js";
import { lowerFirst, regionName, t } from "../../language/words.js";

/**
 * @import { Choices, Slider } from "../../types/page.d.ts"
 * @import { Mark, Quality } from "../../types/wire.d.ts"
 */

/** One item for each mark; it stays while the mark is rated anew, here or elsewhere. */
export class MarkItems {
  /**
   * @param {HTMLElement} title - gets the focus when the last item is removed
   * @param {(text: string) => void} announce - tells a screen reader
   */
  constructor(title, announce) {
    this.title = title;
    this.announce = announce;
    /** @type {MarkItem[]} */
    this.items = [];
  }

  /**
   * Show these marks; returns the elements of their items.
   * @param {readonly Mark[]} marks
   * @param {(mark: Mark) => boolean} isRubbedOut
   */
  update(marks, isRubbedOut) {
    const byMark = new Map(this.items.map((item) => [item.mark, item]));
    const same = marks.map((mark) => {
      const item = byMark.get(mark);
      byMark.delete(mark);
      return item;
    });
    const byPlace = itemsByPlace([...byMark.values()]);
    this.items = marks.map((mark, number) => {
      const item = same[number] ?? byPlace.get(placeOf(mark))?.shift() ?? new MarkItem(mark, this);
      item.show(mark, isRubbedOut(mark));
      return item;
    });
    return this.items.map(({ element }) => element);
  }

  /** @param {MarkItem} item */
  remove({ element, mark, name }) {
    const next = element.nextElementSibling ?? element.previousElementSibling;
    store.changeMarks({ remove: [mark] });
    /** @type {HTMLElement | null | undefined} */
    const nextButton = next?.querySelector(".remove");
    (nextButton ?? this.title).focus();
    this.announce(t("map.unmarked", { name }));
  }
}

/** A mark in the list. */
class MarkItem {
  /**
   * @param {Mark} mark
   * @param {Pick<MarkItems, "remove">} list
   */
  constructor(mark, list) {
    this.mark = mark;
    this.place = placeOf(mark);
    this.name = nameOf(mark);
    this.rated = html("span", { class: "rated" });
    const region = mark.kind === "region" ? mark.region : undefined;
    this.details = html(
      "details",
      { "data-mark": mark.kind, "data-region": region },
      html("summary", {}, html("span", {}, this.name), this.rated),
    );
    /**
     * Built on opening: most are never opened.
     * @type {{ intensity: Slider, quality: Choices<Quality | ""> } | null}
     */
    this.fields = null;
    this.details.addEventListener("toggle", () => {
      if (this.details.open && !this.fields) this.build();
    });
    const remove = button(
      { class: "remove", "aria-label": t("marks.remove", { name: this.name }) },
      "×",
      () => list.remove(this),
    );
    this.element = html("li", { "data-chip": region ?? mark.kind }, this.details, remove);
  }

  /** The fields that rate the mark; what is erased is not rated. */
  build() {
    const { mark } = this;
    if (mark.kind === "eraser") return;
    const { intensity = null, quality = null } = mark;
    const holder = { intensity };
    const slider = ratingSlider(holder, () =>
      this.rate({ intensity: holder.intensity }, gesture()),
    );
    const gesture = oneGestureOf(slider.input);
    const choice = qualityChoice(quality, (value) => this.rate({ quality: value }));
    this.fields = { intensity: slider, quality: choice };
    this.details.append(slider.element, choice.element);
  }

  /**
   * Rate the mark anew: a step that can be undone, with all of its gesture.
   * @param {{ intensity?: number | null, quality?: Quality | null }} rating
   * @param {string} [gesture]
   */
  rate(rating, gesture) {
    const { mark } = this;
    if (mark.kind !== "eraser")
      store.changeMarks({ replace: [[mark, { ...mark, ...rating }]] }, gesture);
  }

  /**
   * Show how the mark is rated now, wherever that was done.
   * @param {Mark} mark
   * @param {boolean} isRubbedOut - whether none of it is left
   */
  show(mark, isRubbedOut) {
    this.mark = mark;
    setText(this.rated, isRubbedOut ? t("marks.rubbed_out") : ratingText(mark));
    this.element.toggleAttribute("data-rubbed-out", isRubbedOut);
    if (!this.fields || mark.kind === "eraser") return;
    const value = mark.intensity ?? -1;
    // Setting the value that is there already would end a drag.
    if (Number(this.fields.intensity.input.value) !== value) this.fields.intensity.set(value);
    this.fields.quality.set(mark.quality ?? "");
  }
}

/**
 * Items by what they mark, however it was rated when they showed it.
 * @param {readonly MarkItem[]} items
 */
function itemsByPlace(items) {
  /** @type {Map<string, MarkItem[]>} */
  const byPlace = new Map();
  for (const item of items) byPlace.set(item.place, [...(byPlace.get(item.place) ?? []), item]);
  return byPlace;
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
    intensity === null || intensity === undefined ? null : outOfMost(intensity),
    quality && t(`quality.${quality}`),
  ];
  return parts.filter(Boolean).join(", ") || t("marks.rate");
}
