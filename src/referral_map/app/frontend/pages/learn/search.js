// Search in all texts: questions, claims, the guide, and the terms. Accents and case do not count; all
// words must occur, and the start of a word is enough.
import { html } from "../../lib/dom.js";
import { isSelfCare, link, PURPOSE, WORDS } from "./contents.js";
import { keepState, stateOf } from "../../document/page_state.js";
import { allTerms } from "../../language/terms.js";
import { count, t } from "../../language/words.js";

/** @import { Texts } from "../../types/wire.d.ts" */
/** @import { SearchEntry } from "./types.d.ts" */

const PAUSE_MS = 150;
const LEAST_LETTERS = 2;
const AROUND = 70;
const MASSAGE_TEXTS = /** @type {const} */ (["tool", "position", "strokes", "pressure"]);

/**
 * A text without case and accents, of the same length: positions in it are positions in the text.
 * @param {string} text
 */
export function folded(text) {
  return [...text]
    .map((letter) => {
      const bare = letter.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
      return bare.length === letter.length
        ? bare
        : letter.toLowerCase().length === letter.length
          ? letter.toLowerCase()
          : letter;
    })
    .join("");
}

/**
 * The words of a query.
 * @param {string} text
 */
function wordsOf(text) {
  return folded(text.normalize("NFC"))
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word.length >= LEAST_LETTERS);
}

/**
 * [from, to] of each place in a folded text where a word begins with one of these.
 * @param {string} text
 * @param {readonly string[]} words
 */
function matches(text, words) {
  /** @type {[number, number][]} */
  const results = [];
  for (const word of words) {
    for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
      if (at === 0 || !/[\p{L}\p{N}]/u.test(text[at - 1])) results.push([at, at + word.length]);
    }
  }
  return results
    .sort((a, b) => a[0] - b[0])
    .filter(([from], i, all) => i === 0 || from >= all[i - 1][1]);
}

/**
 * @param {string} text
 * @param {string} word
 */
function has(text, word) {
  return matches(text, [word]).length > 0;
}

/**
 * A text with its matches in <mark>.
 * @param {string} text
 * @param {readonly string[]} words
 */
function withMarks(text, words) {
  const parts = document.createDocumentFragment();
  let at = 0;
  for (const [from, to] of matches(folded(text), words)) {
    parts.append(text.slice(at, from), html("mark", {}, text.slice(from, to)));
    at = to;
  }
  parts.append(text.slice(at));
  return parts;
}

/**
 * Mark the matches in an element.
 * @param {HTMLElement} element
 * @param {readonly string[]} words
 */
export function highlight(element, words) {
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  /** @type {Text[]} */
  const texts = [];
  while (walker.nextNode()) if (walker.currentNode instanceof Text) texts.push(walker.currentNode);
  for (const node of texts) {
    const inSvg = node.parentElement instanceof SVGElement;
    if (!inSvg && matches(folded(node.data), words).length)
      node.replaceWith(withMarks(node.data, words));
  }
}

/**
 * All that is looked in.
 * @param {Pick<Texts, "subjects" | "muscles" | "purpose">} texts
 * @returns {SearchEntry[]}
 */
function entries({ subjects, muscles, purpose }) {
  const questions = subjects.map(({ id, title, question, paragraphs, often_said: claims }) => ({
    place: id,
    title: question,
    names: [title, question],
    texts: [
      ...paragraphs.map(({ text }) => text),
      ...claims.flatMap((each) => [each.claim, each.what_research_found]),
    ],
  }));
  const guides = Object.entries(muscles).map(
    ([id, { name, latin, plain_name: plain, other_names: others, self_care: self }]) => ({
      place: id,
      title: `${name} · ${plain}`,
      names: [name, latin, plain, ...others],
      texts: [
        ...[self.self_test, self.movement, self.sets_it_off, self.stop, self.see_someone].map(
          ({ text }) => text,
        ),
        ...MASSAGE_TEXTS.map((each) => self.massage[each]),
      ],
    }),
  );
  const terms = allTerms().map(([, form, means]) => ({
    place: WORDS,
    title: form,
    names: [form],
    texts: [means],
  }));
  const whatFor = {
    place: PURPOSE,
    title: purpose.title,
    names: [purpose.title, ...purpose.parts.map(({ heading }) => heading)],
    texts: purpose.parts.map(({ text }) => text),
  };
  return [...questions, ...guides, ...terms, whatFor].map((entry) => ({
    ...entry,
    inNames: folded(entry.names.join(" ")),
    inTexts: folded(entry.texts.join(" ")),
  }));
}

/**
 * The entries with all words, those with more of them in their names first.
 * @param {readonly SearchEntry[]} all
 * @param {readonly string[]} words
 */
function find(all, words) {
  return all
    .filter(({ inNames, inTexts }) =>
      words.every((word) => has(inNames, word) || has(inTexts, word)),
    )
    .map((entry) => ({ entry, named: words.filter((word) => has(entry.inNames, word)).length }))
    .sort((a, b) => b.named - a.named)
    .map(({ entry }) => entry);
}

/**
 * A few words around the first match.
 * @param {SearchEntry} entry
 * @param {readonly string[]} words
 */
function snippet({ place, names, texts }, words) {
  const where = place === WORDS ? texts : [...texts, ...names];
  const text = where.find((each) => matches(folded(each), words).length) ?? texts[0];
  const from = matches(folded(text), words)[0]?.[0] ?? 0;
  const begin = from <= AROUND ? 0 : text.indexOf(" ", from - AROUND) + 1;
  const end = text.length <= from + AROUND ? text.length : text.lastIndexOf(" ", from + AROUND);
  return [
    begin > 0 ? "… " : "",
    withMarks(text.slice(begin, end), words),
    end < text.length ? " …" : "",
  ];
}

/**
 * @param {SearchEntry} entry
 * @param {readonly string[]} words
 */
function hit(entry, words) {
  const title = withMarks(entry.title, words);
  return html(
    "li",
    { class: "hit" },
    html(
      "p",
      { class: "hit-title" },
      entry.place === WORDS ? `${t("learn.term")} ` : "",
      link(entry.place, title),
    ),
    html("p", {}, ...snippet(entry, words)),
  );
}

/**
 * What was found, or what to try when nothing was.
 * @param {string} title
 * @param {readonly SearchEntry[]} results
 * @param {readonly string[]} words
 */
function hits(title, results, words) {
  return html(
    "section",
    { class: "hits" },
    html("h3", {}, title),
    results.length
      ? html("ul", {}, ...results.map((each) => hit(each, words)))
      : html("p", {}, t("learn.found_none_help")),
  );
}

/** What is searched for, for when one comes back to the page. */
const SEARCHED = "learn.searched";

/**
 * The search field.
 * @param {Texts} texts
 * @param {(results: HTMLElement | null) => void} show - called with the results, or null for none
 */
export function buildSearch(texts, show) {
  const all = entries(texts);
  const input = html("input", {
    type: "search",
    maxlength: 100,
    autocomplete: "off",
    placeholder: t("learn.search_example"),
  });
  const status = html("p", { class: "unseen", role: "status" });
  const element = html(
    "div",
    { class: "learn-search", role: "search" },
    html("label", {}, html("span", { class: "field-name" }, t("learn.search")), input),
    status,
  );
  let waiting = 0;
  let stopped = false;
  /** @type {readonly string[]} */
  let words = [];

  function search() {
    words = wordsOf(input.value);
    if (!words.length) {
      status.textContent = "";
      return show(null);
    }
    const results = find(all, words).filter(({ place }) => !stopped || !isSelfCare(place, texts));
    const line = results.length ? count("learn.found", results.length) : t("learn.found_none");
    status.textContent = line;
    show(hits(line, results, words));
  }

  input.addEventListener("input", () => {
    keepState(SEARCHED, input.value);
    clearTimeout(waiting);
    waiting = setTimeout(search, PAUSE_MS);
  });
  return {
    element,
    /**
     * Leave out self-care, or not.
     * @param {boolean} on
     */
    without(on) {
      stopped = on;
    },
    /**
     * The words to mark behind a link: the query's, if it is a search result.
     * @param {Element} from - the link
     */
    leave(from) {
      return from.closest(".hits") ? words : [];
    },
    /** Show again what was found when the page was left. */
    searchAgain() {
      input.value = stateOf(SEARCHED, "");
      if (input.value) search();
    },
    close() {
      clearTimeout(waiting);
      input.value = "";
      keepState(SEARCHED, "");
      words = [];
      status.textContent = "";
    },
  };
}
