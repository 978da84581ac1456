// The panel of results. It is built once; each reading redraws what it changed.
import { comeIntoSight, html, setText } from "../../lib/dom.js";
import * as selections from "../../document/selection.js";
import { CandidateList } from "./candidate_list.js";
import { buildEmpty } from "./empty.js";
import { buildNerve } from "./nerve_or_muscle.js";
import * as readings from "../../document/reading.js";
import { isStopping, redFlags } from "../../care/urgent.js";
import { buildScreen } from "./safety_questions.js";
import { buildSets } from "./sets.js";
import { buildSteps } from "./pressed_steps.js";
import * as store from "../../document/store.js";
import { count, number, t } from "../../language/words.js";

// An answer that takes longer is announced as on its way.
const SOON_MS = 500;

export class Results {
  constructor(root, assets) {
    this.assets = assets;
    this.stop = new AbortController();
    this.title = html("h2", { tabindex: "-1" }, t("results.title"));
    this.summary = html("p", { class: "summary" });
    this.live = html("p", { class: "unseen", role: "status", "aria-live": "polite" });
    this.screen = buildScreen(
      assets.texts,
      () => this.refresh(),
      () => this.comeForward(),
      this.stop.signal,
    );
    this.empty = buildEmpty(assets.texts);
    this.progress = html("p", { class: "looking", "aria-hidden": "true" });
    this.steps = buildSteps(() => this.title.focus());
    this.list = new CandidateList(assets);
    this.sets = buildSets(assets);
    this.nerve = buildNerve(assets.texts);
    this.content = html(
      "div",
      { class: "found" },
      this.summary,
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
    for (const name of ["answers", "marks", "replaced"])
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

  setProgress(words) {
    if (words || this.live.textContent === this.progress.textContent) this.live.textContent = words;
    this.progress.textContent = words;
  }

  update({ reading }) {
    this.wait();
    // The same reading again, as after a change of the note, changes nothing.
    const signature = JSON.stringify(reading);
    if (!reading || signature === this.signature) return this.refresh();
    this.signature = signature;
    this.reading = reading;
    this.stale = true;
    this.refresh();
    this.announceFirst();
    // The marks that the list is for; measurements of the page's speed watch this.
    this.panel.dataset.area = reading.pain.area_cm2;
  }

  /** Draw the reading, once, when it may be seen. */
  refresh() {
    if (!this.gate() || !this.stale) return;
    this.stale = false;
    setText(this.summary, this.summaryText());
    this.steps.update(this.reading.steps ?? []);
    this.list.update(this.reading.candidates, this.reading.listed);
    this.follow();
  }

  /** Pictures and everything below the list follow a moment later, so that the list appears at once. */
  follow() {
    const { reading } = this;
    requestAnimationFrame(() =>
      setTimeout(() => {
        if (reading !== this.reading) return;
        this.list.draw();
        this.sets.update(reading.sets);
        this.nerve.update(reading.nerve);
      }),
    );
  }

  /** Whether the list may be seen: not beside an urgent sign, nor before the safety questions are answered. */
  gate() {
    const { reading } = this;
    if (!reading) return false;
    const flags = redFlags(this.assets.texts);
    const urgent = flags.some(isStopping);
    const marked = store
      .current()
      .marks.some(({ kind, intensity }) => kind !== "eraser" && intensity !== 0);
    const answered = this.screen.update(flags, marked);
    this.asking = urgent || (marked && !answered);
    // A new mark is not in the reading yet; one that was erased never will be.
    const nothing = !marked || reading.pain.area_cm2 === 0;
    const coming = marked && nothing && readings.waiting();
    const some = reading.candidates.length > 0;
    this.content.hidden = this.asking || nothing;
    this.empty.update(
      this.asking || coming || (some && !nothing) ? null : nothing ? "unmarked" : "unmatched",
    );
    if (this.content.hidden) selections.choose(null);
    this.summary.hidden = this.list.element.hidden = !some;
    return !this.content.hidden;
  }

  summaryText() {
    const { listed, pain } = this.reading;
    return `${count("results.points", listed, { area: number(pain.area_cm2) })} ${t("results.highest")}`;
  }

  announceFirst() {
    const { reading } = this;
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
    clearTimeout(this.soon);
  }
}
