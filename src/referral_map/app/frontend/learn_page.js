// The page of questions and self-care: contents on one side, what is read on the other. The
// address after # says what is read, so that it can be kept, sent, and gone back to.
import { comeIntoSight, html } from "./dom.js";
import { firstOfAll, subjectArticle, wordsArticle } from "./learn_article.js";
import { buildContents, places, SELF_CARE, startTiles, WORDS } from "./learn_contents.js";
import { guideArticle, muscleArticle } from "./learn_guide.js";
import { buildSearch, highlight } from "./learn_search.js";
import { buildUrgent } from "./learn_urgent.js";
import { openForPrint } from "./learn_print.js";
import * as store from "./store.js";
import { t } from "./words.js";

export class Learn {
  constructor(root, assets) {
    this.assets = assets;
    this.stop = new AbortController();
    this.flags = [];
    this.urgent = buildUrgent(assets.texts);
    this.search = buildSearch(assets.texts, (words) => this.look(words));
    this.contents = buildContents(assets.texts);
    this.reading = html("div", { class: "reading" });
    this.build(root);
    this.listen(root);
    this.judge();
    this.show();
    if (this.here()) this.comeForward();
  }

  build(root) {
    this.head = html("div", { class: "learn-head" },
      html("div", {}, html("h2", {}, t("learn.title")), html("p", { class: "quiet" }, t("learn.intro"))),
      this.search.element);
    root.append(html("section", { class: "learn-page", "aria-label": t("learn.title") }, this.head, this.urgent.element,
      html("div", { class: "learn-body" }, this.contents.element, this.reading)));
  }

  listen(root) {
    const { signal } = this.stop;
    root.addEventListener("click", (event) => this.follow(event));
    for (const name of ["hashchange", "popstate"]) window.addEventListener(name, () => this.turn(), { signal });
    for (const name of ["answers", "replaced"]) store.on(name, () => this.safety(), signal);
    openForPrint(root, signal);
  }

  /** The place the address names, or null for the start. */
  here() {
    const id = decodeURIComponent(location.hash.slice(1));
    return places(this.assets.texts).has(id) ? id : null;
  }

  /** A link inside the page turns to its place; only the part after # changes. */
  follow(event) {
    const link = event.target.closest?.("a[data-place]");
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    const { place } = link.dataset;
    const address = place ? `#${place}` : location.pathname + location.search;
    history.pushState(history.state, "", address);
    this.words = this.search.leave(link);
    this.turn();
  }

  /** Show what the address names, and bring the reader to its top. */
  turn() {
    this.search.close();
    this.show();
    const section = this.comeForward();
    (section ?? this.reading).querySelector("h3, h4")?.focus({ preventScroll: true });
  }

  /** To the place the address names; what needs a doctor first is never scrolled past. */
  comeForward() {
    const id = this.here();
    const section = id && this.reading.querySelector(`[data-section="${id}"]`);
    comeIntoSight(this.stopped ? this.urgent.element : section || (id ? this.reading : this.head));
    return section;
  }

  show() {
    const id = this.here();
    this.reading.replaceChildren(...this.article(id));
    this.contents.point(id);
    this.reading.parentNode.toggleAttribute("data-start", !id);
    if (this.words?.length) highlight(this.reading, this.words);
    this.words = null;
  }

  article(id) {
    const { assets, stopped } = this;
    if (!id) return [firstOfAll(assets), startTiles(assets, stopped)];
    if (id === WORDS) return [wordsArticle(assets)];
    if (id.startsWith(SELF_CARE)) return [guideArticle(assets, stopped)];
    if (id in assets.texts.muscles) return [muscleArticle(id, assets, stopped)];
    return [subjectArticle(id, assets, stopped)];
  }

  /** The results of a search take the place of what is read; none of it when the field is empty. */
  look(found) {
    if (!found) return this.show();
    this.reading.replaceChildren(found);
    this.reading.parentNode.removeAttribute("data-start");
  }

  judge() {
    const was = this.stopped;
    this.stopped = this.urgent.update(this.flags);
    this.search.without(this.stopped);
    return was !== this.stopped;
  }

  safety() {
    if (this.judge()) this.show();
  }

  update({ reading }) {
    this.flags = reading?.red_flags ?? this.flags;
    this.safety();
  }

  remove() {
    this.stop.abort();
  }
}
