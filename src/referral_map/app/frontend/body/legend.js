// The legend: which trigger point the map shows, and what each kind of line and fill means.
import { button, html, svg } from "../lib/dom.js";
import { choose } from "../document/selection.js";
import { pointTitle, t } from "../language/words.js";

/** @import { PartKind, Selection } from "../types/page.d.ts" */

/** @param {...SVGElement} children */
function swatch(...children) {
  return svg("svg", { class: "swatch", viewBox: "0 0 28 18", "aria-hidden": "true" }, ...children);
}

const BOX = { x: 1, y: 1, width: 26, height: 16, rx: 3 };
const DOTS = [
  [6, 5],
  [14, 5],
  [22, 5],
  [10, 9],
  [18, 9],
  [6, 13],
  [14, 13],
  [22, 13],
];

/**
 * Functions that draw the swatch of each kind.
 * @type {Readonly<Record<PartKind, () => SVGSVGElement>>}
 */
export const SWATCHES = {
  essential: () => swatch(svg("rect", { ...BOX, class: "essential" })),
  spillover: () =>
    swatch(
      svg("rect", { ...BOX, class: "spillover stipple-ground" }),
      ...DOTS.map(([cx, cy]) => svg("circle", { cx, cy, r: 1.6, class: "stipple-dot" })),
    ),
  marks: () =>
    swatch(
      svg(
        "g",
        { class: "trigger-point" },
        svg("circle", { cx: 14, cy: 9, r: 8 }),
        svg("path", { d: "M10,5L18,13M18,5L10,13" }),
      ),
    ),
  muscle: () => swatch(svg("rect", { ...BOX, class: "chosen-flesh" })),
  nerves: () =>
    swatch(
      svg("path", { class: "nerve-casing", d: "M2,9H26", "stroke-width": 8 }),
      svg("path", { class: "nerve-core", d: "M2,9H26", "stroke-width": 5 }),
    ),
};

/** The legend, hidden until the map shows a selection. */
export function buildLegend() {
  const title = html("p", { class: "legend-title" });
  const hide = button({ class: "plain" }, t("legend.hide"), () => choose(null));
  const items = new Map(
    Object.entries(SWATCHES).map(([kind, draw]) => [
      kind,
      html("li", { "data-kind": kind }, draw(), t(`legend.${kind}`)),
    ]),
  );
  const list = html(
    "ul",
    { class: "legend-entries", "aria-label": t("legend.key") },
    ...items.values(),
  );
  const box = html(
    "div",
    { class: "legend", hidden: "" },
    html("div", { class: "legend-head" }, title, hide),
    list,
  );

  /**
   * Describe a selection with the kinds that some view shows; null hides the legend.
   * @param {Selection | null} selection
   * @param {ReadonlySet<string>} kinds - of what is shown
   * @param {boolean} stays - whether it is chosen, and so can be hidden
   */
  function update(selection, kinds, stays) {
    box.hidden = !selection;
    if (!selection) return;
    const [{ trigger_point: point, side }, ...more] = selection.points;
    const first = pointTitle(point, side);
    title.textContent = more.length
      ? t("legend.showing_more", { first, n: more.length })
      : t("legend.showing", { first });
    hide.hidden = !stays;
    for (const [kind, item] of items) item.hidden = !kinds.has(kind);
  }
  return { element: box, update };
}
