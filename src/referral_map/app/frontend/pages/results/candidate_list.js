// The ranked points as cards, a few at a time, in the order the person chose.
import { arrange, button, html, setText, setProperty } from "../../lib/dom.js";
import * as selections from "../../document/selection.js";
import { buildCard } from "./card.js";
import * as store from "../../document/store.js";
import { checkbox } from "../../lib/fields.js";
import { t } from "../../language/words.js";

const FIRST = 8;
const ORDERS = ["place", "score", "coverage", "fit"];

export class CandidateList {
  constructor(assets) {
    this.assets = assets;
    this.order = "place";
    this.cards = [];
    this.cache = new Map();
    this.list = html("ol", { class: "cards" });
    this.more = button({ class: "more" }, "", () => this.showMore());
    const select = html(
      "select",
      {},
      ...ORDERS.map((each) => html("option", { value: each }, t(`order.${each}`))),
    );
    select.addEventListener("change", () => {
      this.order = select.value;
      this.render();
      this.draw();
    });
    this.common = checkbox(t("order.weigh_common"), true, (on) => store.set("weigh_common", on));
    this.element = html(
      "div",
      { class: "candidates" },
      html(
        "div",
        { class: "order" },
        html("label", {}, html("span", {}, t("order.by")), select),
        this.common.element,
      ),
      this.list,
      this.more,
    );
  }

  update(candidates, total) {
    this.candidates = candidates;
    this.total = total;
    setProperty(this.common.input, "checked", store.current().weigh_common);
    const chosen = selections.chosen();
    this.render();
    if (chosen && !this.lists(chosen)) selections.choose(null);
  }

  /** Whether all points of a selection are among the candidates. */
  lists({ points }) {
    const listed = new Set(
      this.candidates.flatMap(({ trigger_point: point, side, same_pattern: more }) =>
        [point, ...more].map((each) => `${each}:${side}`),
      ),
    );
    return points.every(({ trigger_point: point, side }) => listed.has(`${point}:${side}`));
  }

  render() {
    const { order } = this;
    const byScore = (a, b) => a.rank - b.rank;
    this.ordered = [...this.candidates].sort(
      order === "place"
        ? (a, b) => a.place - b.place || byScore(a, b)
        : order === "score"
          ? byScore
          : (a, b) => b[order] - a[order] || byScore(a, b),
    );
    this.visible = Math.max(FIRST, Math.min(this.visible ?? FIRST, this.ordered.length));
    this.cards = this.ordered
      .slice(0, this.visible)
      .map((candidate, place) => this.card(candidate, place + 1));
    this.arrange(this.cards.map(({ element }) => element));
    const left = this.ordered.length - this.cards.length;
    this.more.hidden = left === 0;
    setText(this.more, t("results.show_more", { n: Math.min(FIRST, left), left }));
    this.press();
  }

  /** A card that is moved loses the focus, so it is given back, which also scrolls it into view. */
  arrange(elements) {
    if (
      elements.length === this.list.children.length &&
      elements.every((each, i) => each === this.list.children[i])
    )
      return;
    const focused = this.list.getRootNode().activeElement;
    const inside = this.list.contains(focused);
    arrange(this.list, elements);
    if (inside && focused.isConnected) focused.focus();
  }

  /** Cards are cached by point and side: most of the list stays the same from mark to mark. */
  card(candidate, place) {
    const key = `${candidate.trigger_point}:${candidate.side}`;
    if (!this.cache.has(key)) this.cache.set(key, buildCard(candidate, this.assets));
    const card = this.cache.get(key);
    card.update(candidate, place, this.order);
    return card;
  }

  showMore() {
    const next = this.cards.length;
    this.visible += FIRST;
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
