// Bones and muscles of a view, painted from the farthest to the nearest. What lies in front of
// something that is painted later is painted once more after it.
import { shape, svg } from "../lib/dom.js";

/** @import { Inside, ViewDrawing } from "../types/page.d.ts" */
/** @import { Patch, Side } from "../types/wire.d.ts" */

let lastClip = 0;

/**
 * The bones of a view, and the muscles that are to be seen; of the chosen ones the outline, too,
 * through all that lies over it.
 * @param {ViewDrawing} view
 * @param {Inside} inside
 * @returns {SVGElement[]}
 */
export function drawDepth(view, { muscles, chosen = muscles }) {
  /** @type {Map<string, Patch[]>} */
  const patches = new Map();
  for (const patch of view.patches)
    patches.set(patch.over, [...(patches.get(patch.over) ?? []), patch]);
  const shown = structuresIn(view, muscles);
  const painted = view.order
    .filter((structure) => shown.has(structure))
    .flatMap((structure) => [
      ...paint(view, structure, muscles),
      ...(patches.get(structure) ?? []).flatMap((patch) => patchOf(view, patch, muscles)),
    ]);
  const outlines = [...chosen].map((key) => {
    const [id, side] = parted(key);
    return shape(view.muscles[id]?.[side], { class: "hidden-line" });
  });
  return [...painted, ...outlines].filter((each) => each !== null);
}

/**
 * What is painted, as the order of the view names it: all bones, and these muscles.
 * @param {Pick<ViewDrawing, "order">} view
 * @param {Inside["muscles"]} muscles
 * @returns {Set<string>}
 */
export function structuresIn({ order }, muscles) {
  const named = new Set([...muscles].map((key) => `muscle:${parted(key)[0]}`));
  return new Set(order.filter((each) => each.startsWith("bone:") || named.has(each)));
}

/** @param {string} key - muscle and side */
function parted(key) {
  return /** @type {[string, Side]} */ (key.split(":"));
}

/**
 * @param {ViewDrawing} view
 * @param {string} structure - as the order names it
 * @param {Inside["muscles"]} muscles
 */
function paint(view, structure, muscles) {
  const [kind, id] = structure.split(":");
  if (kind === "bone") return [shape(view.bones[id], { class: "bone" })];
  return [...muscles]
    .map(parted)
    .filter(([muscle]) => muscle === id)
    .flatMap(([, side]) => flesh(view, id, side));
}

/**
 * A muscle on one side: its flesh, its fibres, and where it is tendon.
 * @param {ViewDrawing} view
 * @param {string} id
 * @param {Side} side
 */
function flesh(view, id, side) {
  return [
    shape(view.muscles[id]?.[side], { class: "chosen-flesh" }),
    shape(view.fibres[id]?.[side], { class: "chosen-fibres" }),
    shape(view.tendons[id]?.[side], { class: "tendon" }),
  ];
}

/**
 * A part of a structure once more.
 * @param {ViewDrawing} view
 * @param {Patch} patch
 * @param {Inside["muscles"]} muscles
 */
function patchOf(view, { of, path }, muscles) {
  const painting = paint(view, of, muscles).filter((each) => each !== null);
  if (!painting.length) return [];
  lastClip += 1;
  const id = `patch${lastClip}`;
  const cut = svg("clipPath", { id }, shape(path, { "clip-rule": "evenodd" }));
  return [cut, svg("g", { "clip-path": `url(#${id})` }, ...painting)];
}
