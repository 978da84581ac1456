// Marks as shapes in one view. A stroke is drawn as painted in its own view; other views
// show the skin it reached. An eraser hides everything that was marked before it.
import { arrange, shape, svg } from "../lib/dom.js";

const CELL_MM = 8;
const LIGHTEST = 0.4;

/**
 * Draw marks into a layer.
 * @param {SVGGElement} layer
 * @param {object[]} marks - in the order in which they were made
 * @param {{name, id, view, skin}} picture - the view's name, the id of its fills, its drawings
 */
export function drawMarks(layer, marks, picture) {
  let content = [];
  marks.forEach((mark, number) => {
    if (mark.kind !== "eraser") {
      if (mark.intensity !== 0) content.push(...shapesOf(mark, picture));
      return;
    }
    const erased = outline(mark, picture, { class: "mask-off" });
    if (erased && content.length)
      content = [masked(content, erased, `${picture.id}-erased-${number}`, picture)];
  });
  arrange(layer, content);
}

const shapeCache = new WeakMap();

/** The shapes of a mark in a view, cached: most marks stay the same while others are added. */
function shapesOf(mark, picture) {
  if (!shapeCache.has(mark)) shapeCache.set(mark, new Map());
  const of = shapeCache.get(mark);
  if (!of.has(picture.id)) of.set(picture.id, painted(mark, picture));
  return of.get(picture.id);
}

/** Opacity of a mark, 0..1: pain that is not rated is drawn like the worst. */
export function depth(intensity) {
  return intensity === null || intensity === undefined
    ? 1
    : LIGHTEST + (1 - LIGHTEST) * (intensity / 10);
}

function painted(mark, picture) {
  const opacity = depth(mark.intensity);
  const ground = outline(mark, picture, { class: "mark-ground", opacity });
  if (!ground) return [];
  const sign = `url(#${picture.id}-mark-${mark.quality ?? "none"})`;
  const signs = outline(mark, picture, { class: "mark-signs", opacity: 0.35 + 0.65 * opacity });
  signs.setAttribute(signs.classList.contains("as-line") ? "stroke" : "fill", sign);
  return [ground, signs];
}

/** The shape of a mark, or null where the view shows nothing of it. */
function outline(mark, { name, view, skin }, { class: kind, ...more }) {
  if (mark.kind === "region") return shape(view.regions[mark.region], { class: kind, ...more });
  if (mark.view === name) return line(mark, kind, more);
  const cells = cellsOf(mark, name, skin);
  return cells ? svg("path", { d: cells, class: kind, ...more }) : null;
}

/** A stroke as a line of its width. */
export function line({ path, size_cm: size }, kind, more = {}) {
  const points = path.length > 1 ? path : [path[0], path[0]];
  return svg("path", {
    d: `M${points.map((at) => at.join(",")).join("L")}`,
    class: `${kind} as-line`,
    "stroke-width": size * 10,
    ...more,
  });
}

const cells = new WeakMap();

function cellsOf(mark, name, skin) {
  if (!cells.has(mark)) cells.set(mark, {});
  const byView = cells.get(mark);
  byView[name] ??= cellPath(new Set(skin.reached(mark)), skin.views[name]);
  return byView[name];
}

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

function masked(content, erased, id, { view }) {
  const [x, y, width, height] = view.window;
  const mask = svg(
    "mask",
    { id, maskUnits: "userSpaceOnUse", x, y, width, height },
    svg("rect", { x, y, width, height, fill: "#fff" }),
    erased,
  );
  return svg("g", {}, mask, svg("g", { mask: `url(#${id})` }, ...content));
}
