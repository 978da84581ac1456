// Looking up both ways: where a point's pain is felt, and which points are felt in a region.
import { mirrored, otherSide } from "../../document/sides.js";

/** @import { Side, Texts } from "../../types/wire.d.ts" */

/**
 * Regions in which a point of a side is felt, and the share of its pattern there, the largest first.
 * @param {Pick<Texts, "trigger_points">} texts
 * @param {string} point
 * @param {Side} side
 */
export function feltBy({ trigger_points: points }, point, side) {
  return points[point].felt.map(([region, share]) => ({
    region: side === "right" ? region : mirrored(region),
    share,
  }));
}

const LEAST_SHARE = 0.05;

/**
 * A point that is felt in a region.
 * @typedef {object} FeltPoint
 * @property {string} trigger_point
 * @property {Side} side
 * @property {number} share - of its pattern, how much lies there: 0..1
 * @property {number} covered - of the region, how much its pattern covers: 0..1
 */

/**
 * Points that are felt in a region: those that have most of their own pattern there, or cover most
 * of the region, come first.
 * @param {Pick<Texts, "felt_in">} texts
 * @param {string} region
 * @returns {FeltPoint[]}
 */
export function feltIn({ felt_in: table }, region) {
  /** @type {Side} */
  const side = region.endsWith("_left") ? "left" : "right";
  const right = side === "right" ? region : mirrored(region);
  // The table is of right-sided points: those felt in the mirrored region are the other side's that cross over.
  /**
   * @param {string} id - of a region
   * @param {Side} of - the side of the points
   */
  const rows = (id, of) =>
    (table[id] ?? []).map(([point, share, covered]) => ({
      trigger_point: point,
      side: of,
      share,
      covered,
    }));
  /** @param {FeltPoint} point */
  const worth = ({ share, covered }) => Math.max(share, covered) + Math.min(share, covered) / 2;
  return [...rows(right, side), ...rows(mirrored(right), otherSide(side))]
    .filter(({ share, covered }) => Math.max(share, covered) >= LEAST_SHARE)
    .sort((a, b) => worth(b) - worth(a));
}

/**
 * Nerves near a muscle, each once with its least distance, the nearest first as in the texts.
 * @param {Pick<Texts, "muscles">} texts
 * @param {string} muscle
 */
export function nervesNear({ muscles }, muscle) {
  /** @type {Map<string, number>} */
  const nearest = new Map();
  for (const { nerve, distance_mm: distance } of muscles[muscle].nerves_near) {
    nearest.set(nerve, Math.min(distance, nearest.get(nerve) ?? Infinity));
  }
  return [...nearest].map(([nerve, distance]) => ({ nerve, distance_mm: distance }));
}

/**
 * Narrow places of nerves at a muscle.
 * @param {Pick<Texts, "nerves">} texts
 * @param {string} muscle
 */
export function narrowBy({ nerves }, muscle) {
  return Object.entries(nerves).flatMap(([nerve, { narrow_places: places }]) =>
    places.filter(({ muscles }) => muscles.includes(muscle)).map((place) => ({ nerve, place })),
  );
}
