// Painting with the brush and the eraser on one view: the stroke is drawn as it is made, and becomes a
// mark when the pointer is lifted. A tap paints a dot, so nothing needs a drag.
import { line } from "../../body/mark_shapes.js";
import { MOST_PLACES } from "../../lib/constants.js";
import { toPicture } from "../../lib/svg_paths.js";

/**
 * @import { Place, Stroke, Tool } from "../../types/page.d.ts"
 * @import { ViewName } from "../../types/wire.d.ts"
 * @import { Skin } from "../../body/skin.js"
 */

/**
 * What is told of a stroke: while it is painted, null when it ends, and what it marked.
 * @typedef {{area: (extra: Stroke | null) => void, done: (mark: Stroke) => void}} Report
 */

const STEP_MM = 3;

export class Painting {
  /**
   * @param {ViewName} view
   * @param {{svg: SVGSVGElement, strokeLayer: SVGElement}} parts
   * @param {Skin} skin
   * @param {Tool} tool - read when a stroke begins
   * @param {Report} report
   */
  constructor(view, { svg, strokeLayer }, skin, tool, report) {
    this.view = view;
    this.svg = svg;
    this.layer = strokeLayer;
    this.skin = skin;
    this.tool = tool;
    this.report = report;
    /** @type {Stroke | null} */
    this.mark = null;
    /** @type {number | null} */
    this.pointer = null;
    this.stop = new AbortController();
    const { signal } = this.stop;
    svg.addEventListener("pointerdown", (event) => this.begin(event), { signal });
    svg.addEventListener("pointermove", (event) => this.go(event), { signal });
    svg.addEventListener("pointerup", (event) => this.end(event), { signal });
    svg.addEventListener("pointercancel", (event) => this.drop(event), { signal });
  }

  /** @param {PointerEvent} event */
  begin(event) {
    if (this.tool.kind === "region" || event.button !== 0) return;
    // A second finger means zooming: the first one did not begin a stroke.
    if (this.mark) return this.drop({ pointerId: this.pointer });
    if (!event.isPrimary) return;
    event.preventDefault();
    this.svg.setPointerCapture(event.pointerId);
    this.pointer = event.pointerId;
    this.mark = this.strokeFrom(this.at(event));
    this.draw(this.mark);
  }

  /**
   * A stroke that begins at a place.
   * @param {Place} place
   * @returns {Stroke}
   */
  strokeFrom(place) {
    const { kind, size_cm: size, intensity, quality } = this.tool;
    const { view } = this;
    return kind === "brush"
      ? { kind, view, path: [place], size_cm: size, intensity, quality }
      : { kind: "eraser", view, path: [place], size_cm: size };
  }

  /**
   * Picture mm, rounded.
   * @param {PointerEvent} event
   * @returns {Place}
   */
  at(event) {
    const [u, v] = toPicture(this.svg, event);
    return [Math.round(u * 10) / 10, Math.round(v * 10) / 10];
  }

  /** @param {PointerEvent} event */
  go(event) {
    const { mark } = this;
    if (!mark || event.pointerId !== this.pointer) return;
    // Some browsers return an empty list.
    const steps = event.getCoalescedEvents?.() ?? [];
    for (const each of steps.length ? steps : [event]) this.extend(mark, this.at(each));
    this.draw(mark);
  }

  /**
   * Go on to a place, where that is a step from the last one.
   * @param {Stroke} mark
   * @param {Place} at
   */
  extend(mark, at) {
    const last = mark.path.at(-1) ?? at;
    const step = Math.hypot(at[0] - last[0], at[1] - last[1]);
    if (step < STEP_MM || mark.path.length >= MOST_PLACES) return;
    this.skin.grow(mark, [last, at]);
    mark.path.push(at);
  }

  /** @param {Stroke} mark */
  draw(mark) {
    this.layer.replaceChildren(line(mark, mark.kind === "brush" ? "stroke-now" : "eraser-now"));
    this.report.area(mark);
  }

  /** @param {PointerEvent} event */
  end(event) {
    const { mark } = this;
    if (!mark || event.pointerId !== this.pointer) return;
    this.drop(event);
    // A stroke beside the body marks nothing.
    if (this.skin.reached(mark).length) this.report.done(mark);
  }

  /** @param {{pointerId: number | null}} pointer */
  drop({ pointerId }) {
    if (pointerId !== this.pointer) return;
    this.mark = null;
    this.pointer = null;
    this.layer.replaceChildren();
    this.report.area(null);
  }

  remove() {
    this.stop.abort();
  }
}
