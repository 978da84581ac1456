// A fold of the page that is open again, or closed, when one comes back to its page.
import { keepState, stateOf } from "../document/page_state.js";

/**
 * Have a fold stand as it was left.
 * @param {HTMLDetailsElement} fold
 * @param {string} name - of the page, and of the fold on it
 * @returns {HTMLDetailsElement} the same
 */
export function keptFold(fold, name) {
  const usual = fold.open;
  fold.open = stateOf(name, usual);
  fold.addEventListener("toggle", () => {
    if (stateOf(name, usual) !== fold.open) keepState(name, fold.open);
  });
  return fold;
}
