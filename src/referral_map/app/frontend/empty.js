// What stands in the place of the list while there is none: how to begin, with drawings to try.
import { button, html } from "./dom.js";
import * as store from "./store.js";
import { t } from "./words.js";

const EXAMPLES = {
  back_of_thigh: ["thigh_back_upper_right", "thigh_back_middle_right"],
  low_back: ["low_back_lower_right"],
  calf: ["calf_upper_left", "calf_middle_left"],
};

function mark(regions) {
  store.setMarks(regions.map((region) => ({ kind: "region", region, intensity: null, quality: null })));
}

export function buildEmpty() {
  const title = html("p", { class: "empty-title" });
  const text = html("p", {});
  const examples = html("div", { class: "examples" }, html("p", {}, t("examples.intro")),
    ...Object.entries(EXAMPLES).map(([key, regions]) =>
      button({ "data-example": key }, t(`examples.${key}`), () => mark(regions))));
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
