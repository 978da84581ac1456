// One question: the answer in paragraphs with a picture, what is often said, and who says so.
import { button, html } from "./dom.js";
import { cite, sourceList } from "./citations.js";
import { first, isSelfCare, link, neighbours } from "./learn_contents.js";
import { subjectPicture } from "./learn_pictures.js";
import { noSelfCare } from "./learn_urgent.js";
import { allTerms, explained } from "./terms.js";
import { t } from "./words.js";

export function fact(record, within) {
  return record ? html("p", {}, explained(record.text, within), cite(record.sources)) : null;
}

/** Above an article: back to all questions; beside it: print. */
export function articleHead(title, crumbs) {
  return html("header", { class: "article-head" },
    html("p", { class: "crumbs" }, ...crumbs, button({ class: "plain print" }, t("learn.print"), () => window.print())),
    html("h3", { tabindex: "-1" }, title));
}

export function home() {
  return link("", t("learn.all_questions"));
}

function said({ claim, what_research_found: found, sources }, within) {
  return html("div", { class: "said" },
    html("div", { class: "claim" }, html("h5", {}, t("learn.often_said")), html("p", {}, `“${claim}”`)),
    html("div", { class: "found-out" }, html("h5", {}, t("learn.research_found")), fact({ text: found, sources }, within)));
}

function next(id, texts) {
  const { before, after } = neighbours(id, texts);
  const title = (place) => texts.subjects.find((each) => each.id === place)?.question ?? t("learn.guide");
  const turn = (place, key) => place && html("p", {}, html("span", { class: "quiet" }, t(key)), link(place, title(place)));
  return html("nav", { class: "neighbours", "aria-label": t("learn.more") }, turn(before, "learn.before"), turn(after, "learn.after"));
}

/** "Now: go to ..." with how soon in bold. */
function howSoon({ text, sources }, within) {
  const [soon, ...rest] = text.split(": ");
  if (!rest.length) return fact({ text, sources }, within);
  return html("p", {}, html("strong", {}, `${soon}: `), explained(rest.join(": "), within), cite(sources));
}

/** When to see someone, as the start shows it: before everything else, and short. */
export function firstOfAll({ texts }) {
  const { id, question, paragraphs } = first(texts);
  const within = new Set();
  const element = html("section", { class: "caution first-of-all", "data-place-shown": id },
    html("h3", { tabindex: "-1" }, question), ...paragraphs.map((each) => howSoon(each, within)));
  element.append(sourceList(element, texts.sources), html("p", {}, link(id, t("learn.first_open"))));
  return element;
}

/** @returns {HTMLElement} the article of a subject, or the instruction that stands in its place */
export function subjectArticle(id, assets, stopped) {
  const { texts } = assets;
  const subject = texts.subjects.find((each) => each.id === id);
  const head = articleHead(subject.question, [home()]);
  if (stopped && isSelfCare(id, texts)) return html("article", { class: "article", "data-place-shown": id }, head, noSelfCare());
  const within = new Set();
  const paragraphs = subject.paragraphs.map((each) => (id === first(texts).id ? howSoon : fact)(each, within));
  const claims = subject.often_said.map((each) => said(each, within));
  const element = html("article", { class: "article", "data-place-shown": id }, head,
    html("div", { class: "article-text" }, subjectPicture(id, assets), ...paragraphs),
    claims.length ? html("section", { class: "often-said" }, html("h4", {}, t("learn.often_said_title")), ...claims) : null);
  element.append(sourceList(element, texts.sources), next(id, texts));
  return element;
}

/** All the words that explain themselves, by letter. */
export function wordsArticle({ texts }) {
  const all = allTerms().sort(([, a], [, b]) => a.localeCompare(b, texts.language));
  return html("article", { class: "article" }, articleHead(t("learn.words"), [home()]),
    html("dl", { class: "words" }, ...all.flatMap(([, form, means]) => [html("dt", {}, form), html("dd", {}, means)])));
}
