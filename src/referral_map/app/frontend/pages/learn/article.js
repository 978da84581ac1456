// One question: the answer in paragraphs with a picture, common claims, and the sources.
import { button, html } from "../../lib/dom.js";
import { cite, sourceList } from "../../language/citations.js";
import { first, isSelfCare, link, neighbours } from "./contents.js";
import { subjectPicture } from "./pictures.js";
import { noSelfCare } from "../../care/urgent.js";
import { allTerms, explainTerms } from "../../language/terms.js";
import { t } from "../../language/words.js";

/** @import { Child } from "../../types/page.d.ts" */
/** @import { Fact, OftenSaid, Subject, Texts } from "../../types/wire.d.ts" */
/** @import { LearnAssets } from "./types.d.ts" */

/**
 * A paragraph with its sources.
 * @param {Fact} record
 * @param {Set<string>} within - terms that are explained already; added to
 */
export function fact(record, within) {
  return html("p", {}, explainTerms(record.text, within), cite(record.sources));
}

/**
 * The head of an article: a link back to all questions, and print.
 * @param {string} title
 * @param {readonly Child[]} crumbs
 */
export function articleHead(title, crumbs) {
  return html(
    "header",
    { class: "article-head" },
    html(
      "p",
      { class: "crumbs" },
      ...crumbs,
      button({ class: "plain print" }, t("learn.print"), () => window.print()),
    ),
    html("h3", { tabindex: "-1" }, title),
  );
}

/** A link to all questions. */
export function home() {
  return link("", t("learn.all_questions"));
}

/**
 * @param {OftenSaid} claim
 * @param {Set<string>} within
 */
function claimBlock({ claim, what_research_found: research, sources }, within) {
  return html(
    "div",
    { class: "said" },
    html(
      "div",
      { class: "claim" },
      html("h5", {}, t("learn.often_said")),
      html("p", {}, `“${claim}”`),
    ),
    html(
      "div",
      { class: "found-out" },
      html("h5", {}, t("learn.research_found")),
      fact({ text: research, sources }, within),
    ),
  );
}

/**
 * Links to the places before and after.
 * @param {string} id
 * @param {Texts} texts
 */
function next(id, texts) {
  const { before, after } = neighbours(id, texts);
  /** @param {string} place */
  const title = (place) =>
    texts.subjects.find((each) => each.id === place)?.question ?? t("learn.guide");
  /**
   * @param {string | undefined} place
   * @param {string} key - of the words before the link
   */
  const neighbourLink = (place, key) =>
    place
      ? html("p", {}, html("span", { class: "quiet" }, t(key)), link(place, title(place)))
      : null;
  return html(
    "nav",
    { class: "neighbours", "aria-label": t("learn.more") },
    neighbourLink(before, "learn.before"),
    neighbourLink(after, "learn.after"),
  );
}

/**
 * "Now: go to ..." with how soon in bold.
 * @param {Fact} fact
 * @param {Set<string>} within
 */
function howSoon({ text, sources }, within) {
  const [soon, ...rest] = text.split(": ");
  if (!rest.length) return fact({ text, sources }, within);
  return html(
    "p",
    {},
    html("strong", {}, `${soon}: `),
    explainTerms(rest.join(": "), within),
    cite(sources),
  );
}

/**
 * When to see someone, in short, as the start page shows it before everything else.
 * @param {Pick<LearnAssets, "texts">} assets
 */
export function firstOfAll({ texts }) {
  const { id, question, paragraphs } = first(texts);
  /** @type {Set<string>} */
  const within = new Set();
  const element = html(
    "section",
    { class: "caution first-of-all", "data-place-shown": id },
    html("h3", { tabindex: "-1" }, question),
    ...paragraphs.map((each) => howSoon(each, within)),
  );
  element.append(
    sourceList(element, texts.sources),
    html("p", {}, link(id, t("learn.first_open"))),
  );
  return element;
}

/**
 * The article of a subject, or the instruction that stands in its place.
 * @param {Subject} subject
 * @param {LearnAssets} assets
 * @param {boolean} stopped - whether something needs a doctor first
 */
export function subjectArticle(subject, assets, stopped) {
  const { texts } = assets;
  const { id } = subject;
  const head = articleHead(subject.question, [home()]);
  if (stopped && isSelfCare(id, texts))
    return html("article", { class: "article", "data-place-shown": id }, head, noSelfCare());
  /** @type {Set<string>} */
  const within = new Set();
  const paragraphs = subject.paragraphs.map((each) =>
    (id === first(texts).id ? howSoon : fact)(each, within),
  );
  const claims = subject.often_said.map((each) => claimBlock(each, within));
  const element = html(
    "article",
    { class: "article", "data-place-shown": id },
    head,
    html("div", { class: "article-text" }, subjectPicture(subject, assets), ...paragraphs),
    claims.length
      ? html(
          "section",
          { class: "often-said" },
          html("h4", {}, t("learn.often_said_title")),
          ...claims,
        )
      : null,
  );
  element.append(sourceList(element, texts.sources), next(id, texts));
  return element;
}

/**
 * What the map is for, and what not.
 * @param {Pick<LearnAssets, "texts">} assets
 */
export function purposeArticle({ texts }) {
  const { title, parts } = texts.purpose;
  /** @type {Set<string>} */
  const within = new Set();
  return html(
    "article",
    { class: "article purpose" },
    articleHead(title, [home()]),
    ...parts.map(({ heading, text }) =>
      html(
        "section",
        { class: "article-text" },
        html("h4", {}, heading),
        html("p", {}, explainTerms(text, within)),
      ),
    ),
  );
}

/**
 * All terms with their meaning, alphabetically.
 * @param {Pick<LearnAssets, "texts">} assets
 */
export function wordsArticle({ texts }) {
  const all = allTerms().sort(([, a], [, b]) => a.localeCompare(b, texts.language));
  return html(
    "article",
    { class: "article" },
    articleHead(t("learn.words"), [home()]),
    html(
      "dl",
      { class: "words" },
      ...all.flatMap(([, form, means]) => [html("dt", {}, form), html("dd", {}, means)]),
    ),
  );
}
