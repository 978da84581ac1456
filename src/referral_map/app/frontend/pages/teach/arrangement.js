// How the views of the stage stand beside each other, by their windows alone.
import { html } from "../../lib/dom.js";
import { framed, viewNames } from "./views.js";

/** @import { Box, DrawnBody } from "../../types/page.d.ts" */
/** @import { ViewName } from "../../types/wire.d.ts" */

// Views of a small part of the body stand over each other, and are drawn larger: those that are not
// this part of the highest one.
const SMALL = 0.4;
const ENLARGED = 1.7;

/**
 * The figures of all views, in order.
 * @param {DrawnBody} drawings
 * @param {(name: ViewName) => HTMLElement} figure
 */
export function arranged(drawings, figure) {
  const all = viewNames(drawings).map((name) => ({ name, window: framed(drawings, name).window }));
  const highest = Math.max(...all.map(({ window }) => window[3]));
  /** @type {HTMLElement[]} */
  const large = [];
  /** @type {HTMLElement[]} */
  const small = [];
  for (const { name, window } of all) {
    const isSmall = window[3] < SMALL * highest;
    const element = figure(name);
    element.style.setProperty("--wide", String(window[2] * (isSmall ? ENLARGED : 1)));
    (isSmall ? small : large).push(element);
  }
  return html(
    "div",
    { class: "stage-views" },
    ...large,
    html("div", { class: "small-views" }, ...small),
  );
}

/**
 * Tell the style sheet what fits in a row: the views that show the body's whole length.
 * @param {HTMLElement} element
 * @param {readonly Box[]} windows - of the views that are shown
 */
export function fitRow(element, windows) {
  const highest = Math.max(...windows.map(([, , , height]) => height));
  const row = windows.filter(([, , , height]) => height === highest);
  element.style.setProperty("--highest", String(highest));
  element.style.setProperty("--row", String(row.reduce((sum, [, , width]) => sum + width, 0)));
  element.style.setProperty("--gaps", String(row.length - 1));
}
