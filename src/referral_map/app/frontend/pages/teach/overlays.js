// The overlays of one view: skin areas, where a point is felt, and nerves.
import { AREA_TINTS } from "../../lib/constants.js";
import { shape } from "../../lib/dom.js";
import { mark, nerveLines, partsIn } from "../../body/referral_pattern.js";
import { zones } from "./zones.js";

/** @import { DrawnBody, Selection, ViewDrawing } from "../../types/page.d.ts" */
/** @import { DrawnAreas, Side, Texts } from "../../types/wire.d.ts" */
/**
 * @import { LineOfNerve, NamedArea, NerveParts, Overlay, OverlaidView, ShowKind, TeachAssets }
 * from "./types.d.ts"
 */
/** @import { PaintedShape, VisibleArea } from "./types.d.ts" */

const NERVE_KINDS = /** @type {const} */ (["nerve", "branches", "others"]);
const AREA_KINDS = /** @type {const} */ (["dermatomes", "fields"]);
const POINT_KINDS = /** @type {const} */ (["muscle", "essential", "spillover", "marks"]);

/**
 * Pieces of nerves in a view by what they belong to: the main nerve, its branches, and others.
 * @param {Pick<ViewDrawing, "nerves">} view
 * @param {Texts["nerves"]} nerves
 * @param {Side} side
 * @returns {NerveParts}
 */
export function nerveParts({ nerves: drawing }, nerves, side) {
  /**
   * @param {string} id
   * @returns {LineOfNerve[]}
   */
  const lines = (id) => (drawing[id]?.[side] ?? []).map((line) => ({ ...line, nerve: id }));
  const trunk = Object.keys(nerves).filter((id) => nerves[id].main);
  const ids = Object.keys(nerves).filter((id) => !nerves[id].main);
  const ofBranches = ids.filter((id) => trunk.some((main) => nerves[id].part_of === main));
  const branches = ofBranches.flatMap(lines);
  // The drawings give the main nerve together with the main line of each branch.
  const branchPaths = new Set(branches.map(({ path }) => path));
  return {
    nerve: trunk.flatMap(lines).filter(({ path }) => !branchPaths.has(path)),
    branches,
    others: ids.filter((id) => !ofBranches.includes(id)).flatMap(lines),
  };
}

/**
 * Skin areas of a kind in a view.
 * @param {Pick<DrawnAreas, "areas">} view
 * @param {readonly NamedArea[]} named
 * @param {readonly Side[]} sides
 * @returns {VisibleArea[]}
 */
export function areasIn({ areas }, named, sides) {
  return named.flatMap(({ id, name }) =>
    sides.flatMap((side) => {
      const path = areas[id]?.[side];
      return path ? [{ id, name, path }] : [];
    }),
  );
}

/**
 * The skin of each nerve root.
 * @param {Pick<Texts, "dermatomes">} texts
 * @returns {NamedArea[]}
 */
export function dermatomesOf({ dermatomes }) {
  return Object.entries(dermatomes).map(([id, { name }]) => ({ id, name }));
}

/**
 * The fields of skin that nerves feel.
 * @param {Pick<Texts, "nerves">} texts
 * @returns {NamedArea[]}
 */
export function fieldsOf({ nerves }) {
  return Object.values(nerves).flatMap(({ skin_fields: fields }) =>
    fields.map(({ id, name }) => ({ id, name })),
  );
}

/**
 * @param {readonly VisibleArea[]} list
 * @param {string} kind
 * @param {readonly NamedArea[]} named - all areas of the kind, each with its tint
 */
function drawAreas(list, kind, named) {
  return list.map(({ id, path }) =>
    shape(path, {
      class: `skin-area ${kind} area-${(named.findIndex((each) => each.id === id) % AREA_TINTS) + 1}`,
      "data-area": id,
    }),
  );
}

/**
 * The muscles of a selection as a view shows them.
 * @param {ViewDrawing} view
 * @param {DrawnBody} drawings
 * @param {Selection} selection
 * @returns {PaintedShape[]}
 */
function musclesOf(view, drawings, { points }) {
  /** @type {Map<string, string>} */
  const paths = new Map();
  for (const { trigger_point: point, side } of points) {
    const { muscle } = drawings.trigger_points[point];
    const path = view.muscles[muscle]?.[side];
    if (path) paths.set(`${muscle}:${side}`, path);
  }
  return [...paths].map(([key, path]) => ({ key, path }));
}

/**
 * A selection in a view: its muscles are always to be seen, and its pattern only where it is asked for.
 * @param {OverlaidView} view
 * @param {DrawnBody} drawings
 * @param {Selection} selection
 * @param {boolean} pattern - whether the pattern is asked for
 */
function drawSelection({ drawing, id, painted }, drawings, selection, pattern) {
  const all = partsIn(drawing, drawings, selection);
  const parts = pattern ? all : { ...all, essential: [], spillover: [] };
  const muscles = musclesOf(drawing, drawings, selection);
  const keys = muscles.map(({ key }) => key);
  const unpainted = muscles.filter(({ key }) => !painted.some((each) => each.key === key));
  return {
    parts: { ...parts, muscle: keys },
    under: [
      zones(parts, id, drawing.window, painted, keys),
      ...unpainted.map(({ path }) => shape(path, { class: "chosen-flesh" })),
      // Where the muscle is painted and nothing lies over it, this lies on its own line.
      ...muscles.map(({ path }) => shape(path, { class: "hidden-line" })),
    ],
    over: parts.marks.map((at) => mark(at)),
  };
}

/**
 * The pieces of nerves that are to be seen in a view.
 * @param {ViewDrawing} drawing
 * @param {Pick<Texts, "nerves">} texts
 * @param {{ sides: readonly Side[], show: Record<ShowKind, boolean> }} state
 */
function visibleNerves(drawing, texts, { sides, show }) {
  return sides.flatMap((side) => {
    const lines = nerveParts(drawing, texts.nerves, side);
    return NERVE_KINDS.flatMap((kind) => (show[kind] ? lines[kind] : []));
  });
}

/**
 * Everything laid over a view.
 * @param {OverlaidView} view
 * @param {TeachAssets} assets
 * @param {{ sides: readonly Side[], show: Record<ShowKind, boolean> }} state
 * @param {Selection | null} selection
 * @returns {Overlay}
 */
export function overlays(view, { areas, texts, drawings }, state, selection) {
  const { sides, show } = state;
  const chosen = selection && drawSelection(view, drawings, selection, show.pattern);
  const nerves = visibleNerves(view.drawing, texts, state);
  const listed = { dermatomes: dermatomesOf(texts), fields: fieldsOf(texts) };
  const visibleAreas = AREA_KINDS.filter((kind) => show[kind]).map((kind) => ({
    kind,
    list: areasIn(areas.views[view.name], listed[kind], sides),
  }));
  /** @type {Set<string>} */
  const kinds = new Set(POINT_KINDS.filter((kind) => chosen?.parts[kind].length));
  if (nerves.length) kinds.add("nerves");
  return {
    under: [
      ...visibleAreas.flatMap(({ kind, list }) => drawAreas(list, kind, listed[kind])),
      ...(chosen?.under ?? []),
    ].filter((each) => each !== null),
    over: [...(nerves.length ? [nerveLines(nerves, view.shown)] : []), ...(chosen?.over ?? [])],
    kinds,
    shown: view.shown,
    nerves,
    areas: visibleAreas.flatMap(({ list }) => list),
    marks: chosen?.parts.marks ?? [],
  };
}
