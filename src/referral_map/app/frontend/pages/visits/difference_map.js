// The difference map: skin that stopped hurting, that began to hurt, and that hurts as before.
import { html, shape, svg } from "../../lib/dom.js";
import { CHANGES, VIEW_NAMES } from "../../lib/constants.js";
import { letters, skinShapes } from "../../body/view.js";
import { loadView } from "../../body/views.js";
import { number, t } from "../../language/words.js";

/**
 * @import { Changed, Comparison, ViewName } from "../../types/wire.d.ts"
 * @import { DecodedSkin, DrawnBody, ViewDrawing } from "../../types/page.d.ts"
 * @import { Skin } from "../../body/skin.js"
 */

const CELL_MM = 8;
const SIZE_MM = 2 * CELL_MM;

/** Each kind also differs in form: filled, crossed, and ringed dots. */
const FORMS = {
  same: "M0,0H16V16H0Z",
  gone: "M2,2L14,14M14,2L2,14",
  new: "M3,8a5,5 0 1 0 10,0a5,5 0 1 0 -10,0",
};

/**
 * What changed is drawn over what stays, so that it is seen where the cells of both meet.
 * @type {readonly Changed[]}
 */
const DRAWN = [...CHANGES].sort((a, b) => Number(b === "same") - Number(a === "same"));
let lastId = 0;

/**
 * @param {Changed} kind
 * @param {string} id - of its picture
 */
function fillOf(kind, id) {
  return svg(
    "pattern",
    { id: `${id}-${kind}`, width: SIZE_MM, height: SIZE_MM, patternUnits: "userSpaceOnUse" },
    svg("path", { class: `change-${kind}`, d: FORMS[kind] }),
  );
}

/**
 * A square at each of some skin points that a view shows.
 * @param {readonly number[]} points
 * @param {DecodedSkin} seen
 */
function cells(points, { index, uv }) {
  const indices = new Set(points);
  let path = "";
  for (let i = 0; i < index.length; i += 1) {
    if (indices.has(index[i]))
      path += `M${uv[2 * i] - CELL_MM},${uv[2 * i + 1] - CELL_MM}h${SIZE_MM}v${SIZE_MM}h-${SIZE_MM}z`;
  }
  return path;
}

/**
 * A view, null where nothing of it is marked. It is drawn as soon as it is loaded.
 * @param {ViewName} name
 * @param {DrawnBody} drawings
 * @param {Skin} skin
 * @param {Comparison} comparison
 */
function view(name, drawings, skin, comparison) {
  lastId += 1;
  const id = `change${lastId}`;
  const shapes = DRAWN.flatMap((kind) => {
    const path = cells(comparison.skin[kind], skin.views[name]);
    return path ? [{ kind, path }] : [];
  });
  if (!shapes.length) return null;
  const [u, v, width, height] = drawings.frames[name].window;
  const picture = svg("svg", {
    viewBox: [u, v, width, height].join(" "),
    role: "img",
    "aria-label": t("visits.map_of", { view: t(`view.${name}`) }),
  });
  const figure = html(
    "figure",
    { class: "change-view", "data-view": name },
    picture,
    html("figcaption", {}, t(`view.${name}`)),
  );
  figure.style.setProperty("--ratio", String(width / height));
  figure.style.setProperty("--high", String(height));
  /** @param {ViewDrawing} drawing */
  const draw = (drawing) => picture.replaceChildren(...changesIn(drawing, shapes, id));
  // The areas stand beside it in numbers.
  loadView(drawings, name).then(draw, (error) => console.info(String(error)));
  return figure;
}

/**
 * @param {ViewDrawing} drawing
 * @param {readonly { kind: Changed, path: string }[]} shapes
 * @param {string} id - of the picture
 */
function changesIn(drawing, shapes, id) {
  return [
    svg(
      "defs",
      {},
      ...DRAWN.map((kind) => fillOf(kind, id)),
      svg("clipPath", { id: `${id}-skin` }, shape(drawing.body, { "clip-rule": "evenodd" })),
    ),
    ...skinShapes(drawing),
    svg(
      "g",
      { "clip-path": `url(#${id}-skin)` },
      ...shapes.flatMap(({ kind, path }) => [
        svg("path", { d: path, class: `ground-${kind}` }),
        svg("path", { d: path, fill: `url(#${id}-${kind})` }),
      ]),
    ),
    ...letters(drawing, "whole"),
  ];
}

/**
 * How much skin of a kind there is; between visits on two bodies only its share compares.
 * @param {Comparison} comparison
 * @param {typeof DRAWN[number]} kind
 */
function amount({ overall }, kind) {
  const area = overall[`${kind}_cm2`];
  if (area !== null) return t(`visits.${kind}`, { area: number(area) });
  return t(`visits.${kind}_share`, { share: number(100 * overall[`${kind}_share`], 1) });
}

/**
 * All views in which something is marked, and the key with the areas.
 * @param {Comparison} comparison
 * @param {DrawnBody} drawings
 * @param {Skin} skin
 */
export function differenceMap(comparison, drawings, skin) {
  lastId += 1;
  const key = DRAWN.map((kind) => {
    const id = `change-key${lastId}-${kind}`;
    return html(
      "li",
      {},
      svg(
        "svg",
        { class: "swatch", viewBox: "0 0 32 16", "aria-hidden": "true" },
        svg("defs", {}, fillOf(kind, id)),
        svg("rect", { class: `ground-${kind}`, width: 32, height: 16 }),
        svg("rect", { width: 32, height: 16, fill: `url(#${id}-${kind})` }),
      ),
      amount(comparison, kind),
    );
  });
  return html(
    "div",
    { class: "difference" },
    html("ul", { class: "change-key" }, ...key),
    html(
      "div",
      { class: "change-views" },
      ...VIEW_NAMES.map((name) => view(name, drawings, skin, comparison)),
    ),
  );
}
