// The message in place of an empty list: how to begin, with examples to try.
import { button, html } from "../../lib/dom.js";
import * as store from "../../document/store.js";
import { t } from "../../language/words.js";

/** @import { DrawnBody } from "../../types/page.d.ts" */
/** @import { Reading, RegionMark, Texts } from "../../types/wire.d.ts" */

/** @param {readonly string[]} regions */
function mark(regions) {
  /** @type {(region: string) => RegionMark} */
  const unrated = (region) => ({ kind: "region", region, intensity: null, quality: null });
  store.setMarks(regions.map(unrated));
}

/**
 * How much of what is marked lies where no pattern is felt yet.
 * @param {Pick<Reading, "marked_regions">} reading
 * @param {Pick<DrawnBody, "regions">} drawings
 * @returns {"none" | "some" | "all"}
 */
export function withoutPatterns({ marked_regions: marked }, { regions }) {
  const bare = new Set(
    regions.filter(({ patterns }) => !patterns).map(({ id }) => withoutSide(id)),
  );
  const count = marked.filter((each) => bare.has(each)).length;
  if (!count) return "none";
  return count === marked.length ? "all" : "some";
}

/** @param {string} region */
function withoutSide(region) {
  return region.replace(/_(right|left)$/, "");
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
    /**
     * @param {"unmarked" | "unmatched" | "unmapped" | null} state - null hides the message; unmapped: of what
     *   is marked there are no patterns yet
     */
    update(state) {
      element.hidden = !state;
      if (!state) return;
      const isUnmapped = state === "unmapped";
      title.textContent = t(isUnmapped ? "map.no_patterns" : `empty.${state}_title`);
      text.textContent = t(isUnmapped ? "map.no_patterns_why" : `empty.${state}`);
      examples.hidden = state !== "unmarked";
    },
  };
}
