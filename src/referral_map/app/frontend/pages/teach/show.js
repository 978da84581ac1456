// Full-screen steps with a large picture each: the story of a point, the tour of a nerve.
import { button, html } from "../../lib/dom.js";
import { sourceList } from "../../language/citations.js";
import { focusedBeside } from "./focus.js";
import { BigPicture } from "./picture.js";
import { t } from "../../language/words.js";

/** @import { ShowStep, TeachAssets } from "./types.d.ts" */

/** The steps, one at a time, in a dialog. */
export class Show {
  /** @param {Pick<TeachAssets, "drawings" | "texts">} assets */
  constructor(assets) {
    this.assets = assets;
    this.stop = new AbortController();
    /** @type {readonly ShowStep[]} */
    this.steps = [];
    this.at = -1;
    /** @type {(at: number | null) => void} */
    this.went = () => {};
    this.full = false;
    /** @type {ReturnType<typeof focusedBeside>} */
    this.opener = null;
    this.picture = new BigPicture(assets);
    this.title = html("h2", { class: "show-title" });
    this.progress = html("p", { class: "show-progress" });
    this.text = html("div", { class: "show-text", "aria-live": "polite" });
    this.jump = html("select", { "aria-label": t("teach.jump") });
    this.back = button({ class: "show-back" }, t("teach.previous"), () => this.go(this.at - 1));
    this.next = button({ class: "show-next primary" }, t("teach.next"), () => this.go(this.at + 1));
    this.screen = this.build();
    this.element = html(
      "dialog",
      { class: "show", "aria-label": t("teach.show_label") },
      this.screen,
    );
    this.listen();
  }

  build() {
    return html(
      "div",
      { class: "show-screen" },
      html(
        "header",
        { class: "show-head" },
        this.title,
        this.progress,
        this.jump,
        button({ class: "show-close" }, t("teach.close"), () => this.close()),
      ),
      html("div", { class: "show-main" }, this.picture.element, this.text),
      html(
        "footer",
        { class: "show-foot" },
        this.back,
        html("p", { class: "quiet" }, t("teach.show_keys")),
        this.next,
      ),
    );
  }

  listen() {
    const { signal } = this.stop;
    this.jump.addEventListener("change", () => this.go(Number(this.jump.value)));
    this.element.addEventListener("keydown", (event) => this.onKey(event), { signal });
    this.element.addEventListener("close", () => this.closed(), { signal });
    // Escape leaves the full screen without a key event for the page: then the dialog closes too.
    document.addEventListener(
      "fullscreenchange",
      () => {
        if (this.full && !document.fullscreenElement) this.close();
        this.full = this.element.open && Boolean(document.fullscreenElement);
      },
      { signal },
    );
  }

  /**
   * Begin.
   * @param {string} title
   * @param {readonly ShowStep[]} steps
   * @param {object} options
   * @param {boolean} [options.jump] - whether there is a list of the steps to go to
   * @param {number} options.at - the step to begin with
   * @param {(at: number | null) => void} options.went - told of each step, and null of the end
   */
  open(title, steps, { jump = false, at, went }) {
    this.steps = steps;
    this.went = went;
    this.at = -1;
    this.opener = focusedBeside(this.element);
    this.title.textContent = title;
    this.element.setAttribute("aria-label", title);
    this.jump.hidden = !jump;
    this.jump.replaceChildren(...steps.map((step, i) => html("option", { value: i }, step.title)));
    this.element.showModal();
    this.go(at);
    this.next.focus();
    // A browser may refuse, and does where nobody pressed anything, as after loading again: then the
    // dialog covers the page.
    if (navigator.userActivation?.isActive === false) return;
    this.screen
      .requestFullscreen?.()
      .catch((error) => console.info("No full screen:", error.message));
  }

  /**
   * Go to a step; before the first is the first, behind the last the last.
   * @param {number} to - from 0 on
   */
  go(to) {
    const at = Math.min(this.steps.length - 1, Math.max(0, to));
    if (at === this.at) return;
    this.at = at;
    this.went(at);
    const { title, scene, body } = this.steps[at];
    this.progress.textContent = t("teach.progress", { n: at + 1, all: this.steps.length });
    this.text.replaceChildren(html("h3", {}, title), ...body().filter((each) => each !== null));
    if (this.text.querySelector("[data-sources]"))
      this.text.append(sourceList(this.text, this.assets.texts.sources));
    this.text.scrollTop = 0;
    this.picture.show(scene, title);
    this.jump.value = String(at);
    this.press();
  }

  /** At the first and last step the focus moves to the button that still works. */
  press() {
    const last = this.at === this.steps.length - 1;
    const focused = focusedBeside(this.element);
    this.back.disabled = this.at === 0;
    this.next.disabled = last;
    if (focused === this.next && last) this.back.focus();
    if (focused === this.back && this.at === 0) this.next.focus();
  }

  /** @param {KeyboardEvent} event */
  onKey(event) {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const to = this.stepAt(event.key);
    if (event.key === "Escape") {
      event.preventDefault();
      this.close();
    } else if (to !== undefined && event.target !== this.jump) {
      event.preventDefault();
      this.go(to);
    }
  }

  /**
   * The step that a key leads to.
   * @param {string} key
   */
  stepAt(key) {
    return new Map([
      ["ArrowRight", this.at + 1],
      ["PageDown", this.at + 1],
      ["ArrowLeft", this.at - 1],
      ["PageUp", this.at - 1],
      ["Home", 0],
      ["End", this.steps.length - 1],
    ]).get(key);
  }

  close() {
    if (this.element.open) this.element.close();
  }

  closed() {
    this.went(null);
    // Leaving the full screen moves the focus, so it is restored afterwards.
    const left = document.fullscreenElement
      ? document.exitFullscreen().catch(() => {})
      : Promise.resolve();
    left.then(() => this.opener?.focus());
    this.full = false;
    this.picture.forget();
  }

  remove() {
    this.close();
    this.stop.abort();
  }
}
