// Small helpers to make elements. Text is set as text; only `marked` reads marks in it.
const SVG = "http://www.w3.org/2000/svg";

function fill(element, attributes, children) {
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== null && value !== undefined && value !== false) element.setAttribute(name, value);
  }
  element.append(...children.filter((child) => child !== null && child !== undefined));
  return element;
}

export function html(tag, attributes = {}, ...children) {
  return fill(document.createElement(tag), attributes, children);
}

export function svg(tag, attributes = {}, ...children) {
  return fill(document.createElementNS(SVG, tag), attributes, children);
}

export function button(attributes, label, onClick) {
  const element = html("button", { type: "button", ...attributes }, label);
  element.addEventListener("click", onClick);
  return element;
}

/** A shape made of outlines; holes are outlines inside outlines. */
export function shape(path, attributes = {}) {
  return path ? svg("path", { d: path, "fill-rule": "evenodd", ...attributes }) : null;
}

/**
 * Keep the keys pressed inside `element` from the page round it: Streamlit listens on the
 * document for single letters. Keys with Ctrl, Alt or Meta, Tab and Escape go on their way.
 */
export function keepKeys(element) {
  const keep = (event) => {
    const forThePage = event.ctrlKey || event.metaKey || event.altKey;
    if (!forThePage && event.key !== "Tab" && event.key !== "Escape") event.stopPropagation();
  };
  for (const name of ["keydown", "keypress", "keyup"]) element.addEventListener(name, keep);
}

/** Bring an element into sight, gently where the person has not asked for less motion. */
export function comeIntoSight(element) {
  const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
  element.scrollIntoView({ behavior: calm ? "auto" : "smooth", block: "start" });
}

/** Make these the children of `parent`, in this order, touching only what is out of place. */
export function arrange(parent, children) {
  const wanted = new Set(children);
  for (const child of [...parent.children]) if (!wanted.has(child)) child.remove();
  children.forEach((child, place) => {
    const there = parent.children[place] ?? null;
    if (there !== child) parent.insertBefore(child, there);
  });
}

/** Set an attribute only where it changes: each setting costs the browser a look at the style. */
export function put(element, name, value) {
  if (element.getAttribute(name) !== value) element.setAttribute(name, value);
}

/** Set a text only where it changes: the same text set again would be laid out anew. */
export function say(element, text) {
  if (element.textContent !== text) element.textContent = text;
}

/** Set a property only where it changes: the browser lays the page out anew for each field set. */
export function set(element, property, value) {
  if (element[property] !== value) element[property] = value;
}

const MARKS = new Set(["P", "UL", "LI", "STRONG", "EM"]);

/** One of our own texts in which a few tags stand, as nodes: those tags and text, nothing else. */
export function marked(text) {
  const copy = (node) => {
    if (node.nodeType === Node.TEXT_NODE) return [node.data];
    const inside = [...node.childNodes].flatMap(copy);
    return MARKS.has(node.tagName) ? [html(node.tagName.toLowerCase(), {}, ...inside)] : inside;
  };
  return copy(new DOMParser().parseFromString(text, "text/html").body);
}
