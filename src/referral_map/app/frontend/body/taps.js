// Taps on the shapes of a picture: what counts is what was under the finger when it came down.
//
// A browser sends `click` to what is under the finger when it is lifted. If anything on the page
// moved in the meantime, that is another shape, or none. So a tap is read from the pointer itself.
import { isPalm, watchPens } from "./pens.js";

/**
 * A pointer that came down on something that can be tapped.
 * @typedef {{ target: HTMLElement | SVGElement, x: number, y: number, at: number }} Down
 */

// A finger that rests rolls a little; one that goes farther scrolls or drags.
const MOST_MOVED_PX = 12;
// The click that belongs to a tap comes at once, or after the wait for a double tap.
const CLICK_FOLLOWS_MS = 1000;
/**
 * When pointers were lifted from whichever picture, by their ids: what a tap did may bring another
 * picture under the finger before its click comes.
 * @type {Map<number, number>}
 */
const lifted = new Map();

/**
 * Whether a click belongs to a pointer that was lifted a moment ago.
 * @param {MouseEvent} event
 */
function followsPointer(event) {
  for (const [id, at] of lifted) if (event.timeStamp - at >= CLICK_FOLLOWS_MS) lifted.delete(id);
  const pointer = "pointerId" in event ? Number(event.pointerId) : -1;
  if (pointer >= 0) return lifted.delete(pointer);
  // Older browsers do not say which pointer clicked.
  const follows = lifted.size > 0;
  lifted.clear();
  return follows;
}

/**
 * Call `tapped` for each tap inside `box` that begins on an element of `wanted`; also for a click
 * that no pointer made, as screen readers send it. Of fingers that are down together, the one that is
 * lifted first taps: the others rest, or belong to a palm.
 * @param {HTMLElement} box
 * @param {string} wanted - selector of what can be tapped
 * @param {(target: HTMLElement | SVGElement) => void} tapped
 */
export function onTap(box, wanted, tapped) {
  /** @type {Map<number, Down>} */
  const down = new Map();
  /**
   * @param {unknown} element
   * @returns {HTMLElement | SVGElement | null}
   */
  const targetOf = (element) =>
    element instanceof Element && box.contains(element) ? element.closest(wanted) : null;
  /**
   * Exactly there: browsers let an event of a finger go to a likely target beside it.
   * @param {PointerEvent} event
   */
  const under = ({ clientX, clientY }) => {
    const root = box.getRootNode();
    return root instanceof Document || root instanceof ShadowRoot
      ? targetOf(root.elementFromPoint(clientX, clientY))
      : null;
  };

  watchPens();
  box.addEventListener("pointerdown", (event) => {
    lifted.delete(event.pointerId);
    down.delete(event.pointerId);
    const target = under(event);
    // Another button of the mouse means a menu, that of a pen its eraser.
    if (event.button !== 0 || !target) return;
    const { clientX: x, clientY: y, timeStamp: at } = event;
    down.set(event.pointerId, { target, x, y, at });
  });
  box.addEventListener("pointercancel", (event) => down.delete(event.pointerId));
  box.addEventListener("pointerup", (event) => {
    lifted.set(event.pointerId, event.timeStamp);
    const start = down.get(event.pointerId);
    down.delete(event.pointerId);
    if (!start || isPalm(event, start.at)) return;
    const moved = Math.hypot(event.clientX - start.x, event.clientY - start.y);
    if (moved > MOST_MOVED_PX) return;
    down.clear();
    tapped(start.target);
  });
  box.addEventListener("click", (event) => {
    const target = targetOf(event.target);
    if (!followsPointer(event) && target) tapped(target);
  });
}

/**
 * Whether a pointer can rest over something without touching it: a finger cannot.
 * @param {PointerEvent} event
 */
export function hovers({ pointerType }) {
  return pointerType !== "touch";
}
