// One view of the body as inline SVG: outline, bones, the clickable regions, and the letters.
import { shape, svg } from "../lib/dom.js";
import { fillPatterns } from "./fill_patterns.js";
import { pathCentre } from "../lib/svg_paths.js";
import { regionName, t } from "../language/words.js";

const LETTER_SHARE = 0.1;

function letter({ text, side, at }, width) {
  return svg(
    "text",
    {
      class: "letter",
      x: at[0],
      y: at[1],
      "data-side": side,
      "font-size": LETTER_SHARE * width,
      "text-anchor": "middle",
      "dominant-baseline": "central",
      "aria-hidden": "true",
    },
    t(`side.letter.${side}`, {}, text),
  );
}

function regionShape(id, path) {
  return shape(path, {
    class: "region",
    "data-region": id,
    role: "button",
    tabindex: "-1",
    "aria-label": regionName(id),
    "aria-pressed": "false",
  });
}

/**
 * The picture of one view.
 * @param {string} name - "back", "front", "right", "left" or "soles"
 * @param {object} view - its part of the drawings
 * @param {string} prefix - makes the ids of the fill patterns unique in the page
 * @returns {{name, svg, regions, centres, under, marksLayer, strokeLayer, over, ring, id}} the
 *   element, its regions by id, their centres, and the empty layers other modules draw in
 */
export function buildView(name, view, prefix) {
  const id = `${prefix}-${name}`;
  const regions = new Map();
  const centres = new Map();
  for (const [region, path] of Object.entries(view.regions)) {
    if (!path) continue;
    regions.set(region, regionShape(region, path));
    centres.set(region, pathCentre(path));
  }
  const layer = (kind, more = {}) => svg("g", { class: kind, "aria-hidden": "true", ...more });
  const under = layer("under");
  const marksLayer = layer("marks-layer", { "clip-path": `url(#${id}-skin)` });
  const strokeLayer = layer("stroke-layer", { "clip-path": `url(#${id}-skin)` });
  const over = layer("over");
  const ring = svg("path", { class: "ring", d: "", "aria-hidden": "true" });
  const [, , width, height] = view.window;
  const picture = svg(
    "svg",
    {
      viewBox: view.window.join(" "),
      class: "picture",
      role: "group",
      "aria-label": `${t(`view.${name}`)}. ${t(`view.help_${name}`)}`,
    },
    svg(
      "defs",
      {},
      ...fillPatterns(id),
      svg("clipPath", { id: `${id}-skin` }, shape(view.body, { "clip-rule": "evenodd" })),
    ),
    shape(view.body, { class: "body", "aria-hidden": "true" }),
    shape(view.bones, { class: "bones", "aria-hidden": "true" }),
    shape(view.creases, { class: "creases", "aria-hidden": "true" }),
    under,
    marksLayer,
    strokeLayer,
    svg("g", { class: "regions" }, ...regions.values()),
    over,
    svg("g", {}, ...view.letters.map((each) => letter(each, width))),
    ring,
  );
  picture.style.setProperty("--ratio", width / height);
  return { name, svg: picture, regions, centres, under, marksLayer, strokeLayer, over, ring, id };
}
