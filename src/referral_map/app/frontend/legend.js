// Which trigger point the map shows, and what each kind of line and fill on it means.
import { button, html, svg } from "./dom.js";
import { choose } from "./bus.js";
import { candidateTitle } from "./words.js";

function swatch(...children) {
  return svg("svg", { class: "swatch", viewBox: "0 0 28 18", "aria-hidden": "true" }, ...children);
}

const BOX = { x: 1, y: 1, width: 26, height: 16, rx: 3 };
const DOTS = [[6, 5], [14, 5], [22, 5], [10, 9], [18, 9], [6, 13], [14, 13], [22, 13]];

const ENTRIES = [
  ["essential", "Where its pain is mostly felt", () => [svg("rect", { ...BOX, class: "essential" })]],
  ["spillover", "Where it may also be felt", () => [
    svg("rect", { ...BOX, class: "spillover stipple-ground" }),
    ...DOTS.map(([cx, cy]) => svg("circle", { cx, cy, r: 1.6, class: "stipple-dot" })),
  ]],
  ["marks", "Trigger point, somewhere in this disc", () => [
    svg("g", { class: "trigger-point" },
      svg("circle", { cx: 14, cy: 9, r: 8 }),
      svg("path", { d: "M10,5L18,13M18,5L10,13" })),
  ]],
  ["muscle", "Muscle", () => [svg("rect", { ...BOX, class: "muscle" })]],
  ["nerves", "Sciatic nerve and its branches", () => [
    svg("path", { class: "nerve-casing", d: "M2,9H26", "stroke-width": 8 }),
    svg("path", { class: "nerve-core", d: "M2,9H26", "stroke-width": 5 }),
  ]],
];

/** The key, empty until a candidate is shown. */
export function buildLegend() {
  const title = html("p", { class: "legend-title" });
  const hide = button({ class: "plain" }, "Hide it", () => choose(null));
  const items = new Map(ENTRIES.map(([kind, text, picture]) =>
    [kind, html("li", { "data-kind": kind }, swatch(...picture()), text)]));
  const list = html("ul", { class: "legend-entries", "aria-label": "Key to the picture" }, ...items.values());
  const box = html("div", { class: "legend", hidden: "" }, html("div", { class: "legend-head" }, title, hide), list);

  /** Show the key for a candidate, with only the kinds present in some view; null hides it. */
  function update(candidate, kinds, drawings, stays) {
    box.hidden = !candidate;
    if (!candidate) return;
    const point = drawings.trigger_points[candidate.trigger_point];
    const muscle = drawings.muscles[point.muscle];
    title.textContent = `Showing ${candidateTitle(muscle.name, point.name, candidate.side)}`;
    hide.hidden = !stays;
    for (const [kind, item] of items) item.hidden = !kinds.has(kind);
  }
  return { element: box, update };
}
