// Taps on the shapes of a picture: what counts is what was under the finger when it came down.
//
// A browser sends `click` to what is under the finger when it is lifted. If anything on the page
// moved in the meantime, that is another shape, or none. So a tap is read from the pointer itself.

// A finger that rests rolls a little; one that goes farther scrolls or drags.
const MOST_MOVED_PX = 12;
// The click that belongs to a tap comes at once, or after the wait for a double tap.
const CLICK_FOLLOWS_MS = 1000;
// When the last tap ended, on whichever picture: what it did may bring another one under the finger.
let lastTapAt = -Infinity;

/**
 * Call `tapped` for each tap inside `box` that begins on an element of `wanted`; also for a click
 * that no pointer made, as screen readers send it.
 * @param {HTMLElement} box
 * @param {string} wanted - selector of what can be tapped
 * @param {(target: HTMLElement | SVGElement) => void} tapped
 */
export function onTap(box, wanted, tapped) {
  /** @type {{ pointer: number, target: HTMLElement | SVGElement, x: number, y: number } | null} */
  let down = null;
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

  box.addEventListener("pointerdown", (event) => {
    lastTapAt = -Infinity;
    const target = under(event);
    // A second finger means zooming, another button of the mouse a menu.
    down =
      event.isPrimary && event.button === 0 && target
        ? { pointer: event.pointerId, target, x: event.clientX, y: event.clientY }
        : null;
  });
  box.addEventListener("pointercancel", () => {
    down = null;
  });
  box.addEventListener("pointerup", (event) => {
    if (!down || event.pointerId !== down.pointer) return;
    const { target, x, y } = down;
    const isTap = Math.hypot(event.clientX - x, event.clientY - y) <= MOST_MOVED_PX;
    down = null;
    lastTapAt = event.timeStamp;
    if (isTap) tapped(target);
  });
  box.addEventListener("click", (event) => {
    const follows = event.timeStamp - lastTapAt < CLICK_FOLLOWS_MS;
    lastTapAt = -Infinity;
    const target = targetOf(event.target);
    if (!follows && target) tapped(target);
  });
}

/**
 * Whether a pointer can rest over something without touching it: a finger cannot.
 * @param {PointerEvent} event
 */
export function hovers({ pointerType }) {
  return pointerType !== "touch";
}
