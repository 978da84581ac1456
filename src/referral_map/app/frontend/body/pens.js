// A pen beside a resting hand: while a pen is down, and just after, what touches the screen is the palm.

const PALM_RESTS_MS = 500;
// A pen on the screen tells of itself all the time: one that is silent for so long has been lost.
const PEN_LOST_MS = 10_000;

const shared = {
  /** Whether this page listens for pens already. */
  listens: false,
  /**
   * When each pen that is down told of itself last, by its pointer.
   * @type {Map<number, number>}
   */
  down: new Map(),
  /** When a pen came down last, and when one was lifted. */
  came: -Infinity,
  lifted: -Infinity,
};

/** @param {PointerEvent} event */
function note({ pointerId, pointerType, type, buttons, timeStamp }) {
  if (pointerType !== "pen") return;
  if (type === "pointerdown") {
    shared.down.set(pointerId, timeStamp);
    shared.came = timeStamp;
  } else if (shared.down.has(pointerId)) {
    if (type === "pointermove" && buttons) shared.down.set(pointerId, timeStamp);
    else if (shared.down.delete(pointerId)) shared.lifted = timeStamp;
  }
}

/** Listen for pens, before any picture hears of them; once, however often it is called. */
export function watchPens() {
  if (shared.listens) return;
  shared.listens = true;
  const names = /** @type {const} */ (["pointerdown", "pointermove", "pointerup", "pointercancel"]);
  for (const name of names) globalThis.addEventListener?.(name, note, { capture: true });
}

/**
 * Whether a pointer belongs to the hand that holds a pen: it came before the pen, with it, or just after.
 * @param {PointerEvent} event
 * @param {number} [since] - when the pointer came down
 */
export function isPalm({ pointerType, timeStamp }, since = timeStamp) {
  if (pointerType !== "touch") return false;
  for (const last of shared.down.values()) if (timeStamp - last < PEN_LOST_MS) return true;
  return shared.came > since || since - shared.lifted < PALM_RESTS_MS;
}
