// Helpers that create and update elements. Text is set as text; only `richText` interprets tags.

/** @import { Attributes, Child } from "../types/page.d.ts" */

const SVG = "http://www.w3.org/2000/svg";

/**
 * @template {Element} Filled
 * @param {Filled} element
 * @param {Attributes} attributes
 * @param {readonly Child[]} children
 * @returns {Filled}
 */
function fill(element, attributes, children) {
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== null && value !== undefined && value !== false)
      element.setAttribute(name, String(value));
  }
  element.append(...children.filter((child) => child !== null && child !== undefined));
  return element;
}

/**
 * An HTML element.
 * @template {keyof HTMLElementTagNameMap} Tag
 * @param {Tag} tag
 * @param {Attributes} [attributes]
 * @param {...Child} children
 * @returns {HTMLElementTagNameMap[Tag]}
 */
export function html(tag, attributes = {}, ...children) {
  return fill(document.createElement(tag), attributes, children);
}

/**
 * An SVG element.
 * @template {keyof SVGElementTagNameMap} Tag
 * @param {Tag} tag
 * @param {Attributes} [attributes]
 * @param {...Child} children
 * @returns {SVGElementTagNameMap[Tag]}
 */
export function svg(tag, attributes = {}, ...children) {
  return fill(document.createElementNS(SVG, tag), attributes, children);
}

/**
 * A button.
 * @param {Attributes} attributes
 * @param {Child} label
 * @param {(event: MouseEvent) => void} onClick
 */
export function button(attributes, label, onClick) {
  const element = html("button", { type: "button", ...attributes }, label);
  element.addEventListener("click", onClick);
  return element;
}

/**
 * A shape made of outlines, null without one; holes are outlines inside outlines.
 * @param {string | null | undefined} path
 * @param {Attributes} [attributes]
 */
export function shape(path, attributes = {}) {
  return path ? svg("path", { d: path, "fill-rule": "evenodd", ...attributes }) : null;
}

/**
 * Stop key events inside `element` from reaching the page around it: Streamlit listens on the
 * document for single letters. Tab, Escape and keys with Ctrl, Alt or Meta pass.
 * @param {HTMLElement} element
 */
export function keepKeys(element) {
  /** @param {KeyboardEvent} event */
  const keep = (event) => {
    const forThePage = event.ctrlKey || event.metaKey || event.altKey;
    if (!forThePage && event.key !== "Tab" && event.key !== "Escape") event.stopPropagation();
  };
  const names = /** @type {const} */ (["keydown", "keypress", "keyup"]);
  for (const name of names) element.addEventListener(name, keep);
}

/**
 * Scroll an element into view, smoothly unless the person prefers reduced motion.
 * @param {Element} element
 */
export function comeIntoSight(element) {
  const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
  element.scrollIntoView({ behavior: calm ? "auto" : "smooth", block: "start" });
}

/**
 * Make these the children of `parent`, in this order, moving only those that are out of place.
 * @param {Element} parent
 * @param {readonly Element[]} children
 */
export function arrange(parent, children) {
  const wanted = new Set(children);
  for (const child of [...parent.children]) if (!wanted.has(child)) child.remove();
  children.forEach((child, place) => {
    const present = parent.children[place] ?? null;
    if (present !== child) parent.insertBefore(child, present);
  });
}

/**
 * Set an attribute only if it changes: each change makes the browser recompute styles.
 * @param {Element} element
 * @param {string} name
 * @param {string} value
 */
export function setAttributeValue(element, name, value) {
  if (element.getAttribute(name) !== value) element.setAttribute(name, value);
}

/**
 * Set a text only if it changes: setting the same text causes a new layout.
 * @param {Element} element
 * @param {string} text
 */
export function setText(element, text) {
  if (element.textContent !== text) element.textContent = text;
}

/**
 * Set a property only if it changes: setting a field's value causes a new layout.
 * @template {Element} Changed
 * @template {keyof Changed} Property
 * @param {Changed} element
 * @param {Property} property
 * @param {Changed[Property]} value
 */
export function setProperty(element, property, value) {
  if (element[property] !== value) element[property] = value;
}

const MARKS = /** @type {const} */ (["p", "ul", "li", "strong", "em"]);

/**
 * One of our own texts with a few allowed tags, as nodes; every other tag is dropped.
 * @param {string} text
 */
export function richText(text) {
  return copied(new DOMParser().parseFromString(text, "text/html").body);
}

/**
 * @param {Node} node
 * @returns {(Node | string)[]}
 */
function copied(node) {
  if (node instanceof Text) return [node.data];
  const inside = [...node.childNodes].flatMap(copied);
  const tag = MARKS.find((each) => each.toUpperCase() === node.nodeName);
  return tag ? [html(tag, {}, ...inside)] : inside;
}
