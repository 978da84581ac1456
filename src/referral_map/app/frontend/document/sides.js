// Left and right, always the patient's.

/** @import { Side } from "../types/wire.d.ts" */

/**
 * The side across.
 * @param {Side} side
 * @returns {Side}
 */
export function otherSide(side) {
  return side === "right" ? "left" : "right";
}

/**
 * The region's id on the other side.
 * @param {string} region
 */
export function mirrored(region) {
  return region.endsWith("_right")
    ? region.replace(/_right$/, "_left")
    : region.replace(/_left$/, "_right");
}
