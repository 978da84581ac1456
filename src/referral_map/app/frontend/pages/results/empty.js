// The message in place of an empty list: how to begin, with examples to try.
import { button, html } from "../../lib/dom.js";
import * as store from "../../document/store.js";
import { t } from "../../language/words.js";

/** @import { RegionMark, Texts } from "../../types/wire.d.ts" */

/** @param {readonly string[]} regions */
function mark(regions) {
  /** @type {(region: string) => RegionMark} */
  const unrated = (region) => ({ kind: "region", region, intensity: null, quality: null });
  store.setMarks(regions.map(unrated));
}

/** @param {Texts} texts */
export function buildEmpty({ examples: list }) {
  const title = html("p", { class: "empty-title" });
  const text = html("p", {});
  const examples = html(
    "div",
    { class: "examples" },
    html("p", {}, t("examples.intro")),
    ...list.map(({ id, name, regions }) =>
      button({ "data-example": id }, name, () => mark(regions)),
    ),
  );
  const element = html("div", { class: "empty" }, title, text, examples);
  return {
    element,
    /** @param {"unmarked" | "unmatched" | null} state - null hides the message */
    update(state) {
      element.hidden = !state;
      if (!state) return;
      title.textContent = t(`empty.${state}_title`);
      text.textContent = t(`empty.${state}`);
      examples.hidden = state !== "unmarked";
    },
  };
}
