// The overlays of one view: skin areas, where a point is felt, and nerves.
import { AREA_TINTS } from "../../lib/constants.js";
import { shape } from "../../lib/dom.js";
import { drawParts, nerveLines, partsIn } from "../../body/referral_pattern.js";

/** @import { Selection } from "../../types/page.d.ts" */
/** @import { DrawnAreas, Side, Texts, ViewDrawing, ViewName } from "../../types/wire.d.ts" */
/**
 * @import { LineOfNerve, NamedArea, NerveParts, Overlay, ShowKind, TeachAssets, VisibleArea }
 * from "./types.d.ts"
 */

const NERVE_KINDS = /** @type {const} */ (["nerve", "branches", "others"]);
const AREA_KINDS = /** @type {const} */ (["dermatomes", "fields"]);

/**
 * Lines of nerves in a view by what they belong to: the main nerve, its branches, and others.
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
 * The trigger points of a selection in a view; their pattern only where it is to be seen.
 * @param {ViewName} name
 * @param {Pick<TeachAssets, "drawings">} assets
 * @param {Selection} selection
 * @param {boolean} pattern - whether the pattern is to be seen
 */
function pointParts(name, { drawings }, selection, pattern) {
  const parts = partsIn(drawings.views[name], drawings, selection);
  // The nerve has its own switch here.
  return { ...parts, nerves: [], ...(pattern ? {} : { essential: [], spillover: [] }) };
}

/**
 * The lines of nerves that are to be seen in a view.
 * @param {ViewName} name
 * @param {Pick<TeachAssets, "drawings" | "texts">} assets
 * @param {{ sides: readonly Side[], show: Record<ShowKind, boolean> }} state
 */
function visibleNerves(name, { drawings, texts }, { sides, show }) {
  return sides.flatMap((side) => {
    const lines = nerveParts(drawings.views[name], texts.nerves, side);
    return NERVE_KINDS.flatMap((kind) => (show[kind] ? lines[kind] : []));
  });
}

/**
 * Everything laid over a view.
 * @param {ViewName} name
 * @param {TeachAssets} assets
 * @param {{ sides: readonly Side[], show: Record<ShowKind, boolean> }} state
 * @param {Selection | null} selection
 * @param {string} id - of the view's fill patterns
 * @returns {Overlay}
 */
export function overlays(name, assets, state, selection, id) {
  const { areas, texts } = assets;
  const { sides, show } = state;
  const parts = selection && pointParts(name, assets, selection, show.pattern);
  const drawing = parts ? drawParts(parts, id) : { under: [], over: [] };
  const nerves = visibleNerves(name, assets, state);
  const listed = { dermatomes: dermatomesOf(texts), fields: fieldsOf(texts) };
  const visibleAreas = AREA_KINDS.filter((kind) => show[kind]).map((kind) => ({
    kind,
    list: areasIn(areas.views[name], listed[kind], sides),
  }));
  const kinds = new Set(
    Object.entries(parts ?? {})
      .filter(([, list]) => list.length)
      .map(([kind]) => kind),
  );
  if (nerves.length) kinds.add("nerves");
  return {
    under: [
      ...visibleAreas.flatMap(({ kind, list }) => drawAreas(list, kind, listed[kind])),
      ...drawing.under,
    ].filter((each) => each !== null),
    over: [...(nerves.length ? [nerveLines(nerves)] : []), ...drawing.over],
    kinds,
    nerves,
    areas: visibleAreas.flatMap(({ list }) => list),
    marks: parts?.marks ?? [],
  };
}
