// Helpers that create and update elements. Text is set as text; only `richText` interprets tags.
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
 * Stop key events inside `element` from reaching the page around it: Streamlit listens on the
 * document for single letters. Tab, Escape and keys with Ctrl, Alt or Meta pass.
 */
export function keepKeys(element) {
  const keep = (event) => {
    const forThePage = event.ctrlKey || event.metaKey || event.altKey;
    if (!forThePage && event.key !== "Tab" && event.key !== "Escape") event.stopPropagation();
  };
  for (const name of ["keydown", "keypress", "keyup"]) element.addEventListener(name, keep);
}

/** Scroll an element into view, smoothly unless the person prefers reduced motion. */
export function comeIntoSight(element) {
  const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
  element.scrollIntoView({ behavior: calm ? "auto" : "smooth", block: "start" });
}

/** Make these the children of `parent`, in this order, moving only those that are out of place. */
export function arrange(parent, children) {
  const wanted = new Set(children);
  for (const child of [...parent.children]) if (!wanted.has(child)) child.remove();
  children.forEach((child, place) => {
    const present = parent.children[place] ?? null;
    if (present !== child) parent.insertBefore(child, present);
  });
}

/** Set an attribute only if it changes: each change makes the browser recompute styles. */
export function setAttributeValue(element, name, value) {
  if (element.getAttribute(name) !== value) element.setAttribute(name, value);
}

/** Set a text only if it changes: setting the same text causes a new layout. */
export function setText(element, text) {
  if (element.textContent !== text) element.textContent = text;
}

/** Set a property only if it changes: setting a field's value causes a new layout. */
export function setProperty(element, property, value) {
  if (element[property] !== value) element[property] = value;
}

const MARKS = new Set(["P", "UL", "LI", "STRONG", "EM"]);

/** One of our own texts with a few allowed tags, as nodes; every other tag is dropped. */
export function richText(text) {
  const copy = (node) => {
    if (node.nodeType === Node.TEXT_NODE) return [node.data];
    const inside = [...node.childNodes].flatMap(copy);
    return MARKS.has(node.tagName) ? [html(node.tagName.toLowerCase(), {}, ...inside)] : inside;
  };
  return copy(new DOMParser().parseFromString(text, "text/html").body);
}
