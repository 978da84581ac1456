// Nerves as lines: whole where nothing that is shown lies over them, dashed where something does.
import { NERVE_CASING_MM, NERVE_HIDDEN_SHARE, NERVE_LEAST_MM } from "../lib/constants.js";
import { svg } from "../lib/dom.js";

/** @import { DrawnNerve } from "../types/page.d.ts" */

/** A piece of a nerve as far as it is drawn. @typedef {Pick<DrawnNerve, "path" | "width">} Line */

/**
 * The lines of a nerve.
 * @param {readonly (Line & Partial<Pick<DrawnNerve, "under">>)[]} pieces
 * @param {ReadonlySet<string>} [shown] - what may lie over them, as the order of the view names it
 */
export function nerveLines(pieces, shown = new Set()) {
  /** @type {Line[]} */
  const seen = [];
  /** @type {Line[]} */
  const hidden = [];
  for (const piece of pieces)
    (piece.under?.some((each) => shown.has(each)) ? hidden : seen).push(piece);
  // All casings first, so that no casing crosses the core of another branch.
  /**
   * @param {readonly Line[]} list
   * @param {string} kind
   * @param {(width: number) => number} wide
   */
  const lines = (list, kind, wide) =>
    list.map(({ path, width }) =>
      svg("path", {
        class: kind,
        d: path,
        "stroke-width": wide(Math.max(width, NERVE_LEAST_MM)),
      }),
    );
  return svg(
    "g",
    { class: "nerve" },
    ...lines(joined(hidden), "nerve-hidden", (width) => width * NERVE_HIDDEN_SHARE),
    ...lines(seen, "nerve-casing", (width) => width + NERVE_CASING_MM),
    ...lines(seen, "nerve-core", (width) => width),
  );
}

/**
 * Pieces that go on from each other as one line: dashes are too long for short pieces.
 * @param {readonly Line[]} pieces
 */
export function joined(pieces) {
  /** @type {Line[]} */
  const lines = [];
  for (const { path, width } of pieces) {
    const [, start, course] = path.match(/^M([^A-Z]+)(.*)$/s) ?? [];
    const last = lines.at(-1);
    if (last && course && start === endOf(last.path))
      lines[lines.length - 1] = { path: last.path + course, width: last.width };
    else lines.push({ path, width });
  }
  return lines;
}

/**
 * The last place of a path, as it is written.
 * @param {string} path
 */
function endOf(path) {
  return path.match(/[^\sA-Z]+$/)?.[0];
}
