// The selection that all parts of a page share: which trigger points the map displays.
//
// A selection is {id, points}: one or more {trigger_point, side}. The chosen one stays; a previewed
// one (pointer or keyboard focus rests on it) is displayed instead while it lasts. A preview ends a
// little late, so that moving to the next card does not blink.

import { keepState, stateOf } from "./page_state.js";

/** @import { GoTo, Selection, SelectionEvent } from "../types/page.d.ts" */

const LINGER_MS = 120;
const CHOSEN = "selection";

const shared = {
  /** The region that is asked about, "" for none. */
  asked: "",
  events: new EventTarget(),
  /** @type {Selection | null} */
  previewed: null,
  ending: 0,
};

/**
 * True when both name the same points, or both are null.
 * @param {Selection | null} one
 * @param {Selection | null} other
 */
export function same(one, other) {
  return one?.id === other?.id;
}

/** The selection that stays, or null. It is forgotten with the person, and kept till then. */
export function chosen() {
  return stateOf(CHOSEN, /** @type {Selection | null} */ (null));
}

/**
 * Forget a selection of points that this version of the map does not have.
 * @param {Readonly<Record<string, unknown>>} known - the trigger points there are
 */
export function keepOnlyKnown(known) {
  const { points = [] } = chosen() ?? {};
  if (!points.every(({ trigger_point: point }) => Object.hasOwn(known, point))) choose(null);
}

/** The selection the map displays now, or null. */
export function displayed() {
  return shared.previewed ?? chosen();
}

/**
 * Choose a selection, or none.
 * @param {Selection | null} selection
 */
export function choose(selection) {
  if (same(selection, chosen())) return;
  keepState(CHOSEN, selection);
  dispatch("chosen");
  dispatch("displayed");
}

/**
 * Display a selection until `endPreview`, whatever is chosen.
 * @param {Selection | null} selection
 */
export function preview(selection) {
  clearTimeout(shared.ending);
  if (same(selection, shared.previewed)) return;
  shared.previewed = selection;
  dispatch("displayed");
}

/** Display what is chosen again, a little later. */
export function endPreview() {
  clearTimeout(shared.ending);
  shared.ending = setTimeout(() => preview(null), LINGER_MS);
}

/**
 * Preview while the mouse or the keyboard focus rests on an area; not for a finger that scrolls past.
 * @param {HTMLElement} area
 * @param {HTMLElement} focusable
 * @param {Selection} selection
 */
export function previewOn(area, focusable, selection) {
  area.addEventListener("pointerenter", ({ pointerType }) => {
    if (pointerType === "mouse") preview(selection);
  });
  area.addEventListener("pointerleave", endPreview);
  focusable.addEventListener("focus", () => {
    if (focusable.matches(":focus-visible")) preview(selection);
  });
  focusable.addEventListener("blur", endPreview);
}

/** The region that is asked about; "" for none. */
export function asked() {
  return shared.asked;
}

/**
 * Show a region on the map as the one that is asked about.
 * @param {string} region - "" for none
 */
export function askAbout(region) {
  if (region === shared.asked) return;
  shared.asked = region;
  dispatch("asked");
}

/**
 * Ask another part of the page to scroll into view.
 * @param {GoTo} place
 */
export function goTo(place) {
  dispatch(`go-to-${place}`);
}

/** @param {SelectionEvent} name */
function dispatch(name) {
  shared.events.dispatchEvent(new Event(name));
}

/**
 * Call `listener` at each event of a name until `signal` aborts.
 * @param {SelectionEvent} name
 * @param {() => void} listener
 * @param {AbortSignal} signal
 */
export function on(name, listener, signal) {
  shared.events.addEventListener(name, listener, { signal });
}
