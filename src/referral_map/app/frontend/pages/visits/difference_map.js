// The difference map: skin that stopped hurting, that began to hurt, and that hurts as before.
import { html, shape, svg } from "../../lib/dom.js";
import { number, t } from "../../language/words.js";

const CELL_MM = 8;
const KINDS = ["same", "gone", "new"];
let lastId = 0;

/** Each kind also differs in form: filled, crossed, and ringed dots. */
function fillOf(kind, id) {
  const forms = {
    same: "M0,0H16V16H0Z",
    gone: "M2,2L14,14M14,2L2,14",
    new: "M3,8a5,5 0 1 0 10,0a5,5 0 1 0 -10,0",
  };
  return svg(
    "pattern",
    { id: `${id}-${kind}`, width: 16, height: 16, patternUnits: "userSpaceOnUse" },
    svg("path", { class: `change-${kind}`, d: forms[kind] }),
  );
}

function cells(points, { index, uv }) {
  const indices = new Set(points);
  let path = "";
  for (let i = 0; i < index.length; i += 1) {
    if (indices.has(index[i]))
      path += `M${uv[2 * i] - CELL_MM},${uv[2 * i + 1] - CELL_MM}h16v16h-16z`;
  }
  return path;
}

function view(name, drawings, skin, comparison) {
  lastId += 1;
  const drawing = drawings.views[name];
  const id = `change${lastId}`;
  const shapes = KINDS.map((kind) => [kind, cells(comparison.skin[kind], skin.views[name])]).filter(
    ([, path]) => path,
  );
  if (!shapes.length) return null;
  const letters = drawing.letters.map(({ side, at }) =>
    svg(
      "text",
      {
        class: "letter",
        x: at[0],
        y: at[1],
        "font-size": drawing.window[2] * 0.1,
        "text-anchor": "middle",
        "dominant-baseline": "central",
      },
      t(`side.letter.${side}`),
    ),
  );
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
        ...KINDS.map((kind) => fillOf(kind, id)),
        svg("clipPath", { id: `${id}-skin` }, shape(drawing.body)),
      ),
      shape(drawing.body, { class: "body" }),
      shape(drawing.bones, { class: "bones" }),
      svg(
        "g",
        { "clip-path": `url(#${id}-skin)` },
        ...shapes.flatMap(([kind, path]) => [
          svg("path", { d: path, class: `ground-${kind}` }),
          svg("path", { d: path, fill: `url(#${id}-${kind})` }),
        ]),
      ),
      ...letters,
    ),
    html("figcaption", {}, t(`view.${name}`)),
  );
}

/** All views in which something is marked, and the key with the areas. */
export function differenceMap(comparison, drawings, skin) {
  lastId += 1;
  const key = KINDS.map((kind) => {
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
      ...Object.keys(drawings.views)
        .map((name) => view(name, drawings, skin, comparison))
        .filter(Boolean),
    ),
  );
}
