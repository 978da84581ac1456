// One candidate: its place in the list, its name, how well it fits, why, and a small picture.
import { button, html, shape, svg } from "./dom.js";
import * as bus from "./bus.js";
import { bestView, cropTo, drawParts, partsIn } from "./pattern.js";
import { candidateTitle, together } from "./words.js";

const PICTURE_RATIO = 0.72;
const PICTURE_LEAST = 420;
const FROM = { back: "from the back", front: "from the front", right: "from the right side",
  left: "from the left side", soles: "from below" };

const MEASURES = {
  score: "Overall match",
  coverage: "Of your pain covered",
  fit: "Of its pattern felt",
};

let made = 0;

/** A small picture of the view with most of the pattern; it needs its own fill pattern. */
function thumbnail(candidate, drawings) {
  made += 1;
  const name = bestView(drawings, candidate);
  const view = drawings.views[name];
  const parts = partsIn(view, drawings, candidate);
  const id = `card${made}`;
  const crop = cropTo(view, parts, PICTURE_RATIO, PICTURE_LEAST);
  // Drawn to its real size the disc would be a speck here.
  const { under, over } = drawParts({ ...parts, nerves: [], muscle: null }, id, crop[3] * 0.05);
  return svg("svg", {
    class: "thumbnail", role: "img", viewBox: crop.join(" "),
    "aria-label": `Where its pain is felt, seen ${FROM[name]}.`,
  },
  svg("defs", {}, svg("pattern", { id: `${id}-stipple`, width: 20, height: 20, patternUnits: "userSpaceOnUse" },
    svg("rect", { class: "stipple-ground", width: 20, height: 20 }),
    svg("circle", { class: "stipple-dot", cx: 5, cy: 5, r: 5 }),
    svg("circle", { class: "stipple-dot", cx: 15, cy: 15, r: 5 }))),
  shape(view.body, { class: "body" }), ...under, ...over);
}

function meter(value, label) {
  const percent = Math.round(value * 100);
  const bar = html("span", { class: "bar", "aria-hidden": "true" }, html("span", {}));
  bar.firstChild.style.setProperty("inline-size", `${percent}%`);
  return html("p", { class: "meter" }, html("span", { class: "meter-label" }, `${label} `),
    bar, html("span", { class: "meter-value" }, `${percent}%`));
}

/**
 * @param {object} candidate - one of the results' candidates
 * @param {object} drawings - all drawings
 * @param {"score"|"coverage"|"fit"} order - the measure the list goes by
 * @returns {{element, choose, candidate, title, press}}
 */
export function buildCard(candidate, drawings, order) {
  const { trigger_point: point, side } = candidate;
  const id = { trigger_point: point, side, same_pattern: candidate.same_pattern };
  const title = candidateTitle(candidate.muscle_name, candidate.name, side);
  const choose = button({ class: "choose", "aria-pressed": "false" }, title,
    () => bus.choose(bus.same(id, bus.chosen()) ? null : id));
  const toMap = button({ class: "to-map" }, "See it on the body", () => bus.goTo("map"));
  const where = html("p", { class: "where" }, candidate.where);
  const same = candidate.same_names.length
    ? html("p", { class: "same" }, `The texts give the same pattern for: ${together(candidate.same_names)}.`)
    : null;
  const text = html("div", { class: "card-text" },
    html("h3", {}, choose),
    html("p", { class: "plain-name" }, candidate.plain_name),
    meter(candidate[order], MEASURES[order]),
    html("p", { class: "why" }, candidate.why),
    same,
    html("div", { class: "more-about" }, where, toMap));
  const element = html("li", { class: "card", "data-point": point, "data-side": side },
    html("span", { class: "rank" }, String(candidate.rank)),
    thumbnail(candidate, drawings), text);
  wirePreview(element, choose, id);
  return {
    element, choose, candidate: id, title,
    press(on) {
      choose.setAttribute("aria-pressed", String(on));
      element.toggleAttribute("data-chosen", on);
    },
  };
}

/** A finger that scrolls past must not preview; a mouse or the keyboard's focus may. */
function wirePreview(element, choose, id) {
  element.addEventListener("pointerenter", ({ pointerType }) => {
    if (pointerType === "mouse") bus.preview(id);
  });
  element.addEventListener("pointerleave", bus.endPreview);
  choose.addEventListener("focus", () => {
    if (choose.matches(":focus-visible")) bus.preview(id);
  });
  choose.addEventListener("blur", bus.endPreview);
}
