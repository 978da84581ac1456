// The overlays of one view: skin areas, where a point is felt, and nerves.
import { AREA_TINTS } from "../../lib/constants.js";
import { shape } from "../../lib/dom.js";
import { drawParts, nerveLines, partsIn } from "../../body/referral_pattern.js";

/** Lines of nerves in a view by what they belong to: the main nerve, its branches, and others. */
export function nerveParts({ nerves: drawing }, nerves, side) {
  const lines = (id) => drawing[id]?.[side] ?? [];
  const trunk = Object.keys(nerves).find((id) => nerves[id].main);
  const ids = Object.keys(nerves).filter((id) => id !== trunk);
  const ofBranches = ids.filter((id) => nerves[id].part_of === trunk);
  const branches = ofBranches.flatMap((id) => lines(id).map((line) => ({ ...line, nerve: id })));
  // The drawings give the main nerve together with the main line of each branch.
  const branchPaths = new Set(branches.map(({ path }) => path));
  return {
    nerve: lines(trunk)
      .filter(({ path }) => !branchPaths.has(path))
      .map((line) => ({ ...line, nerve: trunk })),
    branches,
    others: ids
      .filter((id) => !ofBranches.includes(id))
      .flatMap((id) => lines(id).map((line) => ({ ...line, nerve: id }))),
  };
}

/** Skin areas of a kind in a view: [{id, name, path}]. */
export function areasIn({ areas }, named, sides) {
  return named.flatMap(({ id, name }) =>
    sides.map((side) => ({ id, name, path: areas[id]?.[side] })).filter(({ path }) => path),
  );
}

export function dermatomesOf({ dermatomes }) {
  return Object.entries(dermatomes).map(([id, { name }]) => ({ id, name }));
}

export function fieldsOf({ nerves }) {
  return Object.values(nerves).flatMap(({ skin_fields: fields }) =>
    fields.map(({ id, name }) => ({ id, name })),
  );
}

function drawAreas(list, kind, named) {
  return list.map(({ id, path }) =>
    shape(path, {
      class: `skin-area ${kind} area-${(named.findIndex((each) => each.id === id) % AREA_TINTS) + 1}`,
      "data-area": id,
    }),
  );
}

/**
 * Everything laid over a view.
 * @param {string} name - of the view
 * @param {{drawings, areas, texts}} assets
 * @param {{sides, show}} state
 * @param {{points}|null} selection - trigger points, see body/referral_pattern.js
 * @param {string} id - of the view's fill patterns
 * @returns {{under, over, kinds, areas, nerves, marks}} shapes for the layers under and over what
 *   can be clicked, the kinds for the key, what may get labels, and places no label may cover
 */
export function overlays(name, { drawings, areas, texts }, { sides, show }, selection, id) {
  const view = drawings.views[name];
  const parts = selection && partsIn(view, drawings, selection);
  const selectedParts = parts && {
    ...parts,
    nerves: [],
    ...(show.pattern ? {} : { essential: [], spillover: [] }),
  };
  const drawing = selectedParts ? drawParts(selectedParts, id) : { under: [], over: [] };
  const nerves = sides.flatMap((side) =>
    Object.entries(nerveParts(view, texts.nerves, side))
      .filter(([kind]) => show[kind])
      .flatMap(([, lines]) => lines),
  );
  const listed = { dermatomes: dermatomesOf(texts), fields: fieldsOf(texts) };
  const visibleAreas = Object.keys(listed)
    .filter((kind) => show[kind])
    .map((kind) => ({ kind, list: areasIn(areas.views[name], listed[kind], sides) }));
  const kinds = new Set(
    Object.entries(selectedParts ?? {})
      .filter(([, list]) => list.length)
      .map(([kind]) => kind),
  );
  if (nerves.length) kinds.add("nerves");
  return {
    under: [
      ...visibleAreas.flatMap(({ kind, list }) => drawAreas(list, kind, listed[kind])),
      ...drawing.under,
    ],
    over: [...(nerves.length ? [nerveLines(nerves)] : []), ...drawing.over],
    kinds,
    nerves,
    areas: visibleAreas.flatMap(({ list }) => list),
    marks: selectedParts?.marks ?? [],
  };
}
