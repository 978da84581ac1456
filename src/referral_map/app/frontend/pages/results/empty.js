// The message in place of an empty list: how to begin, with examples to try.
import { button, html } from "../../lib/dom.js";
import * as store from "../../document/store.js";
import { t } from "../../language/words.js";

function mark(regions) {
  store.setMarks(
    regions.map((region) => ({ kind: "region", region, intensity: null, quality: null })),
  );
}

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
    /** "unmarked", "unmatched", or null for nothing. */
    update(state) {
      element.hidden = !state;
      if (!state) return;
      title.textContent = t(`empty.${state}_title`);
      text.textContent = t(`empty.${state}`);
      examples.hidden = state !== "unmarked";
    },
  };
}
