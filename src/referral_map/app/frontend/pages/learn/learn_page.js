// The page of questions and self-care: contents on one side, an article on the other. The article is
// named by the address after #, so that it can be bookmarked, sent, and returned to.
import { comeIntoSight, html } from "../../lib/dom.js";
import { firstOfAll, purposeArticle, subjectArticle, wordsArticle } from "./article.js";
import { buildContents, places, PURPOSE, SELF_CARE, startTiles, WORDS } from "./contents.js";
import { guideArticle, muscleArticle } from "./guide.js";
import { buildSearch, highlight } from "./search.js";
import { buildAlarm, stoppingFlags } from "../../care/urgent.js";
import { openForPrint } from "./print.js";
import { takePlace } from "../../document/next_place.js";
import { heldBy, hold } from "../../document/page_state.js";
import { forgetScroll, isScrollKept } from "../../shell/kept_scroll.js";
import * as store from "../../document/store.js";
import { t } from "../../language/words.js";

/** @import { LearnAssets } from "./types.d.ts" */

/** The article that is open, for when one comes back; after loading it stands in the address. */
const PLACE = "learn.place";

/** The page. */
export class Learn {
  /**
   * @param {HTMLElement} root
   * @param {LearnAssets} assets
   */
  constructor(root, assets) {
    this.assets = assets;
    this.stop = new AbortController();
    this.stopped = false;
    /**
     * The words to mark in the place that is shown next.
     * @type {readonly string[]}
     */
    this.words = [];
    const asked = takePlace();
    // Streamlit opens a page without a place in it.
    const place = asked || (location.hash ? "" : heldBy(PLACE, ""));
    if (place)
      history.replaceState(history.state, "", `${location.pathname}${location.search}#${place}`);
    if (asked) forgetScroll();
    this.urgent = buildAlarm();
    this.search = buildSearch(assets.texts, (words) => this.showResults(words));
    this.contents = buildContents(assets.texts);
    this.reading = html("div", { class: "reading" });
    this.body = html("div", { class: "learn-body" }, this.contents.element, this.reading);
    this.head = this.buildHead();
    this.build(root);
    this.listen(root);
    this.updateUrgent();
    this.show();
    if (this.here() && !isScrollKept()) this.comeForward();
    this.search.searchAgain();
  }

  buildHead() {
    return html(
      "div",
      { class: "learn-head" },
      html(
        "div",
        {},
        html("h2", {}, t("learn.title")),
        html("p", { class: "quiet" }, t("learn.intro")),
      ),
      this.search.element,
    );
  }

  /** @param {HTMLElement} root */
  build(root) {
    root.append(
      html(
        "section",
        { class: "learn-page", "aria-label": t("learn.title") },
        this.head,
        this.urgent.element,
        this.body,
      ),
    );
  }

  /** @param {HTMLElement} root */
  listen(root) {
    const { signal } = this.stop;
    root.addEventListener("click", (event) => this.follow(event));
    for (const name of ["hashchange", "popstate"])
      window.addEventListener(name, () => this.navigate(), { signal });
    store.on("answers", () => this.refreshSafety(), signal);
    store.on("replaced", () => this.refreshSafety(), signal);
    openForPrint(root, signal);
  }

  /** The place in the address, or null for the start. */
  here() {
    const id = decodeURIComponent(location.hash.slice(1));
    return places(this.assets.texts).has(id) ? id : null;
  }

  /**
   * A link inside the page changes only the part of the address after #.
   * @param {MouseEvent} event
   */
  follow(event) {
    const link = event.target instanceof Element && event.target.closest("a[data-place]");
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    const place = link.getAttribute("data-place");
    const address = place ? `#${place}` : location.pathname + location.search;
    history.pushState(history.state, "", address);
    this.words = this.search.leave(link);
    this.navigate();
  }

  /** Show the place in the address, and scroll to its top. */
  navigate() {
    this.search.close();
    this.show();
    const section = this.comeForward();
    const heading = (section ?? this.reading).querySelector("h3, h4");
    if (heading instanceof HTMLElement) heading.focus({ preventScroll: true });
  }

  /** Scroll to the place in the address, but never past an alarm. */
  comeForward() {
    const id = this.here();
    const section = id === null ? null : this.reading.querySelector(`[data-section="${id}"]`);
    comeIntoSight(this.stopped ? this.urgent.element : section || (id ? this.reading : this.head));
    return section;
  }

  show() {
    const id = this.here();
    hold(PLACE, id ?? "");
    this.reading.replaceChildren(...this.article(id));
    this.contents.point(id);
    this.body.toggleAttribute("data-start", !id);
    if (this.words.length) highlight(this.reading, this.words);
    this.words = [];
  }

  /**
   * What is shown of a place; the start for null.
   * @param {string | null} id
   */
  article(id) {
    const { assets, stopped } = this;
    if (id === WORDS) return [wordsArticle(assets)];
    if (id === PURPOSE) return [purposeArticle(assets)];
    if (id?.startsWith(SELF_CARE)) return [guideArticle(assets, stopped)];
    if (id && id in assets.texts.muscles) return [muscleArticle(id, assets, stopped)];
    const subject = assets.texts.subjects.find((each) => each.id === id);
    if (subject) return [subjectArticle(subject, assets, stopped)];
    return [firstOfAll(assets), startTiles(assets, stopped)];
  }

  /**
   * Show the results of a search in place of the article; null shows the article again.
   * @param {HTMLElement | null} results
   */
  showResults(results) {
    if (!results) return this.show();
    this.reading.replaceChildren(results);
    this.body.removeAttribute("data-start");
  }

  updateUrgent() {
    const before = this.stopped;
    const flags = stoppingFlags(this.assets.texts);
    this.urgent.update(flags);
    this.stopped = flags.length > 0;
    this.search.without(this.stopped);
    return before !== this.stopped;
  }

  refreshSafety() {
    if (this.updateUrgent()) this.show();
  }

  update() {
    this.refreshSafety();
  }

  remove() {
    this.stop.abort();
  }
}
