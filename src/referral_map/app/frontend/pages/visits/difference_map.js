// The difference map: skin that stopped hurting, that began to hurt, and that hurts as before.
import { html, shape, svg } from "../../lib/dom.js";
import { CHANGES, VIEW_NAMES } from "../../lib/constants.js";
import { number, t } from "../../language/words.js";

/**
 * @import { Changed, Comparison, Drawings, SideLetter, ViewName } from "../../types/wire.d.ts"
 * @import { DecodedSkin } from "../../types/page.d.ts"
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
 * @param {SideLetter} letter
 * @param {number} width - of the view, picture mm
 */
function letterOf({ side, at }, width) {
  return svg(
    "text",
    {
      class: "letter",
      x: at[0],
      y: at[1],
      "font-size": width * 0.1,
      "text-anchor": "middle",
      "dominant-baseline": "central",
    },
    t(`side.letter.${side}`),
  );
}

/**
 * A view, null where nothing of it is marked.
 * @param {ViewName} name
 * @param {Drawings} drawings
 * @param {Skin} skin
 * @param {Comparison} comparison
 */
function view(name, drawings, skin, comparison) {
  lastId += 1;
  const drawing = drawings.views[name];
  const id = `change${lastId}`;
  const shapes = DRAWN.flatMap((kind) => {
    const path = cells(comparison.skin[kind], skin.views[name]);
    return path ? [{ kind, path }] : [];
  });
  if (!shapes.length) return null;
  return html(
    "figure",
    { class: "change-view", "data-view": name },
    svg(
      "svg",
      {
        viewBox: drawing.window.join(" "),
        role: "img",
        "aria-label": t("visits.map_of", { view: t(`view.${name}`) }),
      },
      svg(
        "defs",
        {},
        ...DRAWN.map((kind) => fillOf(kind, id)),
        svg("clipPath", { id: `${id}-skin` }, shape(drawing.body)),
      ),
      shape(drawing.body, { class: "body" }),
      shape(drawing.bones, { class: "bones" }),
      svg(
        "g",
        { "clip-path": `url(#${id}-skin)` },
        ...shapes.flatMap(({ kind, path }) => [
          svg("path", { d: path, class: `ground-${kind}` }),
          svg("path", { d: path, fill: `url(#${id}-${kind})` }),
        ]),
      ),
      ...drawing.letters.map((each) => letterOf(each, drawing.window[2])),
    ),
    html("figcaption", {}, t(`view.${name}`)),
  );
}

/**
 * All views in which something is marked, and the key with the areas.
 * @param {Comparison} comparison
 * @param {Drawings} drawings
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
      t(`visits.${kind}`, { area: number(comparison.overall[`${kind}_cm2`]) }),
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
