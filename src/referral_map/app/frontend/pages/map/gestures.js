// What is one gesture of a slider: one drag, or one visit by keyboard. Its changes are one step to undo.

let last = 0;

/**
 * A name that no other gesture has, in whatever window.
 * @returns {string}
 */
function newGesture() {
  last += 1;
  return `${Math.random().toString(36).slice(2)}-${last}`;
}

/**
 * Follow the gestures on a slider; what is returned tells the present one.
 * @param {EventTarget} input
 */
export function oneGestureOf(input) {
  let gesture = newGesture();
  let isDrag = false;
  /** @param {boolean} drag */
  const begin = (drag) => {
    gesture = newGesture();
    isDrag = drag;
  };
  input.addEventListener("pointerdown", () => begin(true));
  // A new one begins with each visit; what begins a drag brings the focus, before or after the first change.
  input.addEventListener("blur", () => begin(false));
  // Keys after a drag are a gesture of their own.
  input.addEventListener("keydown", () => {
    if (isDrag) begin(false);
  });
  return () => gesture;
}
