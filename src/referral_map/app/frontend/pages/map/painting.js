// Painting with the brush and the eraser on one view: the stroke is drawn as it is made, and becomes a
// mark when the pointer is lifted. A tap paints a dot, so nothing needs a drag.
import { line } from "../../body/mark_shapes.js";
import { toPicture } from "../../lib/svg_paths.js";

const STEP_MM = 3;
// Far more than a stroke needs, and less than a saved document may have.
const MOST_POINTS = 1500;

export class Painting {
  /**
   * @param {string} view - its name
   * @param {{svg, strokeLayer}} parts
   * @param {Skin} skin
   * @param {{kind, size_cm, intensity, quality}} tool - read when a stroke begins
   * @param {{area(extra), done(mark)}} tell
   */
  constructor(view, { svg, strokeLayer }, skin, tool, report) {
    Object.assign(this, {
      view,
      svg,
      layer: strokeLayer,
      skin,
      tool,
      report,
      mark: null,
      pointer: null,
    });
    this.stop = new AbortController();
    const listen = (type, act) => svg.addEventListener(type, act, { signal: this.stop.signal });
    listen("pointerdown", (event) => this.begin(event));
    listen("pointermove", (event) => this.go(event));
    listen("pointerup", (event) => this.end(event));
    listen("pointercancel", (event) => this.drop(event));
  }

  begin(event) {
    if (this.tool.kind === "region" || event.button !== 0) return;
    // A second finger means zooming: the first one did not begin a stroke.
    if (this.mark) return this.drop({ pointerId: this.pointer });
    if (!event.isPrimary) return;
    event.preventDefault();
    this.svg.setPointerCapture(event.pointerId);
    this.pointer = event.pointerId;
    const { kind, size_cm: size, intensity, quality } = this.tool;
    this.mark = { kind, view: this.view, path: [this.at(event)], size_cm: size };
    if (kind === "brush") Object.assign(this.mark, { intensity, quality });
    this.draw();
  }

  at(event) {
    return toPicture(this.svg, event).map((value) => Math.round(value * 10) / 10);
  }

  go(event) {
    if (!this.mark || event.pointerId !== this.pointer) return;
    // Some browsers return an empty list.
    const steps = event.getCoalescedEvents?.() ?? [];
    for (const each of steps.length ? steps : [event]) {
      const at = this.at(each);
      const last = this.mark.path.at(-1);
      if (
        Math.hypot(at[0] - last[0], at[1] - last[1]) >= STEP_MM &&
        this.mark.path.length < MOST_POINTS
      ) {
        this.skin.grow(this.mark, [last, at]);
        this.mark.path.push(at);
      }
    }
    this.draw();
  }

  draw() {
    this.layer.replaceChildren(
      line(this.mark, this.mark.kind === "brush" ? "stroke-now" : "eraser-now"),
    );
    this.report.area(this.mark);
  }

  end(event) {
    if (!this.mark || event.pointerId !== this.pointer) return;
    const { mark } = this;
    this.drop(event);
    // A stroke beside the body marks nothing.
    if (this.skin.reached(mark).length) this.report.done(mark);
  }

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
