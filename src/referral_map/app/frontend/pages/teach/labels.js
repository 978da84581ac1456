// Labels on a picture: only for what is shown and large enough, without overlap.
import { DISC_RADIUS } from "../../lib/constants.js";
import { svg } from "../../lib/dom.js";
import { boundsOf, outlines, pathArea, pathCentre } from "../../lib/svg_paths.js";

const SIZE_PX = 12.5;
const LETTER = 0.56;
const LINE = 1.12;
const LONGEST = 13;
// A shape must have room for about three letters square.
const LEAST_ROOM = 5;
// Lines have no area: they count as strips of this many mm.
const LINE_ROOM = 8;

/** Words in lines of about a dozen letters. */
function inLines(text) {
  const lines = [""];
  for (const word of text.split(" ")) {
    const longer = `${lines.at(-1)} ${word}`.trim();
    if (longer.length <= LONGEST || !lines.at(-1)) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}

/** A name for a shape, at its middle. */
function forShape(text, path, kind) {
  return { text, at: pathCentre(path), room: pathArea(path), kind };
}

/** A name for a nerve, at the middle of the longest of its lines. */
function forLines(text, paths, kind) {
  const longest = paths
    .map((path) => outlines(path)[0] ?? [])
    .reduce((a, b) => (b.length > a.length ? b : a), []);
  if (!longest.length) return null;
  const [u0, v0, u1, v1] = boundsOf([], longest);
  return {
    text,
    at: longest[Math.floor(longest.length / 2)],
    room: Math.hypot(u1 - u0, v1 - v0) * LINE_ROOM,
    kind,
  };
}

/** The candidates for labels in a view: muscles of the layer itself, nerves and skin areas. */
export function labelsFor(texts, layers, overlay) {
  const lines = new Map();
  for (const { nerve, path } of overlay.nerves)
    lines.set(nerve, [...(lines.get(nerve) ?? []), path]);
  return [
    ...layers
      .visible()
      .filter(([, { inLayer }]) => inLayer)
      .map(([, { id, path }]) => forShape(texts.muscles[id].name, path, "muscle")),
    ...[...lines].map(([id, paths]) => forLines(texts.nerves[id].name, paths, "nerve")),
    ...overlay.areas.map(({ name, path }) => forShape(name, path, "area")),
  ];
}

function boxOf({ lines, at }, size) {
  const wide = Math.max(...lines.map((line) => line.length)) * LETTER * size;
  const tall = lines.length * LINE * size;
  return [at[0] - wide / 2, at[1] - tall / 2, at[0] + wide / 2, at[1] + tall / 2];
}

function overlap(a, b) {
  return a[0] < b[2] && b[0] < a[2] && a[1] < b[3] && b[1] < a[3];
}

/** The labels that have room, the largest shapes first. They are moved inside the window; a trigger
 * point's disc stays free. */
function placed(candidates, size, [u, v, width, height], marks) {
  const boxes = marks.map(([x, y]) => [
    x - DISC_RADIUS,
    y - DISC_RADIUS,
    x + DISC_RADIUS,
    y + DISC_RADIUS,
  ]);
  const labels = [];
  for (const each of candidates.filter(Boolean).sort((a, b) => b.room - a.room)) {
    if (!each.at || each.room < LEAST_ROOM * size * size) continue;
    if (each.at[0] < u || each.at[0] > u + width || each.at[1] < v || each.at[1] > v + height)
      continue;
    const lines = inLines(each.text);
    const first = boxOf({ lines, at: each.at }, size);
    const push = Math.max(0, u - first[0]) - Math.max(0, first[2] - u - width);
    const at = [each.at[0] + push, each.at[1]];
    const box = boxOf({ lines, at }, size);
    if (boxes.some((other) => overlap(box, other))) continue;
    boxes.push(box);
    labels.push({ ...each, lines, at });
  }
  return labels;
}

/** Draw labels into a layer, at the same size on screen at every zoom. */
export function drawLabels(layer, candidates, picture, marks = []) {
  const box = picture.viewBox.baseVal;
  const scale = picture.getScreenCTM()?.a;
  if (!scale) return layer.replaceChildren();
  const size = SIZE_PX / scale;
  layer.replaceChildren(
    ...placed(candidates, size, [box.x, box.y, box.width, box.height], marks).map(
      ({ lines, at, kind }) =>
        svg(
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
        ),
    ),
  );
}
