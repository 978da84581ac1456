// Fill patterns of one picture: spillover is stippled, as is usual in the field; marks are hatched by
// the quality of the pain, with the signs that paper pain drawings use.
import { SIGN_SQUARE, SIGNS, STIPPLE_DOT_MM, STIPPLE_MM } from "../lib/constants.js";
import { svg } from "../lib/dom.js";

/**
 * A pattern that fills with squares.
 * @param {string} id
 * @param {number} side - of a square, picture mm
 * @param {...SVGElement} children - what is drawn in each
 */
function squares(id, side, ...children) {
  const size = { width: side, height: side, patternUnits: "userSpaceOnUse" };
  return svg("pattern", { id, ...size }, ...children);
}

/**
 * A pattern of dots.
 * @param {string} id - of the picture
 * @param {number} [side] - of the square that holds two of them, picture mm
 * @param {number} [radius] - of a dot, picture mm
 */
export function stipple(id, side = STIPPLE_MM, radius = STIPPLE_DOT_MM) {
  /** @param {number} at */
  const dot = (at) => svg("circle", { class: "stipple-dot", cx: at, cy: at, r: radius });
  return squares(
    `${id}-stipple`,
    side,
    svg("rect", { class: "stipple-ground", width: side, height: side }),
    dot(side / 4),
    dot(side * 0.75),
  );
}

/**
 * All patterns of a picture.
 * @param {string} id - of the picture; makes theirs unique
 */
export function fillPatterns(id) {
  return [
    stipple(id),
    ...Object.entries(SIGNS).map(([quality, path]) =>
      squares(`${id}-mark-${quality}`, SIGN_SQUARE, svg("path", { class: "mark-sign", d: path })),
    ),
  ];
}
