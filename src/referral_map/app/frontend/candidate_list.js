// The ranked points as cards, a few at a time, in the order the person chose.
import { arrange, button, html } from "./dom.js";
import * as bus from "./bus.js";
import { buildCard } from "./card.js";
import * as store from "./store.js";
import { tick } from "./fields.js";
import { t } from "./words.js";

const FIRST = 8;
const MEASURES = ["score", "coverage", "fit"];

export class CandidateList {
  constructor(assets) {
    this.assets = assets;
    this.order = "score";
    this.cards = [];
    this.cache = new Map();
    this.list = html("ol", { class: "cards" });
    this.more = button({ class: "more" }, "", () => this.showMore());
    const select = html("select", {}, ...MEASURES.map((each) => html("option", { value: each }, t(`order.${each}`))));
    select.addEventListener("change", () => { this.order = select.value; this.render(); });
    this.common = tick(t("order.weigh_common"), true, (on) => store.set("weigh_common", on));
    this.element = html("div", { class: "candidates" },
      html("div", { class: "order" }, html("label", {}, html("span", {}, t("order.by")), select), this.common.element),
      this.list, this.more);
  }

  update(candidates, total) {
    this.candidates = candidates;
    this.total = total;
    this.common.input.checked = store.current().weigh_common;
    const chosen = bus.chosen();
    this.render();
    if (chosen && !chosen.id.includes("+") && !this.has(chosen.id)) bus.choose(null);
  }

  has(id) {
    return this.candidates.some(({ trigger_point: point, side }) => id.startsWith(`${point}:${side}`));
  }

  render() {
    const byScore = (a, b) => a.rank - b.rank;
    this.ordered = [...this.candidates].sort(this.order === "score" ? byScore
      : (a, b) => b[this.order] - a[this.order] || byScore(a, b));
    this.visible = Math.max(FIRST, Math.min(this.visible ?? FIRST, this.ordered.length));
    this.cards = this.ordered.slice(0, this.visible).map((candidate, place) => this.card(candidate, place + 1));
    arrange(this.list, this.cards.map(({ element }) => element));
    const left = this.ordered.length - this.cards.length;
    this.more.hidden = left === 0;
    this.more.textContent = t("results.show_more", { n: Math.min(FIRST, left), left });
    this.press();
  }

  /** Cards are kept by point and side: most of the list stays the same from mark to mark. */
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
    this.cards[next]?.choose.focus();
  }

  press() {
    for (const card of this.cards) card.press(bus.same(card.thing, bus.chosen()));
  }

  firstTitle() {
    return this.cards[0]?.title ?? "";
  }
}
