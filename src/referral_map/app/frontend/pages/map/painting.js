// Painting with the brush and the eraser on one view: the stroke is drawn as it is made, and becomes a
// mark when its pointer is lifted or lost, as far as it went. A tap paints a dab, so nothing needs a drag.
// One pointer paints: no other disturbs it, but for a second finger at once, which zooms with the first.
import { line } from "../../body/mark_shapes.js";
import { isPalm, watchPens } from "../../body/pens.js";
import { BEYOND_VIEW_MM, MOST_PLACES } from "../../lib/constants.js";
import { toPicture } from "../../lib/svg_paths.js";

/**
 * @import { Box, Place, Stroke, Tool } from "../../types/page.d.ts"
 * @import { ViewName } from "../../types/wire.d.ts"
 * @import { Skin } from "../../body/skin.js"
 * @import { Zoom } from "../../body/zoom.js"
 */

/**
 * What is told of a stroke: while it is painted, null when it ends, and what it marked.
 * @typedef {{area: (extra: Stroke | null) => void, done: (mark: Stroke) => void}} Report
 */

/**
 * A stroke while it is painted, the pointer that paints it, and when that came down.
 * @typedef {{mark: Stroke, pointer: number, type: string, at: number}} Painted
 */

const STEP_MM = 3;
// A second finger that comes so soon, before so much is painted, zooms with the first.
const PINCH_BEGINS_MS = 250;
const PINCH_BEGINS_MM = 8;
// As the Pointer Events standard numbers the end of a pen that erases.
const ERASER_BUTTON = 5;
const ERASER_BUTTONS = 32;

/**
 * Where a stroke is painted now, of all pictures.
 * @type {{ at: Painting | null }}
 */
const brush = { at: null };

/**
 * A stroke ends when its own pointer comes down again, which was lifted where nobody heard of it; and when a
 * pen does, for then it was the palm that painted.
 * @param {PointerEvent} event
 */
function giveWay(event) {
  const { at } = brush;
  if (at?.isOwn(event)) at.end();
  else if (event.pointerType === "pen" && at?.painted?.type === "touch") at.drop();
}

/** @param {PointerEvent} event */
function isEraserEnd({ pointerType, button, buttons }) {
  return pointerType === "pen" && (button === ERASER_BUTTON || (buttons & ERASER_BUTTONS) !== 0);
}

export class Painting {
  /**
   * @param {ViewName} view
   * @param {{svg: SVGSVGElement, strokeLayer: SVGElement, window: Box}} parts - window: the whole picture
   * @param {Skin} skin
   * @param {Tool} tool - read when a stroke begins
   * @param {Report} report
   * @param {Pick<Zoom, "fingers" | "forget">} zoom - of the same picture; hears of a pointer first
   */
  constructor(view, { svg, strokeLayer, window }, skin, tool, report, zoom) {
    this.view = view;
    this.svg = svg;
    this.layer = strokeLayer;
    this.window = window;
    this.skin = skin;
    this.tool = tool;
    this.report = report;
    this.zoom = zoom;
    /** @type {Painted | null} */
    this.painted = null;
    this.stop = new AbortController();
    watchPens();
    const { signal } = this.stop;
    svg.addEventListener("pointerdown", (event) => this.begin(event), { signal });
    svg.addEventListener("pointermove", (event) => this.go(event), { signal });
    // Lost, too: the browser takes a pointer away, or it is lifted where nobody hears of it.
    const ends = /** @type {const} */ (["pointerup", "pointercancel", "lostpointercapture"]);
    for (const type of ends)
      svg.addEventListener(type, (event) => this.isOwn(event) && this.end(event), { signal });
    globalThis.addEventListener?.("blur", () => this.end(), { signal });
  }

  /** @param {PointerEvent} event */
  isOwn({ pointerId }) {
    return pointerId === this.painted?.pointer;
  }

  /**
   * What a pointer that comes down paints; null for nothing.
   * @param {PointerEvent} event
   */
  kindOf(event) {
    if (isEraserEnd(event)) return "eraser";
    const { kind } = this.tool;
    return kind === "region" || event.button !== 0 ? null : kind;
  }

  /** @param {PointerEvent} event */
  begin(event) {
    giveWay(event);
    if (brush.at?.painted) return this.meet(event, brush.at, brush.at.painted);
    const kind = this.kindOf(event);
    if (!kind || isPalm(event) || this.isSecondFinger(event)) return;
    const place = this.at(event);
    if (!this.isNear(place)) return;
    event.preventDefault();
    this.capture(event.pointerId);
    const { pointerId: pointer, pointerType: type, timeStamp: at } = event;
    brush.at = this;
    this.painted = { mark: this.strokeFrom(place, kind), pointer, type, at };
    this.draw(this.painted.mark);
  }

  /**
   * Whether another finger is on the picture: two of them zoom.
   * @param {PointerEvent} event
   */
  isSecondFinger({ pointerType }) {
    return pointerType === "touch" && this.zoom.fingers.size > 1;
  }

  /**
   * Hear of the pointer wherever it goes.
   * @param {number} pointer
   */
  capture(pointer) {
    try {
      this.svg.setPointerCapture(pointer);
    } catch {
      /* it is up again, or a program made it: what it does over the picture is heard */
    }
  }

  /**
   * Another pointer comes down while one paints: a finger beside a finger zooms if it comes at once.
   * @param {PointerEvent} event
   * @param {Painting} other - where it paints
   * @param {Painted} painted
   */
  meet(event, other, { mark, type, at }) {
    const isSoon = event.timeStamp - at < PINCH_BEGINS_MS && lengthOf(mark) < PINCH_BEGINS_MM;
    const areFingers = type === "touch" && event.pointerType === "touch";
    if (other === this && areFingers && isSoon) this.drop();
    else this.zoom.forget(event.pointerId);
  }

  /**
   * A stroke that begins at a place.
   * @param {Place} place
   * @param {Stroke["kind"]} kind
   * @returns {Stroke}
   */
  strokeFrom(place, kind) {
    const { size_cm: size, intensity, quality } = this.tool;
    const { view } = this;
    const { body } = this.skin;
    return kind === "brush"
      ? { kind, body, view, path: [place], size_cm: size, intensity, quality }
      : { kind, body, view, path: [place], size_cm: size };
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
    const { painted } = this;
    if (!painted || !this.isOwn(event)) return;
    if (isPalm(event, painted.at)) return this.drop();
    // It was lifted outside the window.
    if (!event.buttons) return this.end();
    // Some browsers return an empty list.
    const steps = event.getCoalescedEvents?.() ?? [];
    for (const each of steps.length ? steps : [event]) this.extend(painted.mark, this.at(each));
    this.draw(painted.mark);
  }

  /**
   * Go on to a place, where that is a step from the last one.
   * @param {Stroke} mark
   * @param {Place} at
   */
  extend(mark, at) {
    const last = mark.path.at(-1) ?? at;
    const step = Math.hypot(at[0] - last[0], at[1] - last[1]);
    if (!(step >= STEP_MM) || mark.path.length >= MOST_PLACES || !this.isNear(at)) return;
    this.skin.grow(mark, [last, at]);
    mark.path.push(at);
  }

  /**
   * Whether a place may be in a document: a hand can slip off the picture, but not far.
   * @param {Place} place
   */
  isNear([u, v]) {
    const [u0, v0, width, height] = this.window;
    const [du, dv] = [Math.max(u0 - u, u - u0 - width), Math.max(v0 - v, v - v0 - height)];
    return Math.max(du, dv) <= BEYOND_VIEW_MM;
  }

  /** @param {Stroke} mark */
  draw(mark) {
    this.layer.replaceChildren(line(mark, mark.kind === "brush" ? "stroke-now" : "eraser-now"));
    this.report.area(mark);
  }

  /**
   * The stroke becomes a mark, as far as it went.
   * @param {PointerEvent} [event] - of its pointer
   */
  end(event) {
    const { painted } = this;
    this.drop();
    if (!painted || (event && isPalm(event, painted.at))) return;
    // A stroke beside the body marks nothing.
    if (this.skin.reached(painted.mark).length) this.report.done(painted.mark);
  }

  /** Give up what is painted now. */
  drop() {
    if (!this.painted) return;
    this.painted = null;
    brush.at = null;
    this.layer.replaceChildren();
    this.report.area(null);
  }

  remove() {
    this.stop.abort();
    this.drop();
  }
}

/**
 * How long a stroke is, mm.
 * @param {Stroke} stroke
 */
function lengthOf({ path }) {
  return path
    .slice(1)
    .reduce((sum, [u, v], i) => sum + Math.hypot(u - path[i][0], v - path[i][1]), 0);
}
