// What is laid over the body in one view: skin areas, where a point is felt, and nerves.
import { shape } from "./dom.js";
import { drawParts, nerveLines, partsIn } from "./pattern.js";

/** Lines of nerves in a view by what they belong to: the main nerve, its branches, and others. */
export function nerveParts({ nerves: drawn }, nerves, side) {
  const lines = (id) => drawn[id]?.[side] ?? [];
  const trunk = Object.keys(nerves).find((id) => nerves[id].main);
  const ids = Object.keys(nerves).filter((id) => id !== trunk);
  const ofBranches = ids.filter((id) => nerves[id].part_of === trunk);
  const branches = ofBranches.flatMap((id) => lines(id).map((line) => ({ ...line, nerve: id })));
  // The drawings give the main nerve together with the main line of each branch.
  const known = new Set(branches.map(({ path }) => path));
  return {
    nerve: lines(trunk).filter(({ path }) => !known.has(path)).map((line) => ({ ...line, nerve: trunk })),
    branches,
    others: ids.filter((id) => !ofBranches.includes(id)).flatMap((id) => lines(id).map((line) => ({ ...line, nerve: id }))),
  };
}

/** Skin areas of a kind in a view: [{id, name, path}]. */
export function areasIn({ areas }, named, sides) {
  return named.flatMap(({ id, name }) => sides
    .map((side) => ({ id, name, path: areas[id]?.[side] }))
    .filter(({ path }) => path));
}

export function dermatomesOf({ dermatomes }) {
  return Object.entries(dermatomes).map(([id, { name }]) => ({ id, name }));
}

export function fieldsOf({ nerves }) {
  return Object.values(nerves).flatMap(({ skin_fields: fields }) => fields.map(({ id, name }) => ({ id, name })));
}

const AREA_TINTS = 4;

function drawAreas(list, kind, named) {
  return list.map(({ id, path }) => shape(path, {
    class: `skin-area ${kind} area-${(named.findIndex((each) => each.id === id) % AREA_TINTS) + 1}`, "data-area": id }));
}

/**
 * Everything laid over a view.
 * @param {string} name - of the view
 * @param {{drawings, areas, texts}} assets
 * @param {{sides, show}} state
 * @param {{points}|null} thing - trigger points, see pattern.js
 * @param {string} id - of the view's fill patterns
 * @returns {{under, over, kinds, areas, nerves, marks}} shapes for the layers under and over what
 *   can be clicked, the kinds for the key, what may get labels, and places no label may cover
 */
export function overlays(name, { drawings, areas, texts }, { sides, show }, thing, id) {
  const view = drawings.views[name];
  const parts = thing && partsIn(view, drawings, thing);
  const wanted = parts && { ...parts, nerves: [], ...(show.pattern ? {} : { essential: [], spillover: [] }) };
  const drawn = wanted ? drawParts(wanted, id) : { under: [], over: [] };
  const nerves = sides.flatMap((side) => Object.entries(nerveParts(view, texts.nerves, side))
    .filter(([kind]) => show[kind]).flatMap(([, lines]) => lines));
  const listed = { dermatomes: dermatomesOf(texts), fields: fieldsOf(texts) };
  const shown = Object.keys(listed).filter((kind) => show[kind])
    .map((kind) => ({ kind, list: areasIn(areas.views[name], listed[kind], sides) }));
  const kinds = new Set(Object.entries(wanted ?? {}).filter(([, list]) => list.length).map(([kind]) => kind));
  if (nerves.length) kinds.add("nerves");
  return {
    under: [...shown.flatMap(({ kind, list }) => drawAreas(list, kind, listed[kind])), ...drawn.under],
    over: [...(nerves.length ? [nerveLines(nerves)] : []), ...drawn.over],
    kinds, nerves, areas: shown.flatMap(({ list }) => list), marks: wanted?.marks ?? [],
  };
}
