// What is seen of shapes that are painted one over another, on a coarse grid: enough for a name to
// stand on what it names.
import { outlines } from "../../lib/svg_paths.js";

/** @import { Box, Place } from "../../types/page.d.ts" */
/** @import { PaintedShape, SeenPart } from "./types.d.ts" */

const ROWS = 220;
// Of a place's distance from the middle of what is seen, how much its room must be wider to be better.
const NEARNESS = 0.6;

/**
 * What is seen of each shape with a key: a place on it where there is room, and its size.
 * @param {readonly PaintedShape[]} painted - from the farthest to the nearest
 * @param {Box} window
 * @returns {Map<string, SeenPart>}
 */
export function seenParts(painted, window) {
  const cell = window[3] / ROWS;
  const columns = Math.ceil(window[2] / cell);
  const grid = new Int16Array(ROWS * columns).fill(-1);
  painted.forEach(({ path }, number) => {
    for (const [row, first, end] of cellsIn(path, window, cell))
      grid.fill(number, row * columns + first, row * columns + end);
  });
  /** @type {Map<number, Run[]>} */
  const runs = new Map();
  for (const run of runsOf(grid, columns)) {
    const same = runs.get(run.number);
    if (same) same.push(run);
    else runs.set(run.number, [run]);
  }
  /** @type {Map<string, SeenPart>} */
  const seen = new Map();
  for (const [number, of] of runs) {
    const { key } = painted[number];
    if (key) seen.set(key, partOf(of, window, cell));
  }
  return seen;
}

/**
 * Cells of a row with the same shape on top.
 * @typedef {{ number: number, row: number, first: number, end: number }} Run
 */

/**
 * @param {Int16Array} grid
 * @param {number} columns
 * @returns {Run[]}
 */
function runsOf(grid, columns) {
  const runs = [];
  for (let row = 0; row < ROWS; row += 1) {
    let first = 0;
    for (let column = 1; column <= columns; column += 1) {
      const number = grid[row * columns + first];
      if (column < columns && grid[row * columns + column] === number) continue;
      if (number >= 0) runs.push({ number, row, first, end: column });
      first = column;
    }
  }
  return runs;
}

/**
 * The cells inside a path: row, first column, and the one after the last.
 * @param {string} path
 * @param {Box} window
 * @param {number} cell
 * @returns {[number, number, number][]}
 */
function cellsIn(path, [u, v, width], cell) {
  const lines = outlines(path);
  const heights = lines.flat().map(([, at]) => at);
  const from = Math.max(0, Math.floor((Math.min(...heights) - v) / cell));
  const to = Math.min(ROWS - 1, Math.ceil((Math.max(...heights) - v) / cell));
  const columns = Math.ceil(width / cell);
  /** @param {number} place - picture mm */
  const column = (place) => Math.min(columns, Math.max(0, Math.round((place - u) / cell)));
  /** @type {[number, number, number][]} */
  const cells = [];
  for (let row = from; row <= to; row += 1) {
    const crossings = crossingsAt(lines, v + (row + 0.5) * cell);
    for (let i = 0; i + 1 < crossings.length; i += 2)
      cells.push([row, column(crossings[i]), column(crossings[i + 1])]);
  }
  return cells;
}

/**
 * Where outlines cross a height, from left to right.
 * @param {readonly (readonly Place[])[]} lines
 * @param {number} at
 */
function crossingsAt(lines, at) {
  /** @type {number[]} */
  const places = [];
  for (const line of lines)
    line.forEach(([u0, v0], i) => {
      const [u1, v1] = line[(i + 1) % line.length];
      if (v0 < at !== v1 < at) places.push(u0 + ((at - v0) / (v1 - v0)) * (u1 - u0));
    });
  return places.sort((a, b) => a - b);
}

/**
 * A wide place near the middle of what is seen.
 * @param {readonly Run[]} runs
 * @param {Box} window
 * @param {number} cell
 * @returns {SeenPart}
 */
function partOf(runs, [u, v], cell) {
  let count = 0;
  let across = 0;
  let down = 0;
  for (const { row, first, end } of runs) {
    count += end - first;
    across += ((end - first) * (first + end)) / 2;
    down += (end - first) * (row + 0.5);
  }
  const [middle, height] = [across / count, down / count];
  /** @param {Run} run */
  const worth = ({ row, first, end }) =>
    end - first - NEARNESS * Math.hypot((first + end) / 2 - middle, row + 0.5 - height);
  const best = runs.reduce((a, b) => (worth(b) > worth(a) ? b : a));
  return {
    at: [u + ((best.first + best.end) / 2) * cell, v + (best.row + 0.5) * cell],
    area: count * cell * cell,
  };
}
