// Skin points as they are sent, unpacked: of the right half, from which the left follows.
import { bytesOf } from "../lib/base64.js";
import { UV_STEPS } from "../lib/constants.js";

/** @import { DecodedSkin } from "../types/page.d.ts" */
/** @import { SeenSkin } from "../types/wire.d.ts" */

/**
 * @template Unpacked
 * @param {string} base64
 * @param {new (buffer: ArrayBuffer) => Unpacked} Kind
 */
export function unpack(base64, Kind) {
  return new Kind(bytesOf(base64).buffer);
}

/**
 * @param {SeenSkin} seen
 * @param {number} half - of the number of points
 * @returns {DecodedSkin}
 */
export function decoded({ index, uv, both }, half) {
  const right = {
    index: unpack(index, Uint16Array),
    uv: Float32Array.from(unpack(uv, Int16Array), (each) => each / UV_STEPS),
  };
  if (!both) return right;
  const left = mirrored(right, half);
  return { index: joined(right.index, left.index), uv: joined(right.uv, left.uv) };
}

/**
 * The same of the left half: point `i + half` is the mirror of point `i`.
 * @param {DecodedSkin} right
 * @param {number} half
 * @returns {DecodedSkin}
 */
export function mirrored({ index, uv }, half) {
  return {
    index: index.map((each) => each + half),
    uv: uv.map((each, place) => (place % 2 ? each : -each)),
  };
}

/**
 * @template {Uint16Array | Float32Array} Numbers
 * @param {Numbers} one
 * @param {Numbers} other - of the same kind
 * @returns {Numbers}
 */
export function joined(one, other) {
  const Kind = /** @type {new (length: number) => Numbers} */ (one.constructor);
  const both = new Kind(one.length + other.length);
  both.set(one);
  both.set(other, one.length);
  return both;
}
