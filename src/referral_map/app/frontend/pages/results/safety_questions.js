// The safety questions. They come before the list; an urgent sign takes the place of the list. What the
// person's words might tell of is asked first of all, then what the marked places ask.
import { button, comeIntoSight, html, setText, setProperty } from "../../lib/dom.js";
import { LONGEST_TEXT } from "../../lib/constants.js";
import { checkbox } from "../../lib/fields.js";
import { firstAt, isAskedAt } from "../../care/red_flag_rule.js";
import { buildAlarm, flagElement, isStopping, replaceChanged } from "../../care/urgent.js";
import { buildAsked } from "./asked.js";
import { printable } from "../../document/document.js";
import * as store from "../../document/store.js";
import { keptFold } from "../../shell/kept_fold.js";
import { typedField } from "../../shell/typed_field.js";
import { explainTerms } from "../../language/terms.js";
import { count, t } from "../../language/words.js";

/** @import { Answer, FlagQuestion, FoundFlag } from "../../types/wire.d.ts" */

export class SafetyQuestions {
  /**
   * @param {readonly FlagQuestion[]} flags - the questions
   * @param {AbortSignal} signal - when the part is taken away
   * @param {{changed: () => void, finished: () => void}} act - called when the questions are opened or
   *   answered, and when the person goes on to the list
   */
  constructor(flags, signal, act) {
    this.act = act;
    this.flags = flags;
    /** Questions about signs that stop self-care, of every place. */
    this.stopping = flags.filter(({ stops }) => stops);
    /**
     * Regions, without a side, that are marked.
     * @type {readonly string[]}
     */
    this.regions = [];
    /**
     * By question.
     * @type {Map<string, HTMLInputElement>}
     */
    this.checkboxes = new Map();
    this.reopened = false;
    /**
     * Null before the first update.
     * @type {boolean | null}
     */
    this.wasUrgent = null;
    this.alarm = buildAlarm();
    this.asked = buildAsked();
    this.soon = html("div", { class: "soon" });
    this.words = textBox(signal);
    this.done = button({ class: "primary done" }, "", () => this.finish());
    this.lineText = html("span", {});
    this.line = html(
      "p",
      { class: "screen-line" },
      this.lineText,
      button({ class: "plain again" }, t("screen.change"), () => this.open()),
    );
    this.here = html("div", {});
    this.questions = this.buildQuestions(flags);
    this.title = html("h3", { tabindex: "-1" }, t("screen.title"));
    this.element = html(
      "section",
      { class: "screen", "aria-label": t("screen.title") },
      this.alarm.element,
      this.asked.element,
      this.title,
      this.questions,
      this.line,
      this.soon,
    );
  }

  /** @param {readonly FlagQuestion[]} flags */
  buildQuestions(flags) {
    const placed = (/** @type {FlagQuestion} */ { asked_at: at, asked_first: first, stops }) =>
      first.length > 0 || (stops && at.length > 0);
    this.here.append(this.group(t("screen.here"), flags.filter(placed)));
    const general = this.stopping.filter((flag) => !placed(flag));
    const later = flags.filter((flag) => !flag.stops && !placed(flag));
    return html(
      "div",
      { class: "screen-questions" },
      html("p", {}, explainTerms(t("screen.why"))),
      this.here,
      this.group(t("screen.first"), general),
      this.done,
      keptFold(
        html(
          "details",
          { class: "later" },
          html("summary", {}, t("screen.later")),
          this.group(t("screen.later_legend"), later),
        ),
        "results.later",
      ),
      this.words.element,
    );
  }

  /**
   * @param {string} legend
   * @param {readonly FlagQuestion[]} questions
   */
  group(legend, questions) {
    return html(
      "fieldset",
      { class: "ticks" },
      html("legend", {}, legend),
      ...questions.map(({ id, question }) => {
        const box = checkbox(question, false, (on) =>
          store.answer({ [id]: on ? "yes" : undefined }),
        );
        box.element.dataset.flag = id;
        this.checkboxes.set(id, box.input);
        return box.element;
      }),
    );
  }

  /** The questions that are to be answered before the list: those of every place, and of these. */
  required() {
    const everywhere = this.stopping.filter(({ asked_at: at }) => !at.length);
    return [...everywhere, ...firstAt(this.flags, this.regions)];
  }

  /** Answer no to every question before the list that was shown and is not ticked. */
  finish() {
    const { answers } = store.current();
    this.reopened = false;
    const here = this.stopping.filter((flag) => isAskedAt(flag, this.regions));
    /** @type {Record<string, Answer>} */
    const changes = {};
    for (const { id } of [...here, ...this.required()])
      if (answers[id] !== "yes") changes[id] = "no";
    store.answer(changes);
    this.act.changed();
    this.act.finished();
  }

  open() {
    this.reopened = true;
    this.act.changed();
    this.title.focus();
  }

  /**
   * Show the red flags; returns whether the first questions are answered.
   * @param {readonly FoundFlag[]} redFlags
   * @param {boolean} marked - whether pain is marked
   * @param {readonly string[]} regions - without a side, that are marked
   */
  update(redFlags, marked, regions) {
    const { answers } = store.current();
    this.regions = regions;
    const sure = redFlags.filter(({ heard }) => heard === "sure");
    const stopping = sure.filter(isStopping);
    const isUrgent = stopping.length > 0;
    for (const [id, input] of this.checkboxes) setProperty(input, "checked", answers[id] === "yes");
    this.words.show();
    this.showAsked();
    this.asked.update(redFlags.filter(({ heard }) => heard === "ask"));
    const ticked = this.stopping.some(({ id }) => answers[id] === "yes");
    const answered = this.isAnswered(ticked);
    this.element.hidden = !marked && !redFlags.length;
    this.title.hidden = this.questions.hidden = answered && !isUrgent;
    this.line.hidden = !answered || isUrgent;
    setText(this.lineText, lineOf(sure.length));
    setText(this.done, t(ticked ? "screen.done" : "screen.none_of_these"));
    this.done.hidden = isUrgent;
    this.alarm.update(stopping);
    const later = sure.filter((flag) => !isStopping(flag) && (!isUrgent || isCalm(flag)));
    replaceChanged(this.soon, soonContent(later));
    this.showAlarm(isUrgent);
    return answered;
  }

  /** Show the questions that the marked places ask, and hide those of other places. */
  showAsked() {
    for (const flag of this.flags) {
      const box = this.checkboxes.get(flag.id)?.closest("[data-flag]");
      if (box instanceof HTMLElement) box.hidden = !isAskedAt(flag, this.regions);
    }
    this.here.hidden = !this.here.querySelector("[data-flag]:not([hidden])");
  }

  /**
   * Whether the first questions are answered. A ticked sign stops the list at once.
   * @param {boolean} ticked - whether one of them is
   */
  isAnswered(ticked) {
    const { answers } = store.current();
    const isAnswered = this.required().every(({ id }) => answers[id] !== undefined);
    return isAnswered && !this.reopened && !ticked;
  }

  /**
   * Bring a new alarm into sight. Not on the first update: a page that is loaded again must not jump.
   * @param {boolean} isUrgent
   */
  showAlarm(isUrgent) {
    if (isUrgent && this.wasUrgent === false) comeIntoSight(this.alarm.element);
    this.wasUrgent = isUrgent;
  }
}

/**
 * The line in place of the questions once they are answered.
 * @param {number} flags - how many signs there are
 */
function lineOf(flags) {
  return flags ? count("screen.some", flags) : t("screen.none");
}

/**
 * Whether a sign takes nothing away although it is for now: thoughts of not wanting to live.
 * @param {FoundFlag} flag
 */
function isCalm({ stops, urgency }) {
  return !stops && urgency !== "soon";
}

/**
 * What is shown of signs that do not stop self-care, the calm ones before all; empty without one.
 * @param {readonly FoundFlag[]} flags
 */
function soonContent(flags) {
  const calm = flags.filter(isCalm).map(flagElement);
  const soon = flags.filter((flag) => !isCalm(flag)).map(flagElement);
  return [...calm, ...(soon.length ? [html("h3", {}, t("screen.soon")), ...soon] : [])];
}

/**
 * The person's own words. All of them are shown and read for danger, also beyond what a file holds.
 * @param {AbortSignal} signal - when the part is taken away
 */
function textBox(signal) {
  const area = html("textarea", { rows: 3, placeholder: t("screen.text_example") });
  const field = typedField(area, {
    value: () => store.current().text + store.rest(),
    keep: (typed, pasted) => store.setText(typed, pasted),
    kept: printable,
    limit: LONGEST_TEXT,
    over: "limit.words_over",
  });
  store.on("text", field.show, signal);
  const element = html(
    "div",
    { class: "own-words" },
    html("label", {}, html("span", { class: "field-name" }, t("screen.text")), area),
    field.element,
  );
  return { element, show: field.show };
}
