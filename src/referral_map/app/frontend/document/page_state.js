// How a page looked when it was left: what was opened, scrolled and chosen. It is kept for the tab, so that
// going to another page and back, or loading again, loses nothing; and forgotten with the person.

const KEY = "referral_map.pages";

/** @type {Map<string, unknown>} */
const kept = new Map();
/**
 * What is too large, or of no use, after the page is loaded again.
 * @type {Map<string, unknown>}
 */
const held = new Map();
let isRead = false;

function read() {
  if (isRead) return;
  isRead = true;
  try {
    for (const [name, value] of Object.entries(JSON.parse(sessionStorage.getItem(KEY) ?? "{}")))
      if (!kept.has(name)) kept.set(name, value);
  } catch {
    /* forbidden or damaged: the pages begin anew */
  }
}

/**
 * Keep what a page needs to look again as it did; plain data.
 * @param {string} name - of the page, and of what is kept
 * @param {unknown} value
 */
export function keepState(name, value) {
  read();
  kept.set(name, value);
  try {
    sessionStorage.setItem(KEY, JSON.stringify(Object.fromEntries(kept)));
  } catch {
    /* kept while the page is open */
  }
}

/**
 * What was kept by a name; `otherwise` for nothing, or for something of another kind.
 * @template Value
 * @param {string} name
 * @param {Value} otherwise
 * @returns {Value}
 */
export function stateOf(name, otherwise) {
  read();
  const value = kept.get(name);
  const isAlike =
    typeof value === typeof otherwise && Array.isArray(value) === Array.isArray(otherwise);
  return isAlike && value !== null ? /** @type {Value} */ (value) : otherwise;
}

/**
 * Hold something while the page is open, such as files.
 * @param {string} name
 * @param {unknown} value
 */
export function hold(name, value) {
  held.set(name, value);
}

/**
 * What is held by a name, or `otherwise`.
 * @template Value
 * @param {string} name
 * @param {Value} otherwise
 * @returns {Value}
 */
export function heldBy(name, otherwise) {
  return held.has(name) ? /** @type {Value} */ (held.get(name)) : otherwise;
}

/** All that is kept and held, by its name. */
export function everything() {
  read();
  return Object.fromEntries([...kept, ...held]);
}

/** Forget how all pages looked: with another document everything is closed again. */
export function forgetPages() {
  kept.clear();
  held.clear();
  isRead = true;
  try {
    sessionStorage.removeItem(KEY);
  } catch {
    /* forbidden: nothing was kept */
  }
}
