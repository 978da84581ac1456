// One view of the body as inline SVG: outline, bones, the clickable regions, and the letters.
import { shape, svg } from "./dom.js";
import { pathCentre } from "./shapes.js";
import { VIEW_HELP } from "./words.js";

// Sizes in the drawing's millimetres.
const HATCH_STEP = 13;
const DOT_STEP = 10;
const DOT_RADIUS = 2.7;
const LETTER_SHARE = 0.1;

/** Patterns for marks (hatched) and spillover (stippled): told apart without colour. */
function patterns(id) {
  const hatch = svg("pattern", {
    id: `${id}-hatch`, width: HATCH_STEP, height: HATCH_STEP,
    patternUnits: "userSpaceOnUse", patternTransform: "rotate(45)",
  }, svg("rect", { class: "hatch-ground", width: HATCH_STEP, height: HATCH_STEP }),
  svg("rect", { class: "hatch-line", width: HATCH_STEP * 0.36, height: HATCH_STEP }));
  const half = DOT_STEP / 2;
  const stipple = svg("pattern", {
    id: `${id}-stipple`, width: DOT_STEP, height: DOT_STEP, patternUnits: "userSpaceOnUse",
  }, svg("rect", { class: "stipple-ground", width: DOT_STEP, height: DOT_STEP }),
  svg("circle", { class: "stipple-dot", cx: half / 2, cy: half / 2, r: DOT_RADIUS }),
  svg("circle", { class: "stipple-dot", cx: half * 1.5, cy: half * 1.5, r: DOT_RADIUS }));
  return svg("defs", {}, hatch, stipple);
}

function letter({ text, side, at }, width) {
  return svg("text", {
    class: "letter", x: at[0], y: at[1], "data-side": side, "font-size": LETTER_SHARE * width,
    "text-anchor": "middle", "dominant-baseline": "central", "aria-hidden": "true",
  }, text);
}

function regionShape(id, path, label) {
  return shape(path, {
    class: "region", "data-region": id, role: "button", tabindex: "-1",
    "aria-label": label, "aria-pressed": "false",
  });
}

/**
 * The picture of one view.
 * @param {string} name - "back", "front", "right", "left" or "soles"
 * @param {object} view - its part of the drawings
 * @param {Map<string, string>} labels - what each region is called
 * @param {string} prefix - makes the ids of the fill patterns unique in the page
 * @returns {{svg, regions, centres, under, over, ring, id}} the element, its regions by id,
 *   their centres, and the empty layers other modules draw in
 */
export function buildView(name, view, labels, prefix) {
  const id = `${prefix}-${name}`;
  const regions = new Map();
  const centres = new Map();
  for (const [region, path] of Object.entries(view.regions)) {
    if (!path) continue;
    regions.set(region, regionShape(region, path, labels.get(region) ?? region));
    centres.set(region, pathCentre(path));
  }
  const under = svg("g", { class: "under", "aria-hidden": "true" });
  const over = svg("g", { class: "over", "aria-hidden": "true" });
  const ring = svg("path", { class: "ring", d: "", "aria-hidden": "true" });
  const [, , width, height] = view.window;
  const picture = svg("svg", {
    viewBox: view.window.join(" "), class: "picture", role: "group",
    "aria-label": `${view.title}. ${VIEW_HELP[name] ?? ""}`,
  },
  patterns(id),
  shape(view.arm, { class: "arm", "aria-hidden": "true" }),
  shape(view.body, { class: "body", "aria-hidden": "true" }),
  shape(view.bones, { class: "bones", "aria-hidden": "true" }),
  under,
  svg("g", { class: "regions" }, ...regions.values()),
  over,
  svg("g", {}, ...view.letters.map((each) => letter(each, width))),
  ring);
  picture.style.setProperty("--ratio", width / height);
  picture.style.setProperty("--hatch", `url("#${id}-hatch")`);
  return { svg: picture, regions, centres, under, over, ring, id };
}
