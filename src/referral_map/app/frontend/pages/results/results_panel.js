// The panel of results. It is built once; each reading redraws what it changed.
import { comeIntoSight, html, setText } from "../../lib/dom.js";
import * as selections from "../../document/selection.js";
import { CandidateList } from "./candidate_list.js";
import { buildAlso } from "./also.js";
import { buildEmpty, withoutPatterns } from "./empty.js";
import { buildNerve } from "./nerve_or_muscle.js";
import * as readings from "../../document/reading.js";
import { isStopping, redFlags } from "../../care/urgent.js";
import { SafetyQuestions } from "./safety_questions.js";
import { buildSets } from "./sets.js";
import { buildSteps } from "./pressed_steps.js";
import * as store from "../../document/store.js";
import { count, number, t } from "../../language/words.js";

/**
 * @import { DrawnBody, PartData } from "../../types/page.d.ts"
 * @import { Reading, Texts } from "../../types/wire.d.ts"
 */

// An answer that takes longer is announced as on its way.
const SOON_MS = 500;

export class Results {
  /** Pictures load the views that they show. */
  static views = /** @type {const} */ ("none");

  /**
   * @param {HTMLElement} root
   * @param {{texts: Texts, drawings: DrawnBody}} assets
   */
  constructor(root, assets) {
    this.assets = assets;
    this.stop = new AbortController();
    /**
     * The latest reading, and as a text.
     * @type {Reading | null}
     */
    this.reading = null;
    this.signature = "";
    /** Whether the reading is not drawn yet. */
    this.stale = false;
    /** Whether a safety question or an urgent sign takes the place of the list. */
    this.asking = false;
    /** A timer: see `wait`. */
    this.soon = 0;
    this.title = html("h2", { tabindex: "-1" }, t("results.title"));
    this.summary = html("p", { class: "summary" });
    this.unmapped = html("p", { class: "quiet unmapped" }, t("map.no_patterns_part"));
    this.live = html("p", { class: "unseen", role: "status", "aria-live": "polite" });
    this.screen = new SafetyQuestions(assets.texts.flags, this.stop.signal, {
      changed: () => this.refresh(),
      finished: () => this.comeForward(),
    });
    this.empty = buildEmpty(assets.texts);
    this.progress = html("p", { class: "looking", "aria-hidden": "true" });
    this.steps = buildSteps(() => this.title.focus());
    this.also = buildAlso();
    this.list = new CandidateList(assets);
    this.sets = buildSets();
    this.nerve = buildNerve(assets);
    this.content = html(
      "div",
      { class: "found" },
      this.summary,
      this.unmapped,
      this.also.element,
      this.steps.element,
      this.list.element,
      this.sets.element,
      this.nerve.element,
    );
    this.panel = html(
      "section",
      { class: "results-panel", "aria-label": t("results.title") },
      this.title,
      this.screen.element,
      this.live,
      this.progress,
      this.empty.element,
      this.content,
    );
    root.append(this.panel);
    // Before the first reading there is nothing to show.
    this.screen.element.hidden = this.content.hidden = true;
    this.empty.update(null);
    selections.on("chosen", () => this.list.press(), this.stop.signal);
    selections.on("go-to-results", () => this.comeForward(), this.stop.signal);
    for (const name of /** @type {const} */ (["answers", "marks", "replaced"]))
      store.on(name, () => this.refresh(), this.stop.signal);
    store.on("document", () => this.wait(), this.stop.signal);
  }

  /** Announce that an answer is on its way, if it takes long. */
  wait() {
    clearTimeout(this.soon);
    this.setProgress("");
    if (readings.waiting())
      this.soon = setTimeout(
        () => this.setProgress(this.asking ? "" : t("results.looking")),
        SOON_MS,
      );
  }

  /** @param {string} words - "" for none */
  setProgress(words) {
    if (words || this.live.textContent === this.progress.textContent) this.live.textContent = words;
    this.progress.textContent = words;
  }

  /** @param {PartData} data */
  update({ reading }) {
    this.wait();
    // The same reading again, as after a change of the note, changes nothing.
    const signature = JSON.stringify(reading);
    if (!reading || signature === this.signature) return this.refresh();
    this.signature = signature;
    this.reading = reading;
    this.stale = true;
    this.refresh();
    this.announceFirst(reading);
    // The marks that the list is for; measurements of the page's speed watch this.
    this.panel.dataset.area = String(reading.pain.area_cm2);
  }

  /** Draw the reading, once, when it may be seen. */
  refresh() {
    const { reading } = this;
    if (!reading || !this.gate(reading) || !this.stale) return;
    this.stale = false;
    setText(this.summary, summaryText(reading));
    this.also.update(reading);
    this.steps.update(reading.steps ?? []);
    this.list.update(reading.candidates);
    this.follow(reading);
  }

  /**
   * Pictures and everything below the list follow a moment later, so that the list appears at once.
   * @param {Reading} reading
   */
  follow(reading) {
    requestAnimationFrame(() =>
      setTimeout(() => {
        if (reading !== this.reading) return;
        this.list.draw();
        this.sets.update(reading.sets);
        this.nerve.update(reading.nerve);
      }),
    );
  }

  /**
   * Whether the list may be seen: not beside an urgent sign, nor before the safety questions are answered.
   * @param {Reading} reading
   */
  gate(reading) {
    const flags = redFlags(this.assets.texts);
    const marked = isPainMarked();
    const answered = this.screen.update(flags, marked, reading.marked_regions);
    this.asking = flags.some(isStopping) || (marked && !answered);
    // A new mark is not in the reading yet; one that was erased never will be.
    const nothing = !marked || reading.pain.area_cm2 === 0;
    const some = reading.candidates.length > 0;
    const unmapped = withoutPatterns(reading, this.assets.drawings);
    const state = this.emptyState(marked, nothing, some);
    const isUnmapped = state === "unmatched" && unmapped === "all";
    this.content.hidden = this.asking || nothing || isUnmapped;
    this.unmapped.hidden = unmapped === "none";
    this.empty.update(isUnmapped ? "unmapped" : state);
    if (this.content.hidden) {
      selections.choose(null);
      selections.askAbout("");
    }
    this.summary.hidden = this.list.element.hidden = !some;
    return !this.content.hidden;
  }

  /**
   * Why there is no list; null where there is one, where it is asked for first, or while it may come.
   * @param {boolean} marked - whether pain is marked
   * @param {boolean} nothing - whether the reading is of no pain
   * @param {boolean} some - whether the reading has candidates
   */
  emptyState(marked, nothing, some) {
    if (this.asking || (marked && nothing && readings.waiting())) return null;
    if (nothing) return "unmarked";
    return some ? null : "unmatched";
  }

  /** @param {Reading} reading */
  announceFirst(reading) {
    // Urgent signs have an alert of their own.
    if (this.content.hidden || !reading.candidates.length) this.live.textContent = "";
    else
      this.live.textContent = t("results.first", {
        points: count("results.points_short", reading.listed),
        first: this.list.firstTitle(),
      });
  }

  comeForward() {
    comeIntoSight(this.title);
    this.title.focus({ preventScroll: true });
  }

  remove() {
    this.stop.abort();
    selections.askAbout("");
    clearTimeout(this.soon);
  }
}

/** Whether anything is marked that hurts. */
function isPainMarked() {
  return store.current().marks.some((mark) => mark.kind !== "eraser" && mark.intensity !== 0);
}

/** @param {Reading} reading */
function summaryText({ listed, pain }) {
  return `${count("results.points", listed, { area: number(pain.area_cm2) })} ${t("results.highest")}`;
}
