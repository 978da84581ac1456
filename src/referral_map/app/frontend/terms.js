// Words that need explaining: the first time a term stands in a text it is a small button, and
// pressing it opens what it means below the paragraph.
import { html } from "./dom.js";
import { language, wordsUnder } from "./words.js";

let glossary = { language: null };
let made = 0;

const escaped = (text) => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");

/** The terms of the language: `means` by id, ids by form, and one pattern for all forms. */
function terms() {
  if (glossary.language === language()) return glossary;
  const found = Object.entries(wordsUnder("terms"));
  const means = new Map(found.filter(([key]) => key.endsWith(".means")).map(([key, text]) => [key.slice(0, -".means".length), text]));
  const ids = new Map(found.filter(([key]) => key.endsWith(".match"))
    .flatMap(([key, forms]) => forms.split("|").map((form) => [form.toLowerCase(), key.slice(0, -".match".length)])));
  // The longest first: "latent trigger point" is not a "trigger point" that happens to be latent.
  const forms = [...ids.keys()].sort((a, b) => b.length - a.length).map(escaped);
  const pattern = forms.length ? new RegExp(`(?<![\\p{L}\\p{N}])(?:${forms.join("|")})(?![\\p{L}\\p{N}])`, "giu") : null;
  glossary = { language: language(), means, ids, pattern };
  return glossary;
}

/** What the terms mean: [id, first form, explanation]. */
export function allTerms() {
  const { means, ids } = terms();
  const first = new Map();
  for (const [form, id] of ids) if (!first.has(id)) first.set(id, form);
  return [...means].map(([id, text]) => [id, first.get(id), text]);
}

/**
 * A text with the first use of each term as a button that explains it.
 * @param {string} text
 * @param {Set<string>} within - ids already explained in this part of the page; added to
 * @returns {DocumentFragment}
 */
export function explained(text, within = new Set()) {
  const { ids, means, pattern } = terms();
  const parts = document.createDocumentFragment();
  let at = 0;
  for (const found of pattern ? text.matchAll(pattern) : []) {
    const id = ids.get(found[0].toLowerCase());
    if (within.has(id)) continue;
    within.add(id);
    parts.append(text.slice(at, found.index), term(id, found[0], means.get(id)));
    at = found.index + found[0].length;
  }
  parts.append(text.slice(at));
  return parts;
}

function term(id, words, meaning) {
  made += 1;
  const own = `meaning${made}`;
  const press = html("button", { type: "button", class: "term", "data-term": id, "aria-expanded": "false" }, words);
  let note = null;
  const close = () => {
    note?.remove();
    note = null;
    press.setAttribute("aria-expanded", "false");
    press.removeAttribute("aria-controls");
  };
  const open = () => {
    // A live region is read out when its text comes after it does.
    note = html("span", { class: "meaning", id: own, role: "status" });
    below(press, note);
    press.setAttribute("aria-expanded", "true");
    press.setAttribute("aria-controls", own);
    setTimeout(() => { if (note) note.textContent = meaning; }, 20);
    note.addEventListener("keydown", escape);
  };
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

/** At the end of the paragraph, so that no sentence is torn apart. */
function below(press, note) {
  (press.closest("p, li, td, dd, legend") ?? press.parentNode).append(note);
}
