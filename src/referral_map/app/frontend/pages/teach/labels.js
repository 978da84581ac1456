// Labels on a picture: only for what is shown and large enough, without overlap.
import { DISC_RADIUS } from "../../lib/constants.js";
import { svg } from "../../lib/dom.js";
import { pathArea, pathCentre } from "../../lib/svg_paths.js";
import { courseLength, coursesOf, isCovered } from "./order.js";

/** @import { Box, Place } from "../../types/page.d.ts" */
/** @import { Texts } from "../../types/wire.d.ts" */
/** @import { MuscleLayers } from "./layers.js" */
/** @import { LabelCandidate, LineOfNerve, Overlay, SeenPart } from "./types.d.ts" */

/**
 * Left, top, right and bottom.
 * @typedef {[number, number, number, number]} Bounds
 */

const SIZE_PX = 12.5;
const LETTER = 0.56;
const LINE = 1.12;
const LONGEST = 13;
// A shape must have room for about three letters square.
const LEAST_ROOM = 5;
// Lines have no area: they count as strips of this many mm.
const LINE_ROOM = 8;

/**
 * Words in lines of about a dozen letters.
 * @param {string} text
 */
function inLines(text) {
  const lines = [""];
  for (const word of text.split(" ")) {
    const longer = `${lines.at(-1)} ${word}`.trim();
    if (longer.length <= LONGEST || !lines.at(-1)) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}

/**
 * A name for a shape, at its middle.
 * @param {string} text
 * @param {string} path
 * @param {LabelCandidate["kind"]} kind
 * @returns {LabelCandidate}
 */
function forShape(text, path, kind) {
  return { text, at: pathCentre(path), room: pathArea(path), kind };
}

/**
 * A name for a muscle, where it is seen; null where it is hidden.
 * @param {string} text
 * @param {SeenPart | undefined} seen
 * @returns {LabelCandidate | null}
 */
function forMuscle(text, seen) {
  return seen ? { text, at: seen.at, room: seen.area, kind: "muscle" } : null;
}

/**
 * A name for a nerve, at the middle of its longest course that is free, or else of its longest.
 * @param {string} text
 * @param {readonly LineOfNerve[]} pieces
 * @param {ReadonlySet<string>} shown - structures, as the order of the view names them
 * @returns {LabelCandidate | null}
 */
function forNerve(text, pieces, shown) {
  const free = pieces.filter((piece) => !isCovered(piece, shown));
  const courses = coursesOf(free.length ? free : pieces);
  const [longest] = courses.sort((a, b) => courseLength(b) - courseLength(a));
  if (!longest) return null;
  return {
    text,
    at: longest[Math.floor(longest.length / 2)],
    room: courseLength(longest) * LINE_ROOM,
    kind: "nerve",
  };
}

/**
 * The candidates for labels in a view: muscles of the layer itself, nerves and skin areas.
 * @param {Pick<Texts, "muscles" | "nerves">} texts
 * @param {MuscleLayers} layers
 * @param {Overlay} overlay
 */
export function labelsFor(texts, layers, overlay) {
  /** @type {Map<string, LineOfNerve[]>} */
  const pieces = new Map();
  for (const piece of overlay.nerves)
    pieces.set(piece.nerve, [...(pieces.get(piece.nerve) ?? []), piece]);
  const seen = layers.seen();
  return [
    ...layers
      .visible()
      .filter(([, { inLayer }]) => inLayer)
      .map(([key, { id }]) => forMuscle(texts.muscles[id].name, seen.get(key))),
    ...[...pieces].map(([id, of]) => forNerve(texts.nerves[id].name, of, overlay.shown)),
    ...overlay.areas.map(({ name, path }) => forShape(name, path, "area")),
  ];
}

/**
 * @param {{ lines: readonly string[], at: Place }} label
 * @param {number} size - of its letters, picture mm
 * @returns {Bounds}
 */
function boxOf({ lines, at }, size) {
  const wide = Math.max(...lines.map((line) => line.length)) * LETTER * size;
  const tall = lines.length * LINE * size;
  return [at[0] - wide / 2, at[1] - tall / 2, at[0] + wide / 2, at[1] + tall / 2];
}

/**
 * @param {Bounds} a
 * @param {Bounds} b
 */
function overlap(a, b) {
  return a[0] < b[2] && b[0] < a[2] && a[1] < b[3] && b[1] < a[3];
}

/**
 * Whether a place is inside a window.
 * @param {Place} place
 * @param {Box} window
 */
function isInside([x, y], [u, v, width, height]) {
  return x >= u && x <= u + width && y >= v && y <= v + height;
}

/**
 * The skin under a trigger point's disc.
 * @param {Place} place
 * @returns {Bounds}
 */
function discBounds([x, y]) {
  return [x - DISC_RADIUS, y - DISC_RADIUS, x + DISC_RADIUS, y + DISC_RADIUS];
}

/**
 * The labels that have room, the largest shapes first. They are moved inside the window; a trigger
 * point's disc stays free.
 * @param {readonly (LabelCandidate | null)[]} candidates
 * @param {number} size - of the letters, picture mm
 * @param {Box} window
 * @param {readonly Place[]} marks
 */
function placed(candidates, size, window, marks) {
  const [u, , width] = window;
  const boxes = marks.map(discBounds);
  const labels = [];
  const largestFirst = candidates.filter((each) => each !== null).sort((a, b) => b.room - a.room);
  for (const { text, kind, at: middle, room } of largestFirst) {
    if (!middle || room < LEAST_ROOM * size * size || !isInside(middle, window)) continue;
    const lines = inLines(text);
    const first = boxOf({ lines, at: middle }, size);
    const push = Math.max(0, u - first[0]) - Math.max(0, first[2] - u - width);
    /** @type {Place} */
    const at = [middle[0] + push, middle[1]];
    const box = boxOf({ lines, at }, size);
    if (boxes.some((other) => overlap(box, other))) continue;
    boxes.push(box);
    labels.push({ kind, lines, at });
  }
  return labels;
}

/**
 * Draw labels into a layer, at the same size on screen at every zoom.
 * @param {SVGGElement} layer
 * @param {readonly (LabelCandidate | null)[]} candidates
 * @param {SVGSVGElement} picture
 * @param {readonly Place[]} [marks] - of trigger points
 */
export function drawLabels(layer, candidates, picture, marks = []) {
  const box = picture.viewBox.baseVal;
  const scale = picture.getScreenCTM()?.a;
  if (!scale) return layer.replaceChildren();
  const size = SIZE_PX / scale;
  const labels = placed(candidates, size, [box.x, box.y, box.width, box.height], marks);
  layer.replaceChildren(...labels.map((each) => labelElement(each, size)));
}

/**
 * @param {{ kind: LabelCandidate["kind"], lines: string[], at: Place }} label
 * @param {number} size - of the letters, picture mm
 */
function labelElement({ kind, lines, at }, size) {
  return svg(
    "text",
    {
      class: `label label-${kind}`,
      x: at[0],
      y: at[1],
      "font-size": size,
      "text-anchor": "middle",
    },
    ...lines.map((line, i) =>
      svg(
        "tspan",
        {
          x: at[0],
          y: at[1] + (i - (lines.length - 1) / 2) * LINE * size,
          "dominant-baseline": "central",
        },
        line,
      ),
    ),
  );
}
