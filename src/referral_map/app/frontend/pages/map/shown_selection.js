// The selection on the map: in every view that is built, and described in the legend.
import * as selections from "../../document/selection.js";
import { bestView, drawParts, partsIn } from "../../body/referral_pattern.js";
import { SWATCHES } from "../../body/legend.js";
import { loadView } from "../../body/views.js";
import { boundsOf, pathCentre } from "../../lib/svg_paths.js";
import { entriesOf } from "../../lib/tables.js";

/**
 * @import { Box, PartKind, ViewParts } from "../../types/page.d.ts"
 * @import { BodyMap, MapView } from "./body_map.js"
 */

export class ShownSelection {
  /**
   * @param {Pick<BodyMap, "drawings" | "root" | "each" | "turnTo">} map
   * @param {ReturnType<typeof import("../../body/legend.js").buildLegend>} legend
   */
  constructor(map, legend) {
    this.map = map;
    this.legend = legend;
    /**
     * Kinds that some view shows.
     * @type {Set<PartKind>}
     */
    this.kinds = new Set();
  }

  /** Show what is displayed now in every view. */
  show() {
    this.kinds = new Set();
    this.map.each((view) => this.draw(view));
    this.describe();
  }

  /**
   * Show it in a view that is new.
   * @param {MapView} view
   */
  showIn(view) {
    this.draw(view);
    this.describe();
  }

  describe() {
    const selection = selections.displayed();
    this.map.root.classList.toggle("has-pattern", selection !== null);
    this.legend.update(selection, this.kinds, selections.chosen() !== null);
  }

  /** @param {MapView} view */
  draw({ drawing, window, id, under, over }) {
    const selection = selections.displayed();
    const all = selection && partsIn(drawing, this.map.drawings, selection);
    // Where nothing of it is seen, neither nerve nor bones tell anything.
    const parts = all && isSeen(all, window) ? all : null;
    const shapes = parts ? drawParts(parts, id) : { under: [], over: [] };
    under.replaceChildren(...shapes.under);
    over.replaceChildren(...shapes.over);
    if (parts)
      for (const [kind] of entriesOf(SWATCHES)) if (parts[kind].length) this.kinds.add(kind);
  }

  /** Turn to the view, and to the part of the body, that shows most of what is chosen. */
  async bringForward() {
    const selection = selections.chosen();
    if (!selection) return;
    const name = bestView(this.map.drawings, selection);
    const view = await loadView(this.map.drawings, name).catch(() => null);
    if (!selections.same(selection, selections.chosen())) return;
    this.map.turnTo(name, view && middleOf(partsIn(view, this.map.drawings, selection)));
  }
}

/**
 * Whether anything of a selection is in a window.
 * @param {ViewParts} parts
 * @param {Box} window
 */
function isSeen({ essential, spillover, muscle, marks }, [u, v, width, height]) {
  return [
    ...[...essential, ...spillover, ...muscle].map((path) => boundsOf([path])),
    boundsOf([], marks),
  ].some(
    (bounds) =>
      bounds !== null &&
      bounds[0] < u + width &&
      bounds[2] > u &&
      bounds[1] < v + height &&
      bounds[3] > v,
  );
}

/**
 * Where most of a selection is felt, or its point.
 * @param {ViewParts} parts
 */
function middleOf({ essential, spillover, marks }) {
  return pathCentre(essential.join("")) ?? pathCentre(spillover.join("")) ?? marks[0] ?? null;
}
