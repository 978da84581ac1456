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
export function shown() {
  return shared.previewed ?? shared.chosen;
}

export function choose(thing) {
  if (same(thing, shared.chosen)) return;
  shared.chosen = thing;
  announce("chosen");
  announce("shown");
}

/** Show something until `endPreview`, whatever is chosen. */
export function preview(thing) {
  clearTimeout(shared.ending);
  if (same(thing, shared.previewed)) return;
  shared.previewed = thing;
  announce("shown");
}

export function endPreview() {
  clearTimeout(shared.ending);
  shared.ending = setTimeout(() => preview(null), LINGER_MS);
}

/** Preview while the mouse or the keyboard's focus rests; a finger that scrolls past must not. */
export function previewOn(area, focusable, thing) {
  area.addEventListener("pointerenter", ({ pointerType }) => {
    if (pointerType === "mouse") preview(thing);
  });
  area.addEventListener("pointerleave", endPreview);
  focusable.addEventListener("focus", () => {
    if (focusable.matches(":focus-visible")) preview(thing);
  });
  focusable.addEventListener("blur", endPreview);
}

/** Ask the other component to come into sight: "map" or "results". */
export function goTo(place) {
  announce(`go-to-${place}`);
}

function announce(name) {
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
