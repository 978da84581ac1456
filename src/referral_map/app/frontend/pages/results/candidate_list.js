// The ranked points as cards, a few at a time, in the order the person chose.
import { button, html, setText, setProperty } from "../../lib/dom.js";
import { ORDERS } from "../../lib/constants.js";
import { arrangeUnderFocus } from "../../lib/focus.js";
import { keepState, stateOf } from "../../document/page_state.js";
import * as selections from "../../document/selection.js";
import { buildCard } from "./card.js";
import * as store from "../../document/store.js";
import { checkbox } from "../../lib/fields.js";
import { t } from "../../language/words.js";

/**
 * @import { DrawnBody, Selection } from "../../types/page.d.ts"
 * @import { Candidate, Order, Texts } from "../../types/wire.d.ts"
 * @import { Card } from "./card.js"
 */

const FIRST = 8;
const SWITCHES = /** @type {const} */ (["weigh_common", "weigh_evidence"]);

/**
 * Candidates are compared as the list is ordered: by their place, or the larger number first.
 * @param {Order} order
 * @returns {(a: Candidate, b: Candidate) => number}
 */
function comparing(order) {
  /** @type {(a: Candidate, b: Candidate) => number} */
  const byScore = (a, b) => a.rank - b.rank;
  if (order === "score") return byScore;
  if (order === "place") return (a, b) => a.place - b.place || byScore(a, b);
  return (a, b) => b[order] - a[order] || byScore(a, b);
}

export class CandidateList {
  /** @param {{texts: Texts, drawings: DrawnBody}} assets */
  constructor(assets) {
    this.assets = assets;
    const order = stateOf("results.order", ORDERS[0]);
    this.order = ORDERS.find((each) => each === order) ?? ORDERS[0];
    /** @type {readonly Candidate[]} */
    this.candidates = [];
    this.visible = stateOf("results.visible", FIRST);
    /** @type {Card[]} */
    this.cards = [];
    /** @type {Map<string, Card>} */
    this.cache = new Map();
    this.list = html("ol", { class: "cards" });
    this.more = button({ class: "more" }, "", () => this.showMore());
    const select = html(
      "select",
      {},
      ...ORDERS.map((each) => html("option", { value: each }, t(`order.${each}`))),
    );
    select.value = this.order;
    select.addEventListener("change", () => {
      this.order = ORDERS.find((each) => each === select.value) ?? this.order;
      keepState("results.order", this.order);
      this.render();
      this.draw();
    });
    this.switches = SWITCHES.map((name) => ({
      name,
      ...checkbox(t(`order.${name}`), true, (on) => store.set(name, on)),
    }));
    this.element = html(
      "div",
      { class: "candidates" },
      html(
        "div",
        { class: "order" },
        html("label", {}, html("span", {}, t("order.by")), select),
        ...this.switches.map(({ element }) => element),
      ),
      this.list,
      this.more,
    );
  }

  /** @param {readonly Candidate[]} candidates */
  update(candidates) {
    this.candidates = candidates;
    for (const { name, input } of this.switches)
      setProperty(input, "checked", store.current()[name]);
    const chosen = selections.chosen();
    this.render();
    if (chosen && !this.lists(chosen)) selections.choose(null);
  }

  /**
   * Whether all points of a selection are among the candidates.
   * @param {Selection} selection
   */
  lists({ points }) {
    const listed = new Set(
      this.candidates.flatMap(({ trigger_point: point, side, same_pattern: more }) =>
        [point, ...more].map((each) => `${each}:${side}`),
      ),
    );
    return points.every(({ trigger_point: point, side }) => listed.has(`${point}:${side}`));
  }

  render() {
    const ordered = [...this.candidates].sort(comparing(this.order));
    this.visible = Math.max(FIRST, Math.min(this.visible, ordered.length));
    this.cards = ordered
      .slice(0, this.visible)
      .map((candidate, place) => this.card(candidate, place + 1));
    arrangeUnderFocus(
      this.list,
      this.cards.map(({ element }) => element),
    );
    const left = ordered.length - this.cards.length;
    this.more.hidden = left === 0;
    setText(this.more, t("results.show_more", { n: Math.min(FIRST, left), left }));
    this.press();
  }

  /**
   * Cards are cached by point and side: most of the list stays the same from mark to mark.
   * @param {Candidate} candidate
   * @param {number} place - in the list, from 1 on
   */
  card(candidate, place) {
    const key = `${candidate.trigger_point}:${candidate.side}`;
    const card = this.cache.get(key) ?? buildCard(candidate, this.assets);
    this.cache.set(key, card);
    card.update(candidate, place, this.order);
    return card;
  }

  showMore() {
    const next = this.cards.length;
    this.visible += FIRST;
    keepState("results.visible", this.visible);
    this.render();
    this.draw();
    this.cards[next]?.choose.focus();
  }

  /** Draw the pictures of the cards that have none yet. */
  draw() {
    for (const card of this.cards) card.draw();
  }

  press() {
    for (const card of this.cards) card.press(selections.same(card.selection, selections.chosen()));
  }

  firstTitle() {
    return this.cards[0]?.title ?? "";
  }
}
