// One view of the body as inline SVG: outline, bones, the clickable regions, and the letters.
import { FRAMINGS } from "../lib/constants.js";
import { shape, svg } from "../lib/dom.js";
import { cutEdges, fade } from "./fade.js";
import { fillPatterns } from "./fill_patterns.js";
import { boundsOf, pathCentre } from "../lib/svg_paths.js";
import { regionName, t } from "../language/words.js";

/** @import { Attributes, Box, BuiltView, Place, ViewDrawing } from "../types/page.d.ts" */
/** @import { Framing, SideLetter, ViewName } from "../types/wire.d.ts" */

// Of the side of a square as large as the window; a larger one would leave the picture.
const LETTER_SHARE = 0.08;
const LARGEST_LETTER_MM = 60;
// A region of which less is in the window cannot be pointed at.
const LEAST_SEEN_MM = 12;

/**
 * The letters of a view for a part of the body.
 * @param {Pick<ViewDrawing, "letters" | "window">} view
 * @param {Framing | undefined} framing
 */
export function letters({ letters: all, window: [, , width, height] }, framing) {
  const size = Math.min(LETTER_SHARE * Math.sqrt(width * height), LARGEST_LETTER_MM);
  return ((framing && all[framing]) ?? all.whole ?? []).map((each) => letter(each, size));
}

/**
 * @param {SideLetter} letter
 * @param {number} size - picture mm
 */
function letter({ text, side, at }, size) {
  return svg(
    "text",
    {
      class: "letter",
      x: at[0],
      y: at[1],
      "data-side": side,
      "font-size": size,
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
 * What the skin of a view looks like.
 * @param {Pick<ViewDrawing, "body" | "shades" | "bony" | "folds">} view
 */
export function skinShapes({ body, shades, bony, folds }) {
  return [
    shape(body, { class: "body" }),
    ...shades.map((path) => shape(path, { class: "shade" })),
    shape(bony, { class: "bony" }),
    shape(folds, { class: "folds" }),
  ].filter((each) => each !== null);
}

/**
 * The bones of a view as they shine through the skin, from the farthest to the nearest.
 * @param {Pick<ViewDrawing, "bones" | "order">} view
 */
export function faintBones({ bones, order }) {
  const ids = order.filter((each) => each.startsWith("bone:")).map((each) => each.slice(5));
  return svg("g", { class: "bones" }, ...ids.map((id) => shape(bones[id])));
}

/**
 * A place in a window, or the nearest to it that is.
 * @param {Place} place
 * @param {Box} window
 * @returns {Place}
 */
function within([u, v], [u0, v0, width, height]) {
  return [Math.min(Math.max(u, u0), u0 + width), Math.min(Math.max(v, v0), v0 + height)];
}

/**
 * Whether enough of a path is in a window.
 * @param {string} path
 * @param {Box} window
 */
function isSeen(path, [u, v, width, height]) {
  const bounds = boundsOf([path]);
  if (!bounds) return false;
  const [across, down] = [
    Math.min(bounds[2], u + width) - Math.max(bounds[0], u),
    Math.min(bounds[3], v + height) - Math.max(bounds[1], v),
  ];
  const isWhole = across === bounds[2] - bounds[0] && down === bounds[3] - bounds[1];
  return isWhole || Math.min(across, down) >= LEAST_SEEN_MM;
}

/**
 * The regions of a view that are in its window, and their centres.
 * @param {Pick<ViewDrawing, "regions">} view
 * @param {Box} window
 */
function regionsIn(view, window) {
  /** @type {Map<string, SVGPathElement>} */
  const regions = new Map();
  /** @type {Map<string, Place>} */
  const centres = new Map();
  for (const [region, path] of Object.entries(view.regions)) {
    const centre = pathCentre(path);
    if (!centre || !isSeen(path, window)) continue;
    regions.set(region, regionShape(region, path));
    centres.set(region, within(centre, window));
  }
  return { regions, centres };
}

/**
 * The picture of one view.
 * @param {ViewName} name
 * @param {ViewDrawing} drawing - its part of the drawings
 * @param {string} prefix - makes the ids of the fill patterns unique in the page
 * @param {Framing} [framing] - the part of the body in use; without one, the window of the drawing
 * @returns {BuiltView} with empty layers for other modules to draw in
 */
export function buildView(name, drawing, prefix, framing) {
  const id = `${prefix}-${name}`;
  const window = (framing && drawing.windows[framing]) ?? drawing.window;
  const view = { ...drawing, window };
  const { regions, centres } = regionsIn(view, window);
  const faded = fade(id, window, cutEdges(view.body, window));
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
  const picture = svg(
    "svg",
    {
      viewBox: window.join(" "),
      class: "picture",
      role: "group",
      "aria-label": `${t(`view.${name}`)}. ${t(`view.help_${name}`)}`,
    },
    svg(
      "defs",
      {},
      ...fillPatterns(id),
      svg("clipPath", { id: `${id}-skin` }, shape(view.body, { "clip-rule": "evenodd" })),
      ...(faded?.definitions ?? []),
    ),
    svg(
      "g",
      { class: "cut", mask: faded?.mask },
      svg("g", { class: "skin", "aria-hidden": "true" }, ...skinShapes(view), faintBones(view)),
      under,
      marksLayer,
      strokeLayer,
      svg("g", { class: "regions" }, ...regions.values()),
      over,
    ),
    svg("g", { class: "letters" }, ...letters(view, framing ?? framingOf(drawing))),
    ring,
  );
  picture.style.setProperty("--ratio", String(window[2] / window[3]));
  return { name, svg: picture, regions, centres, under, marksLayer, strokeLayer, over, ring, id };
}

/**
 * The part of the body whose window a drawing has.
 * @param {Pick<ViewDrawing, "window" | "windows">} drawing
 */
function framingOf({ window, windows }) {
  return FRAMINGS.find((framing) => String(windows[framing]) === String(window));
}
