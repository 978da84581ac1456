// Fill patterns of one picture: spillover is stippled, as is usual in the field; marks are hatched by
// the quality of the pain, with the signs that paper pain drawings use.
import { svg } from "../lib/dom.js";

const STEP = 18;
const DOT_STEP = 10;

const SIGNS = {
  none: ["M-2,20L20,-2M-11,11L11,-11M7,29L29,7"],
  ache: ["M3,12L9,6L15,12"],
  burning: ["M5,5L13,13M13,5L5,13"],
  electric: ["M1,12L6,6L9,12L14,6L17,12"],
  tingling: ["M5,9a4,4 0 1 0 8,0a4,4 0 1 0 -8,0"],
  numb: ["M2,6H16M2,12H16"],
};

function sign(id, quality, [path]) {
  return svg(
    "pattern",
    { id: `${id}-mark-${quality}`, width: STEP, height: STEP, patternUnits: "userSpaceOnUse" },
    svg("path", { class: "mark-sign", d: path }),
  );
}

function stipple(id) {
  const half = DOT_STEP / 2;
  const dot = (at) => svg("circle", { class: "stipple-dot", cx: at, cy: at, r: 2.7 });
  return svg(
    "pattern",
    { id: `${id}-stipple`, width: DOT_STEP, height: DOT_STEP, patternUnits: "userSpaceOnUse" },
    svg("rect", { class: "stipple-ground", width: DOT_STEP, height: DOT_STEP }),
    dot(half / 2),
    dot(half * 1.5),
  );
}

/** All patterns of a picture; `id` makes their ids unique. */
export function fillPatterns(id) {
  return [
    stipple(id),
    ...Object.entries(SIGNS).map(([quality, paths]) => sign(id, quality, paths)),
  ];
}
