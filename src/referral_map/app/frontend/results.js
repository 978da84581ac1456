// The ranked list of trigger points that might explain the marked pain.
//
// Like the map it is built once for its parent element. Pointing at a candidate previews it on
// the map and pressing it keeps it there; neither asks the server.
import { button, comeIntoSight, html, keepKeys } from "./dom.js";
import * as bus from "./bus.js";
import { buildCard } from "./card.js";
import { count } from "./words.js";

const FIRST = 10;
const instances = new WeakMap();

const EMPTY = {
  unmarked: [
    "Click where it hurts",
    "Mark one or more regions on the body. The trigger points whose published pain patterns fit " +
      "best are listed here at once, each with a reason and a picture.",
  ],
  unmatched: [
    "No pattern here fits",
    "None of the trigger points in this map is described as sending pain to what you marked. " +
      "That says nothing about how real the pain is. A therapist or doctor can look further.",
  ],
};

class Results {
  constructor(parent) {
    this.title = html("h2", { tabindex: "-1" }, "What might explain it");
    this.summary = html("p", { class: "summary" });
    this.live = html("p", { class: "unseen", role: "status", "aria-live": "polite" });
    this.list = html("ol", { class: "cards" });
    this.more = button({ class: "more" }, "", () => this.showMore());
    this.empty = html("div", { class: "empty" });
    this.root = html("section", { class: "results", "aria-label": "What might explain it" },
      this.title, this.summary, this.live, this.empty, this.list, this.more);
    keepKeys(this.root);
    parent.append(this.root);
    this.stop = new AbortController();
    bus.on("chosen", () => this.press(), this.stop.signal);
    bus.on("go-to-results", () => this.comeForward(), this.stop.signal);
    this.cards = [];
  }

  async update(data) {
    this.data = data;
    const drawings = await bus.loadDrawings(data.drawings).catch(() => null);
    // A newer answer may have come while the drawings were on their way.
    if (drawings && this.data === data) this.render(drawings);
  }

  render(drawings) {
    this.drawings = drawings;
    this.visible = FIRST;
    const { candidates } = this.data;
    bus.preview(null);
    if (bus.chosen() && !candidates.some((each) => bus.same(each, bus.chosen()))) bus.choose(null);
    this.cards = [];
    this.list.replaceChildren();
    this.grow();
    this.tell();
  }

  /** Add cards up to the number that may be seen. */
  grow() {
    const { candidates } = this.data;
    for (const candidate of candidates.slice(this.cards.length, this.visible)) {
      const card = buildCard(candidate, this.drawings, this.data.order);
      this.cards.push(card);
      this.list.append(card.element);
    }
    const left = candidates.length - this.cards.length;
    this.more.hidden = left === 0;
    this.more.textContent = `Show ${Math.min(FIRST, left)} more of ${left}`;
    this.press();
  }

  showMore() {
    const next = this.cards.length;
    this.visible += FIRST;
    this.grow();
    this.cards[next]?.choose.focus();
  }

  press() {
    for (const card of this.cards) card.press(bus.same(card.candidate, bus.chosen()));
  }

  tell() {
    const { candidates, pain } = this.data;
    const marked = pain.regions.length;
    const state = !marked ? "unmarked" : candidates.length ? null : "unmatched";
    this.empty.hidden = !state;
    this.summary.hidden = Boolean(state);
    if (state) {
      const [title, text] = EMPTY[state];
      this.empty.replaceChildren(html("p", { class: "empty-title" }, title), html("p", {}, text));
      this.live.textContent = marked ? title : "";
      return;
    }
    const [first] = this.cards;
    const points = count(candidates.length, "trigger point", "trigger points");
    this.summary.textContent =
      `${points} might explain pain over ${Math.round(pain.area_cm2)} cm². ` +
      "Those highest in the list are the ones most worth checking.";
    this.live.textContent = `${points} might explain it. First: ${first.title}.`;
  }

  comeForward() {
    comeIntoSight(this.root);
    this.title.focus({ preventScroll: true });
  }

  remove() {
    this.stop.abort();
    this.root.remove();
  }
}

export default function results({ parentElement, data }) {
  if (!instances.has(parentElement)) instances.set(parentElement, new Results(parentElement));
  instances.get(parentElement).update(data);
  return () => {
    instances.get(parentElement)?.remove();
    instances.delete(parentElement);
  };
}
