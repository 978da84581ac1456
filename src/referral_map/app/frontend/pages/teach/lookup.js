// Looking up both ways: where a point's pain is felt, and which points are felt in a region.
import { mirrored, otherSide } from "../../document/sides.js";

/** Regions in which a point of a side is felt, the largest share first: [{region, share}]. */
export function feltBy({ trigger_points: points }, point, side) {
  return points[point].felt.map(([region, share]) => ({
    region: side === "right" ? region : mirrored(region),
    share,
  }));
}

const LEAST_SHARE = 0.05;

/**
 * Points that are felt in a region: those that have most of their own pattern there, or cover most
 * of the region, come first.
 * @returns {{trigger_point, side, share, covered}[]} share: of the pattern, there; covered: of the
 *   region, by the pattern; both 0..1
 */
export function feltIn({ felt_in: table }, region) {
  const side = region.endsWith("_left") ? "left" : "right";
  const right = side === "right" ? region : mirrored(region);
  // The table is of right-sided points: those felt in the mirrored region are the other side's that cross over.
  const rows = (id, of) =>
    (table[id] ?? []).map(([point, share, covered]) => ({
      trigger_point: point,
      side: of,
      share,
      covered,
    }));
  const worth = ({ share, covered }) => Math.max(share, covered) + Math.min(share, covered) / 2;
  return [...rows(right, side), ...rows(mirrored(right), otherSide(side))]
    .filter(({ share, covered }) => Math.max(share, covered) >= LEAST_SHARE)
    .sort((a, b) => worth(b) - worth(a));
}

/** Nerves near a muscle, each once, the nearest first: [{nerve, distance_mm}]. */
export function nervesNear({ muscles }, muscle) {
  const nearest = new Map();
  for (const { nerve, distance_mm: distance } of muscles[muscle].nerves_near) {
    if (!nearest.has(nerve) || nearest.get(nerve) > distance) nearest.set(nerve, distance);
  }
  return [...nearest].map(([nerve, distance]) => ({ nerve, distance_mm: distance }));
}

/** Narrow places of nerves at a muscle: [{nerve, place}]. */
export function narrowBy({ nerves }, muscle) {
  return Object.entries(nerves).flatMap(([nerve, { narrow_places: places }]) =>
    places.filter(({ muscles }) => muscles.includes(muscle)).map((place) => ({ nerve, place })),
  );
}
