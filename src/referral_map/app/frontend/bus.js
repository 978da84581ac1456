// What the map and the list say to each other in the browser, without asking the server.
//
// Each component is served from its own address, so each gets its own copy of this module:
// the one channel between them hangs on globalThis.
//
// A candidate is {trigger_point, side, same_pattern}: the last are other points that the texts
// give the same pattern, so that they are shown with it. The chosen one stays; a previewed one (pointer or
// keyboard focus rests on it) is shown instead of it for as long as it lasts.
const KEY = Symbol.for("referral_map.bus");

// A preview outlasts its end a little, so that moving on to the next candidate does not blink.
const LINGER_MS = 120;

const shared = (globalThis[KEY] ??= {
  events: new EventTarget(),
  chosen: null,
  previewed: null,
  ending: 0,
  drawings: new Map(),
});

/** True when both name the same trigger point on the same side, or both are null. */
export function same(one, other) {
  return one?.trigger_point === other?.trigger_point && one?.side === other?.side;
}

export function chosen() {
  return shared.chosen;
}

/** The candidate the map shows now, or null. */
export function shown() {
  return shared.previewed ?? shared.chosen;
}

export function choose(candidate) {
  if (same(candidate, shared.chosen)) return;
  shared.chosen = candidate;
  announce("chosen");
  announce("shown");
}

/** Show a candidate until `endPreview`, whatever is chosen. */
export function preview(candidate) {
  clearTimeout(shared.ending);
  if (same(candidate, shared.previewed)) return;
  shared.previewed = candidate;
  announce("shown");
}

export function endPreview() {
  clearTimeout(shared.ending);
  shared.ending = setTimeout(() => preview(null), LINGER_MS);
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

/** The drawings of all views. Fetched once a page, whoever asks first; a failure is not kept. */
export function loadDrawings(address) {
  const url = new URL(address, document.baseURI).href;
  if (!shared.drawings.has(url)) {
    const request = fetch(url).then((answer) => {
      if (!answer.ok) throw new Error(`The drawings could not be read: ${answer.status}`);
      return answer.json();
    });
    request.catch(() => shared.drawings.delete(url));
    shared.drawings.set(url, request);
  }
  return shared.drawings.get(url);
}
