// Zooming and moving one picture: buttons, the wheel, two fingers, or a drag when zoomed in.
import { toPicture } from "../lib/svg_paths.js";
import { isPalm, watchPens } from "./pens.js";

/** @import { Box, Place } from "../types/page.d.ts" */

/**
 * A finger, or the mouse, that is down: where it came down and where it was last, px of the screen.
 * @typedef {{ start: Place, last: Place, at: number }} Finger
 */

const MOST = 6;
const DRAG_PX = 6;

/**
 * The part of a picture after zooming about a place, which stays where it is unless an edge is met.
 * @param {Box} whole - the whole picture
 * @param {Box} box - the part that is shown now
 * @param {number} factor
 * @param {Place} place - picture mm
 * @returns {Box} from the whole picture to MOST times as large, inside it
 */
export function zoomedBox(whole, box, factor, [u, v]) {
  const now = whole[2] / box[2];
  const target = clamp(now * factor, 1, MOST);
  const ratio = now / target;
  return insideOf(whole, [
    u - (u - box[0]) * ratio,
    v - (v - box[1]) * ratio,
    whole[2] / target,
    whole[3] / target,
  ]);
}

/**
 * A part of the picture, moved as little as puts it inside the whole.
 * @param {Box} whole
 * @param {Box} box - not larger than the whole
 * @returns {Box}
 */
export function insideOf([u0, v0, w0, h0], [u, v, width, height]) {
  return [clamp(u, u0, u0 + w0 - width), clamp(v, v0, v0 + h0 - height), width, height];
}

export class Zoom {
  /**
   * @param {SVGSVGElement} svg
   * @param {Box} window - the whole picture
   * @param {() => boolean} painting - whether one finger or the mouse paints now
   * @param {(box: Box) => void} [changed] - told of the part that is shown when that is another
   */
  constructor(svg, window, painting, changed) {
    this.svg = svg;
    this.window = window;
    this.painting = painting;
    this.changed = changed;
    /** @type {Box} */
    this.box = [...window];
    /**
     * By the id of its pointer.
     * @type {Map<number, Finger>}
     */
    this.fingers = new Map();
    /** What those are: two of them zoom only where they are fingers. */
    this.type = "";
    this.dragged = false;
    watchPens();
    this.stop = new AbortController();
    const { signal } = this.stop;
    svg.addEventListener("wheel", (event) => this.onWheel(event), { signal, passive: false });
    svg.addEventListener("pointerdown", (event) => this.onDown(event), { signal });
    svg.addEventListener("pointermove", (event) => this.onMove(event), { signal });
    const ends = /** @type {const} */ (["pointerup", "pointercancel", "pointerleave"]);
    for (const type of ends) {
      svg.addEventListener(type, (event) => this.fingers.delete(event.pointerId), { signal });
    }
    // The whole picture is printed, not the part that is looked at.
    const paper = matchMedia("print");
    paper.addEventListener("change", () => this.show(paper.matches ? window : this.box), {
      signal,
    });
  }

  /** How much larger than the whole picture everything is: from 1 on. */
  get factor() {
    return this.window[2] / this.box[2];
  }

  /**
   * Zoom by a factor about a place in picture mm, or about the middle.
   * @param {number} factor
   * @param {Place} [place]
   */
  by(factor, place = [this.box[0] + this.box[2] / 2, this.box[1] + this.box[3] / 2]) {
    this.set(zoomedBox(this.window, this.box, factor, place));
  }

  /** Show the whole picture. */
  whole() {
    this.set([...this.window]);
  }

  /**
   * Move by picture mm.
   * @param {number} du
   * @param {number} dv
   */
  move(du, dv) {
    this.set([this.box[0] + du, this.box[1] + dv, this.box[2], this.box[3]]);
  }

  /**
   * Show a part of the picture, as far as it is inside.
   * @param {Box} box
   */
  set(box) {
    this.box = insideOf(this.window, box);
    this.show(this.box);
    this.svg.classList.toggle("zoomed", this.factor > 1.01);
    this.changed?.(this.box);
  }

  /**
   * Show a part again that was kept, if it is one of this picture.
   * @param {unknown} box
   */
  restore(box) {
    if (!Array.isArray(box) || box.length !== 4 || !box.every(Number.isFinite)) return;
    const [, , width, height] = this.window;
    const factor = width / box[2];
    if (!(factor >= 1 && factor <= MOST)) return;
    this.set([box[0], box[1], width / factor, height / factor]);
  }

  /** @param {Box} box */
  show(box) {
    this.svg.setAttribute("viewBox", box.join(" "));
  }

  /**
   * A plain wheel scrolls the page until the picture is zoomed in; with Ctrl it always zooms.
   * @param {WheelEvent} event
   */
  onWheel(event) {
    if (!event.ctrlKey && !event.metaKey && this.factor <= 1.01) return;
    event.preventDefault();
    this.by(Math.exp(-event.deltaY / 400), toPicture(this.svg, event));
  }

  /** @param {PointerEvent} event */
  onDown(event) {
    const { pointerType: type } = event;
    if (isPalm(event)) return;
    if (this.fingers.size && type !== this.type) {
      // A finger does not join the mouse, which takes over from fingers that rest.
      if (type === "touch") return;
      this.fingers.clear();
    }
    if (this.fingers.size === 0) this.dragged = false;
    this.type = type;
    /** @type {Place} */
    const place = [event.clientX, event.clientY];
    this.fingers.set(event.pointerId, { start: place, last: place, at: event.timeStamp });
  }

  /**
   * Take no more notice of a finger until it comes down again.
   * @param {number} id - of its pointer
   */
  forget(id) {
    this.fingers.delete(id);
  }

  /** @param {PointerEvent} event */
  onMove(event) {
    const finger = this.fingers.get(event.pointerId);
    if (!finger) return;
    if (isPalm(event, finger.at)) return this.forget(event.pointerId);
    /** @type {Place} */
    const now = [event.clientX, event.clientY];
    const { start } = finger;
    const isFar = Math.hypot(now[0] - start[0], now[1] - start[1]) >= DRAG_PX;
    // A finger that rests rolls a little: that is no zooming yet, and it may still be a tap.
    if (!this.dragged && !isFar) return;
    if (this.fingers.size === 2) this.pinch(event.pointerId, finger.last, now);
    else if (this.factor > 1.01 && !this.painting()) this.drag(finger.last, now);
    finger.last = now;
  }

  /**
   * @param {number} id - of the finger that moved
   * @param {Place} last
   * @param {Place} now
   */
  pinch(id, last, now) {
    const other = [...this.fingers].find(([each]) => each !== id)?.[1].last;
    if (!other) return;
    const before = Math.hypot(last[0] - other[0], last[1] - other[1]);
    const after = Math.hypot(now[0] - other[0], now[1] - other[1]);
    const middle = { clientX: (now[0] + other[0]) / 2, clientY: (now[1] + other[1]) / 2 };
    this.dragged = true;
    if (before > 0) this.by(after / before, toPicture(this.svg, middle));
    this.slide((now[0] - last[0]) / 2, (now[1] - last[1]) / 2);
  }

  /**
   * @param {Place} last
   * @param {Place} now
   */
  drag(last, now) {
    this.dragged = true;
    this.slide(now[0] - last[0], now[1] - last[1]);
  }

  /**
   * Move by pixels of the screen.
   * @param {number} x
   * @param {number} y
   */
  slide(x, y) {
    const scale = this.svg.getScreenCTM()?.a;
    if (scale) this.move(-x / scale, -y / scale);
  }

  remove() {
    this.stop.abort();
  }
}

/**
 * @param {number} value
 * @param {number} low
 * @param {number} high
 */
function clamp(value, low, high) {
  return Math.min(Math.max(value, low), high);
}
