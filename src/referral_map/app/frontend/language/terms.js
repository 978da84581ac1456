// Terms that need an explanation: the first occurrence in a text is a small button that opens the
// meaning below the paragraph.
import { html } from "../lib/dom.js";
import { language, wordsUnder } from "./words.js";

/**
 * The terms of a language: their meanings by id, ids by form, and one pattern for all forms.
 * @typedef {{
 *   language: string,
 *   means: Map<string, string>,
 *   ids: Map<string, string>,
 *   pattern: RegExp | null,
 * }} Glossary
 */

/** @type {Glossary | null} */
let glossary = null;
let lastId = 0;

/** @param {string} text */
const escaped = (text) => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");

/** @returns {Glossary} */
function terms() {
  if (glossary?.language === language()) return glossary;
  const entries = Object.entries(wordsUnder("terms"));
  const means = new Map(
    entries
      .filter(([key]) => key.endsWith(".means"))
      .map(([key, text]) => [key.slice(0, -".means".length), text]),
  );
  const ids = new Map(
    entries
      .filter(([key]) => key.endsWith(".match"))
      .flatMap(([key, forms]) =>
        forms.split("|").map((form) => [form.toLowerCase(), key.slice(0, -".match".length)]),
      ),
  );
  // The longest first, so that "latent trigger point" is not read as "trigger point".
  const forms = [...ids.keys()].sort((a, b) => b.length - a.length).map(escaped);
  const pattern = forms.length
    ? new RegExp(`(?<![\\p{L}\\p{N}])(?:${forms.join("|")})(?![\\p{L}\\p{N}])`, "giu")
    : null;
  glossary = { language: language(), means, ids, pattern };
  return glossary;
}

/**
 * All terms: [id, first form, explanation].
 * @returns {[string, string, string][]}
 */
export function allTerms() {
  const { means, ids } = terms();
  /** @type {Map<string, string>} */
  const first = new Map();
  for (const [form, id] of ids) if (!first.has(id)) first.set(id, form);
  return [...means].map(([id, text]) => [id, first.get(id) ?? id, text]);
}

/**
 * A text with the first use of each term as a button that explains it.
 * @param {string} text
 * @param {Set<string>} [within] - ids already explained in this part of the page; added to
 * @returns {DocumentFragment}
 */
export function explainTerms(text, within = new Set()) {
  const { ids, means, pattern } = terms();
  const parts = document.createDocumentFragment();
  let at = 0;
  for (const match of pattern ? text.matchAll(pattern) : []) {
    const id = ids.get(match[0].toLowerCase());
    if (id === undefined || within.has(id)) continue;
    within.add(id);
    parts.append(text.slice(at, match.index), term(id, match[0], means.get(id) ?? ""));
    at = match.index + match[0].length;
  }
  parts.append(text.slice(at));
  return parts;
}

/**
 * @param {string} id
 * @param {string} words
 * @param {string} meaning
 */
function term(id, words, meaning) {
  lastId += 1;
  const own = `meaning${lastId}`;
  const press = html(
    "button",
    { type: "button", class: "term", "data-term": id, "aria-expanded": "false" },
    words,
  );
  /** @type {HTMLElement | null} */
  let note = null;
  const close = () => {
    note?.remove();
    note = null;
    press.setAttribute("aria-expanded", "false");
    press.removeAttribute("aria-controls");
  };
  const open = () => {
    // A live region is read out when its text is set after it is in the page.
    note = html("span", { class: "meaning", id: own, role: "status" });
    below(press, note);
    press.setAttribute("aria-expanded", "true");
    press.setAttribute("aria-controls", own);
    setTimeout(() => {
      if (note) note.textContent = meaning;
    }, 20);
    note.addEventListener("keydown", escape);
  };
  /** @param {KeyboardEvent} event */
  const escape = (event) => {
    if (event.key !== "Escape" || !note) return;
    event.stopPropagation();
    close();
    press.focus();
  };
  press.addEventListener("click", () => (note ? close() : open()));
  press.addEventListener("keydown", escape);
  return press;
}

/**
 * At the end of the paragraph, so that no sentence is split.
 * @param {HTMLElement} press
 * @param {HTMLElement} note
 */
function below(press, note) {
  (press.closest("p, li, td, dd, legend") ?? press.parentElement)?.append(note);
}
