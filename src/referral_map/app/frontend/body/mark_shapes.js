// Marks as shapes in one view. A stroke is drawn as painted in its own view; other views
// show the skin it reached. An eraser, and pain of 0, hides everything that was marked before it.
import { LIGHTEST, MOST_INTENSE } from "../lib/constants.js";
import { arrange, shape, svg } from "../lib/dom.js";
import { rubsOut } from "./skin.js";

/** @import { Attributes, DecodedSkin, MarkedPicture, Place, Stroke } from "../types/page.d.ts" */
/** @import { BrushMark, Mark, RegionMark } from "../types/wire.d.ts" */

const CELL_MM = 8;

/**
 * Draw marks into a layer.
 * @param {SVGGElement} layer
 * @param {readonly Mark[]} marks - in the order in which they were made
 * @param {MarkedPicture} picture
 */
export function drawMarks(layer, marks, picture) {
  /** @type {SVGElement[]} */
  let content = [];
  // Between the skin points a sliver may be left of a mark that counts no more.
  const standing = picture.skin.standing(marks);
  marks.forEach((mark, number) => {
    if (mark.kind !== "eraser" && !rubsOut(mark)) {
      if (standing.has(mark)) content.push(...shapesOf(mark, picture));
      return;
    }
    const erased = outline(mark, picture, { class: "mask-off" });
    if (erased && content.length)
      content = [masked(content, erased, `${picture.id}-erased-${number}`, picture)];
  });
  arrange(layer, content);
}

/**
 * Shapes of a mark by the id of the view.
 * @type {WeakMap<Mark, Map<string, SVGElement[]>>}
 */
const shapeCache = new WeakMap();

/**
 * The shapes of a mark in a view, cached: most marks stay the same while others are added.
 * @param {RegionMark | BrushMark} mark
 * @param {MarkedPicture} picture
 */
function shapesOf(mark, picture) {
  const byView = shapeCache.get(mark) ?? new Map();
  shapeCache.set(mark, byView);
  const shapes = byView.get(picture.id) ?? painted(mark, picture);
  byView.set(picture.id, shapes);
  return shapes;
}

/**
 * Opacity of a mark, 0..1: pain that is not rated is drawn like the worst.
 * @param {number | null | undefined} intensity
 */
export function depth(intensity) {
  return intensity === null || intensity === undefined
    ? 1
    : LIGHTEST + (1 - LIGHTEST) * (intensity / MOST_INTENSE);
}

/**
 * @param {RegionMark | BrushMark} mark
 * @param {MarkedPicture} picture
 */
function painted(mark, picture) {
  const opacity = depth(mark.intensity);
  const ground = outline(mark, picture, { class: "mark-ground", opacity });
  if (!ground) return [];
  const sign = `url(#${picture.id}-mark-${mark.quality ?? "none"})`;
  const signs = outline(mark, picture, { class: "mark-signs", opacity: 0.35 + 0.65 * opacity });
  signs?.setAttribute(signs.classList.contains("as-line") ? "stroke" : "fill", sign);
  return signs ? [ground, signs] : [ground];
}

/**
 * The shape of a mark, or null where the view shows nothing of it.
 * @param {Mark} mark
 * @param {MarkedPicture} picture
 * @param {Attributes & { class: string }} attributes
 */
function outline(mark, picture, { class: kind, ...more }) {
  const { name, view, skin } = picture;
  if (mark.kind === "region") return shape(view.regions[mark.region], { class: kind, ...more });
  if (mark.view === name) return line({ ...mark, path: skin.pathHere(mark) }, kind, more);
  const cells = cellsOf(mark, picture);
  return cells ? svg("path", { d: cells, class: kind, ...more }) : null;
}

/**
 * A stroke as a line of its width.
 * @param {{ path: readonly Place[], size_cm: number }} mark
 * @param {string} kind - class of the line
 * @param {Attributes} [more]
 */
export function line({ path, size_cm: size }, kind, more = {}) {
  const points = path.length > 1 ? path : [path[0], path[0]];
  return svg("path", {
    d: `M${points.map((at) => at.join(",")).join("L")}`,
    class: `${kind} as-line`,
    "stroke-width": size * 10,
    ...more,
  });
}

/**
 * Path of the skin that a mark reaches, by the id of the view.
 * @type {WeakMap<Mark, Map<string, string>>}
 */
const cellPaths = new WeakMap();

/**
 * @param {Stroke} mark
 * @param {MarkedPicture} picture
 */
function cellsOf(mark, { id, name, skin }) {
  if (!skin.knows(mark)) return "";
  const byView = cellPaths.get(mark) ?? new Map();
  cellPaths.set(mark, byView);
  const path = byView.get(id) ?? cellPath(new Set(skin.reached(mark)), skin.views[name]);
  byView.set(id, path);
  return path;
}

/**
 * @param {ReadonlySet<number>} points - numbers of skin points
 * @param {DecodedSkin} seen - those that the view shows
 */
function cellPath(points, { index, uv }) {
  let path = "";
  for (let i = 0; i < index.length; i += 1) {
    if (!points.has(index[i])) continue;
    path +=
      `M${uv[2 * i] - CELL_MM},${uv[2 * i + 1]}a${CELL_MM},${CELL_MM} 0 1 0 ${2 * CELL_MM},0` +
      `a${CELL_MM},${CELL_MM} 0 1 0 ${-2 * CELL_MM},0`;
  }
  return path;
}

/**
 * @param {readonly SVGElement[]} content
 * @param {SVGElement} erased
 * @param {string} id - of the mask
 * @param {MarkedPicture} picture
 */
function masked(content, erased, id, { view }) {
  const [x, y, width, height] = view.window;
  const mask = svg(
    "mask",
    { id, maskUnits: "userSpaceOnUse", x, y, width, height },
    // What is white in a mask is shown: it is no colour of the picture.
    svg("rect", { x, y, width, height, fill: "#fff" }),
    erased,
  );
  return svg("g", {}, mask, svg("g", { mask: `url(#${id})` }, ...content));
}
