// What the parts of a page say to each other in the browser, without asking the server.
//
// What the map shows is {id, points}: one or more {trigger_point, side}. The chosen one stays; a
// previewed one (pointer or keyboard focus rests on it) is shown instead for as long as it lasts.
// A preview outlasts its end a little, so that moving on to the next card does not blink.
const LINGER_MS = 120;

const shared = {
  events: new EventTarget(),
  chosen: null,
  previewed: null,
  ending: 0,
  files: new Map(),
};

/** True when both name the same points, or both are null. */
export function same(one, other) {
  return one?.id === other?.id;
}

export function chosen() {
  return shared.chosen;
}

/** What the map shows now, or null. */
export function displayed() {
  return shared.previewed ?? shared.chosen;
}

export function choose(selection) {
  if (same(selection, shared.chosen)) return;
  shared.chosen = selection;
  dispatch("chosen");
  dispatch("displayed");
}

/** Show something until `endPreview`, whatever is chosen. */
export function preview(selection) {
  clearTimeout(shared.ending);
  if (same(selection, shared.previewed)) return;
  shared.previewed = selection;
  dispatch("displayed");
}

export function endPreview() {
  clearTimeout(shared.ending);
  shared.ending = setTimeout(() => preview(null), LINGER_MS);
}

/** Preview while the mouse or the keyboard focus rests on an area; not for a finger that scrolls past. */
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

/** Ask the other component to come into sight: "map" or "results". */
export function goTo(place) {
  dispatch(`go-to-${place}`);
}

function dispatch(name) {
  shared.events.dispatchEvent(new Event(name));
}

/** Call `listener` at each `name` until `signal` aborts. */
export function on(name, listener, signal) {
  shared.events.addEventListener(name, listener, { signal });
}

/** A file of the atlas. Fetched once a page, whoever asks first; a failure is not kept. */
export function fetchOnce(address) {
  const url = new URL(address, document.baseURI).href;
  if (!shared.files.has(url)) {
    const request = fetch(url).then((answer) => {
      if (!answer.ok) throw new Error(`${address}: ${answer.status}`);
      return answer.json();
    });
    request.catch(() => shared.files.delete(url));
    shared.files.set(url, request);
  }
  return shared.files.get(url);
}
