// One candidate: its place in the list, its name, how well it fits, why, and a small picture.
// An opened card has the details (card_details.js).
import { button, html, setText } from "../../lib/dom.js";
import { keepState, stateOf } from "../../document/page_state.js";
import * as selections from "../../document/selection.js";
import { cardDetails } from "./card_details.js";
import { selectionOf } from "../../body/referral_pattern.js";
import { picture } from "../../body/picture.js";
import { number, pointTitle, t, together } from "../../language/words.js";

/**
 * @import { DrawnBody, Selection } from "../../types/page.d.ts"
 * @import { Candidate, Order, Texts } from "../../types/wire.d.ts"
 */

/**
 * A card: its elements, and what changes on it.
 * @typedef {object} Card
 * @property {HTMLElement} element
 * @property {HTMLButtonElement} choose
 * @property {Selection} selection
 * @property {string} title
 * @property {(candidate: Candidate, place: number, order: Order) => void} update
 * @property {() => void} draw - draws its picture, once: all of them at once would delay the list
 * @property {(on: boolean) => void} press - shows whether it is chosen
 */

function meter() {
  const label = html("span", { class: "meter-label" });
  const filled = html("span", {});
  const bar = html("span", { class: "bar", "aria-hidden": "true" }, filled);
  const value = html("span", { class: "meter-value" });
  return {
    element: html("p", { class: "meter" }, label, bar, value),
    /**
     * @param {Candidate} candidate
     * @param {Order} order - of the list, which is by what is shown here
     */
    show(candidate, order) {
      const measure = order === "place" ? "score" : order;
      const share = measure === "score" ? candidate.posterior : candidate[measure];
      const percent = Math.round(share * 100);
      setText(label, `${t(`measures.${measure}`)} `);
      filled.style.setProperty("inline-size", `${percent}%`);
      setText(value, t("app.percent", { n: percent }));
    },
  };
}

/**
 * The numbers behind the sentence.
 * @param {Candidate} candidate
 */
function numbers(candidate) {
  const sentence = t("results.numbers", {
    essential: number(candidate.essential_cm2),
    spillover: number(candidate.spillover_cm2),
    missing: candidate.missing,
  });
  return [sentence, candidate.odds, candidate.common_words].filter(Boolean).join(" ");
}

/**
 * What a person calls the muscle of a point.
 * @param {string} point
 * @param {Texts} texts
 */
function muscleName(point, { trigger_points: points, muscles }) {
  return muscles[points[point].muscle].plain_name;
}

/**
 * The names of the points with the same pattern; null where there are none.
 * @param {Candidate} candidate
 * @param {Texts} texts
 */
function sameNames({ same_pattern: same }, texts) {
  if (!same.length) return null;
  const names = together(same.map((each) => texts.trigger_points[each].name));
  return html("p", { class: "same" }, t("card.same", { names }));
}

/** Cards that are open, each by its point and side. */
const OPEN = "results.cards";

/**
 * Keep whether a card is open, for when one comes back to the page.
 * @param {string} key
 * @param {boolean} open
 */
function keepOpen(key, open) {
  /** @type {string[]} */
  const others = stateOf(OPEN, /** @type {string[]} */ ([])).filter((each) => each !== key);
  keepState(OPEN, open ? [...others, key] : others);
}

/**
 * The fold with the details. Most cards are never opened, so they are built on opening.
 * @param {() => Candidate} current - the candidate of the card now
 * @param {string} key - point and side
 * @param {{texts: Texts, drawings: DrawnBody}} assets
 * @param {() => void} opened - called each time the person opens it
 */
function detailsFold(current, key, assets, opened) {
  const element = html("details", { class: "card-details" }, html("summary", {}, t("card.open")));
  // One that was left open is open again, but not chosen by that.
  let isReopened = stateOf(OPEN, /** @type {string[]} */ ([])).includes(key);
  element.open = isReopened;
  const inside = html("div", { class: "card-inside" });
  element.append(inside);
  /** @type {ReturnType<typeof cardDetails> | null} */
  let details = null;
  const update = () => details?.update(numbers(current()), current().of_complaint);
  element.addEventListener("toggle", () => {
    keepOpen(key, element.open);
    if (!element.open) return;
    details ??= cardDetails(current(), assets);
    if (!inside.firstChild) inside.append(details.element);
    update();
    if (!isReopened) opened();
    isReopened = false;
  });
  return { element, update };
}

/**
 * @param {Candidate} candidate
 * @param {{texts: Texts, drawings: DrawnBody}} assets
 * @returns {Card}
 */
export function buildCard(candidate, assets) {
  const { trigger_point: point, side } = candidate;
  const selection = selectionOf([candidate]);
  const title = pointTitle(point, side);
  const choose = button({ class: "choose", "aria-pressed": "false" }, title, () =>
    selections.choose(selections.same(selection, selections.chosen()) ? null : selection),
  );
  const rank = html("span", { class: "rank" });
  const small = html("div", { class: "small-picture" });
  const fits = meter();
  const inSet = html("p", { class: "together" }, t("card.together"));
  const weighed = html("p", { class: "weighed" });
  const why = html("p", { class: "why" });
  let current = candidate;
  const onOpened = () => selections.choose(selection);
  const details = detailsFold(() => current, selection.id, assets, onOpened);
  const text = html(
    "div",
    { class: "card-text" },
    html("h3", {}, choose),
    html("p", { class: "plain-name" }, muscleName(point, assets.texts)),
    fits.element,
    weighed,
    why,
    inSet,
    sameNames(candidate, assets.texts),
  );
  const element = html(
    "li",
    { class: "card", "data-point": point, "data-side": side },
    rank,
    small,
    text,
    details.element,
  );
  selections.previewOn(element, choose, selection);
  return {
    element,
    choose,
    selection,
    title,
    update(next, place, order) {
      current = next;
      setText(rank, String(place));
      element.dataset.group = String(next.group);
      fits.show(next, order);
      setText(weighed, next.weighed);
      inSet.hidden = !next.together;
      setText(why, next.why);
      details.update();
    },
    draw() {
      if (!small.firstChild) small.append(picture(assets.drawings, selection));
    },
    press(on) {
      choose.setAttribute("aria-pressed", String(on));
      element.toggleAttribute("data-chosen", on);
    },
  };
}
