// One view of the body as inline SVG: outline, bones, the clickable regions, and the letters.
import { shape, svg } from "../lib/dom.js";
import { fillPatterns } from "./fill_patterns.js";
import { pathCentre } from "../lib/svg_paths.js";
import { regionName, t } from "../language/words.js";

/** @import { Attributes, BuiltView, Place } from "../types/page.d.ts" */
/** @import { SideLetter, ViewDrawing, ViewName } from "../types/wire.d.ts" */

const LETTER_SHARE = 0.1;

/**
 * @param {SideLetter} letter
 * @param {number} width - of the view, picture mm
 */
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

/**
 * @param {string} id
 * @param {string} path
 */
function regionShape(id, path) {
  return svg("path", {
    d: path,
    "fill-rule": "evenodd",
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
 * @param {ViewName} name
 * @param {ViewDrawing} view - its part of the drawings
 * @param {string} prefix - makes the ids of the fill patterns unique in the page
 * @returns {BuiltView} with empty layers for other modules to draw in
 */
export function buildView(name, view, prefix) {
  const id = `${prefix}-${name}`;
  /** @type {Map<string, SVGPathElement>} */
  const regions = new Map();
  /** @type {Map<string, Place>} */
  const centres = new Map();
  for (const [region, path] of Object.entries(view.regions)) {
    const centre = pathCentre(path);
    if (!centre) continue;
    regions.set(region, regionShape(region, path));
    centres.set(region, centre);
  }
  /**
   * @param {string} kind
   * @param {Attributes} [more]
   */
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
  picture.style.setProperty("--ratio", String(width / height));
  return { name, svg: picture, regions, centres, under, marksLayer, strokeLayer, over, ring, id };
}
