// How far each page is scrolled, for when one comes back to it. A page is built part by part, so it is
// scrolled there once it is high enough.
import { keepState, stateOf } from "../document/page_state.js";
import * as store from "../document/store.js";

/** What Streamlit scrolls. */
const SCROLLED = '[data-testid="stMain"]';
// After this time, or as soon as the person scrolls, the page stays where it is.
const PATIENCE_MS = 10_000;

const own = {
  page: "",
  path: "",
  /**
   * Where the page is to be scrolled to while it is built; null when it is there.
   * @type {number | null}
   */
  wanted: null,
  isResting: false,
  patience: 0,
};

/** @param {string} page */
const nameOf = (page) => `scroll.${page}`;

function scrolled() {
  return document.querySelector(SCROLLED);
}

/** Keep where the page is, while it is what the person looks at. */
function keep() {
  const main = scrolled();
  if (!main || own.isResting || own.wanted !== null || !own.page) return;
  const name = nameOf(own.page);
  const top = Math.round(main.scrollTop);
  if (stateOf(name, 0) !== top) keepState(name, top);
}

/** Scroll to where the page was, as far as it is high enough already. */
function goOn() {
  const main = scrolled();
  if (own.wanted === null || !main) return;
  main.scrollTop = own.wanted;
  if (Math.abs(main.scrollTop - own.wanted) < 2) stay();
}

function stay() {
  clearTimeout(own.patience);
  own.wanted = null;
  own.isResting = false;
}

/** Whether the page that is opened is scrolled to where it was. */
export function isScrollKept() {
  return own.wanted !== null;
}

/** Leave the page that is opened at its own place. */
export function forgetScroll() {
  stay();
}

/** Another page will be opened: what this one does until then is no scrolling of the person. */
export function leave() {
  keep();
  rest();
}

/** Take no notice of scrolling until the person does something. */
function rest() {
  own.isResting = true;
}

/**
 * A page is opened.
 * @param {string} page
 */
function open(page) {
  if (page === own.page) return;
  stay();
  Object.assign(own, { page, path: location.pathname });
  const wanted = stateOf(nameOf(page), 0);
  if (!wanted) return;
  own.wanted = wanted;
  own.patience = setTimeout(stay, PATIENCE_MS);
  goOn();
}

/**
 * Follow the pages and their scrolling until `signal` aborts; what is returned tells which page is open.
 * @param {Element} content - of the page: it grows while it is built
 * @param {AbortSignal} signal
 */
export function keepScroll(content, signal) {
  own.page = "";
  const grown = new ResizeObserver(goOn);
  grown.observe(content);
  signal.addEventListener("abort", () => grown.disconnect());
  const options = { signal, passive: true, capture: true };
  addEventListener("scroll", keep, options);
  for (const name of ["wheel", "touchmove", "pointerdown", "keydown"])
    addEventListener(name, stay, options);
  // With another document the page gets higher or lower, which scrolls it.
  store.on("replaced", rest, signal);
  const backTo = () => location.pathname !== own.path && leave();
  addEventListener("popstate", backTo, options);
  return open;
}
