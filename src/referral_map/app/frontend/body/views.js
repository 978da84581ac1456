// The views of the body in use: what is sent of a view is its right side, and both are made from it.
import { SIDES, VIEW_NAMES } from "../lib/constants.js";
import { fetchOnce } from "../lib/fetch_once.js";
import { mapTable } from "../lib/tables.js";
import { mirrorPath } from "../lib/svg_paths.js";

/** @import { DrawnBody, DrawnNerve, DrawnPattern, ViewDrawing } from "../types/page.d.ts" */
/** @import { Addresses, Body, Drawings, FoldedPattern, FoldedView } from "../types/wire.d.ts" */
/** @import { Side, ViewFrame, ViewName } from "../types/wire.d.ts" */

/**
 * Each body once, by the address of its drawings: what one part of the page loads, all have.
 * @type {Map<string, Promise<DrawnBody>>}
 */
const bodies = new Map();

/**
 * The drawings of a body, with some of its views.
 * @param {Pick<Addresses, "drawings" | "views">} addresses
 * @param {Body} body
 * @param {readonly ViewName[]} [names] - of the views that are needed now
 */
export async function loadBody(addresses, body, names = []) {
  const address = addresses.drawings[body];
  const known = bodies.get(address) ?? fetchBody(address, addresses.views[body]);
  bodies.set(address, known);
  // What could not be fetched is asked for again.
  known.catch(() => bodies.delete(address));
  const drawn = await known;
  await loadViews(drawn, names);
  return drawn;
}

/**
 * @param {string} address - of the drawings
 * @param {DrawnBody["addresses"]} views - addresses of the views
 * @returns {Promise<DrawnBody>}
 */
async function fetchBody(address, views) {
  const drawings = /** @type {Drawings} */ (await fetchOnce(address));
  return { ...drawings, frames: drawings.views, views: {}, addresses: views };
}

/**
 * Load views that a body does not have yet; those it has are not asked for again.
 * @param {DrawnBody} drawn
 * @param {readonly ViewName[]} names
 */
export async function loadViews(drawn, names) {
  const missing = names.filter((name) => !drawn.views[name]);
  await Promise.all(missing.map((name) => loadView(drawn, name)));
}

/**
 * A view of a body, loaded where it is not yet.
 * @param {DrawnBody} drawn
 * @param {ViewName} name
 * @returns {Promise<ViewDrawing>}
 */
export async function loadView(drawn, name) {
  const known = drawn.views[name];
  if (known) return known;
  const frame = drawn.frames[name];
  const folded = /** @type {FoldedView} */ (await fetchOnce(drawn.addresses[frame.stored]));
  return (drawn.views[name] ??= unfold(name, frame, folded, drawn.regions));
}

/**
 * The views that help with a part of the body, in order.
 * @param {Pick<DrawnBody, "frames">} drawn
 * @param {import("../types/wire.d.ts").Framing} framing
 */
export function viewsOf({ frames }, framing) {
  return VIEW_NAMES.filter((name) => frames[name].windows[framing]);
}

/**
 * A view with both sides written out.
 * @param {ViewName} name
 * @param {ViewFrame} frame
 * @param {FoldedView} folded
 * @param {Drawings["regions"]} regions
 * @returns {ViewDrawing}
 */
export function unfold(name, frame, folded, regions) {
  /** @type {readonly Side[]} */
  const sides = frame.two_sided ? SIDES : [name === "left" ? "left" : "right"];
  /** @param {string} path */
  const whole = (path) => (frame.two_sided ? path : onSide(path, sides[0]));
  /** @param {string} path */
  const both = (path) => sides.map((side) => onSide(path, side)).join("");
  /** @param {string} path */
  const sided = (path) => Object.fromEntries(sides.map((side) => [side, onSide(path, side)]));
  return {
    ...frame,
    body: whole(folded.body),
    shades: folded.shades.map(whole),
    folds: whole(folded.folds),
    bony: whole(folded.bony),
    order: folded.order,
    patches: folded.patches.map((patch) => ({ ...patch, path: both(patch.path) })),
    bones: mapTable(folded.bones, ({ path, midline }) => (midline ? whole(path) : both(path))),
    regions: regionsOf(name, sides, folded, regions),
    muscles: mapTable(folded.muscles, sided),
    fibres: mapTable(folded.fibres, sided),
    tendons: mapTable(folded.tendons, sided),
    nerves: mapTable(folded.nerves, (pieces) => nervesOf(pieces, sides)),
    patterns: patternsOf(name, frame, folded.patterns),
  };
}

/**
 * @param {ViewName} name
 * @param {readonly Side[]} sides
 * @param {FoldedView} folded
 * @param {Drawings["regions"]} regions
 */
function regionsOf(name, sides, folded, regions) {
  const shown = new Set(regions.filter(({ views }) => views.includes(name)).map(({ id }) => id));
  /** @type {Record<string, string>} */
  const paths = {};
  for (const side of sides)
    for (const [region, path] of Object.entries(folded.regions))
      if (shown.has(`${region}_${side}`)) paths[`${region}_${side}`] = onSide(path, side);
  return paths;
}

/**
 * @param {FoldedView["nerves"][string]} pieces
 * @param {readonly Side[]} sides
 * @returns {Partial<Record<Side, DrawnNerve[]>>}
 */
function nervesOf(pieces, sides) {
  return Object.fromEntries(
    sides.map((side) => [
      side,
      pieces.map((piece) => ({ ...piece, path: onSide(piece.path, side) })),
    ]),
  );
}

/**
 * @param {ViewName} name
 * @param {ViewFrame} frame
 * @param {Record<string, FoldedPattern>} patterns
 */
function patternsOf(name, frame, patterns) {
  /** @type {ViewDrawing["patterns"]} */
  const drawn = {};
  for (const [point, pattern] of Object.entries(patterns)) {
    const felt = SIDES.map(
      (side) => /** @type {const} */ ([side, patternOn(name, frame, side, pattern)]),
    );
    const seen = felt.filter(
      ([, { essential, spillover, mark }]) => essential || spillover || mark,
    );
    if (seen.length) drawn[point] = Object.fromEntries(seen);
  }
  return drawn;
}

/**
 * The pattern of a point on a side: what lies on its own half and what on the other.
 * @param {ViewName} name
 * @param {ViewFrame} frame
 * @param {Side} side
 * @param {FoldedPattern} pattern
 * @returns {DrawnPattern}
 */
function patternOn(name, frame, side, pattern) {
  const { essential, spillover, essential_across: inner, spillover_across: outer, mark } = pattern;
  const other = side === "right" ? "left" : "right";
  if (!frame.two_sided && side !== name) {
    return { essential: onSide(inner, other), spillover: onSide(outer, other), mark: null };
  }
  const across = frame.two_sided ? [onSide(inner, other), onSide(outer, other)] : ["", ""];
  return {
    essential: onSide(essential, side) + across[0],
    spillover: onSide(spillover, side) + across[1],
    mark: mark && (side === "right" ? mark : [-mark[0], mark[1]]),
  };
}

/**
 * A right-sided path as it is seen on a side.
 * @param {string} path
 * @param {Side} side
 */
function onSide(path, side) {
  return side === "right" ? path : mirrorPath(path);
}
