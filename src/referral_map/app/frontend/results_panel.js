// The panel of results. It is built once; each answer of the server redraws what it changed.
import { comeIntoSight, html, say } from "./dom.js";
import * as bus from "./bus.js";
import { CandidateList } from "./candidate_list.js";
import { buildEmpty } from "./empty.js";
import { buildNerve } from "./nerve.js";
import * as said from "./said.js";
import { buildScreen, stopping } from "./screen.js";
import { buildSets } from "./sets.js";
import { buildSteps } from "./steps.js";
import * as store from "./store.js";
import { count, number, t } from "./words.js";

// What takes longer is said to be on its way.
const SOON_MS = 500;

export class Results {
  constructor(root, assets) {
    this.assets = assets;
    this.stop = new AbortController();
    this.title = html("h2", { tabindex: "-1" }, t("results.title"));
    this.summary = html("p", { class: "summary" });
    this.live = html("p", { class: "unseen", role: "status", "aria-live": "polite" });
    this.screen = buildScreen(assets.texts, () => this.refresh(), () => this.comeForward(), this.stop.signal);
    this.empty = buildEmpty(assets.texts);
    this.looking = html("p", { class: "looking", "aria-hidden": "true" });
    this.steps = buildSteps(() => this.title.focus());
    this.list = new CandidateList(assets);
    this.sets = buildSets(assets);
    this.nerve = buildNerve(assets.texts);
    this.found = html("div", { class: "found" }, this.summary, this.steps.element, this.list.element,
      this.sets.element, this.nerve.element);
    this.panel = html("section", { class: "results-panel", "aria-label": t("results.title") },
      this.title, this.screen.element, this.live, this.looking, this.empty.element, this.found);
    root.append(this.panel);
    // Before the first answer nothing can be said.
    this.screen.element.hidden = this.found.hidden = true;
    this.empty.update(null);
    bus.on("chosen", () => this.list.press(), this.stop.signal);
    bus.on("go-to-results", () => this.comeForward(), this.stop.signal);
    for (const name of ["answers", "marks", "replaced"]) store.on(name, () => this.refresh(), this.stop.signal);
    store.on("document", () => this.wait(), this.stop.signal);
  }

  /** Says that an answer is on its way, where it takes long enough to be missed. */
  wait() {
    clearTimeout(this.soon);
    this.look("");
    if (said.waiting()) this.soon = setTimeout(() => this.look(this.asking ? "" : t("results.looking")), SOON_MS);
  }

  look(words) {
    if (words || this.live.textContent === this.looking.textContent) this.live.textContent = words;
    this.looking.textContent = words;
  }

  update({ reading }) {
    this.wait();
    // The same answer again, as after a change of the note, changes nothing.
    const signature = JSON.stringify(reading);
    if (!reading || signature === this.signature) return this.refresh();
    this.signature = signature;
    this.reading = reading;
    this.stale = true;
    this.refresh();
    this.tell();
    // Says for which marks the list stands: what measures the page's answers watches it.
    this.panel.dataset.area = reading.pain.area_cm2;
  }

  /** Draws what the server said, once, when it may be seen. */
  refresh() {
    if (!this.gate() || !this.stale) return;
    this.stale = false;
    say(this.summary, this.summed());
    this.steps.update(this.reading.steps ?? []);
    this.list.update(this.reading.candidates, this.reading.listed);
    this.follow();
  }

  /** Pictures, and what stands below the list, come a moment later: the list is on screen at once. */
  follow() {
    const { reading } = this;
    requestAnimationFrame(() => setTimeout(() => {
      if (reading !== this.reading) return;
      this.list.draw();
      this.sets.update(reading.sets);
      this.nerve.update(reading.nerve);
    }));
  }

  /** What is urgent stands alone; before the safety questions are answered nothing is listed. */
  gate() {
    const { reading } = this;
    if (!reading) return false;
    // What is ticked tells what to do even when the server does not; nothing it told before is left out.
    const flags = said.lost() ? this.screen.withTicked(reading.red_flags) : reading.red_flags;
    const urgent = !reading.self_care || stopping(flags).length > 0;
    const marked = store.current().marks.some(({ kind, intensity }) => kind !== "eraser" && intensity !== 0);
    const answered = this.screen.update(flags, urgent, marked);
    this.asking = urgent || (marked && !answered);
    // A mark just made is not in the reading yet; one that was rubbed out never will be.
    const nothing = !marked || reading.pain.area_cm2 === 0;
    const coming = marked && nothing && said.waiting();
    const some = reading.candidates.length > 0;
    this.found.hidden = this.asking || nothing;
    this.empty.update(this.asking || coming || (some && !nothing) ? null : nothing ? "unmarked" : "unmatched");
    if (this.found.hidden) bus.choose(null);
    this.summary.hidden = this.list.element.hidden = !some;
    return !this.found.hidden;
  }

  summed() {
    const { listed, pain } = this.reading;
    return `${count("results.points", listed, { area: number(pain.area_cm2) })} ${t("results.highest")}`;
  }

  tell() {
    const { reading } = this;
    // What is urgent is an alert of its own.
    if (this.found.hidden || !reading.candidates.length) this.live.textContent = "";
    else this.live.textContent = t("results.first", { points: count("results.points_short", reading.listed), first: this.list.firstTitle() });
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
