// The safety questions. They come before the list; an urgent sign takes the place of the list.
import { button, comeIntoSight, html, setText, setProperty } from "../../lib/dom.js";
import { LONGEST_TEXT } from "../../lib/constants.js";
import { checkbox } from "../../lib/fields.js";
import { focusedBeside } from "../../lib/focus.js";
import { buildAlarm, flagElement, isStopping, replaceChanged } from "../../care/urgent.js";
import * as store from "../../document/store.js";
import { explainTerms } from "../../language/terms.js";
import { count, t } from "../../language/words.js";

/** @import { Answer, FlagQuestion, FoundFlag } from "../../types/wire.d.ts" */

const TYPING_MS = 500;

export class SafetyQuestions {
  /**
   * @param {readonly FlagQuestion[]} flags - the questions
   * @param {AbortSignal} signal - when the part is taken away
   * @param {{changed: () => void, finished: () => void}} act - called when the questions are opened or
   *   answered, and when the person goes on to the list
   */
  constructor(flags, signal, act) {
    this.act = act;
    /** Questions about signs that stop self-care. */
    this.first = flags.filter(isStopping);
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
    this.questions = this.buildQuestions(flags);
    this.title = html("h3", { tabindex: "-1" }, t("screen.title"));
    this.element = html(
      "section",
      { class: "screen", "aria-label": t("screen.title") },
      this.alarm.element,
      this.title,
      this.questions,
      this.line,
      this.soon,
    );
  }

  /** @param {readonly FlagQuestion[]} flags */
  buildQuestions(flags) {
    const later = flags.filter((flag) => !isStopping(flag));
    return html(
      "div",
      { class: "screen-questions" },
      html("p", {}, explainTerms(t("screen.why"))),
      this.group(t("screen.first"), this.first),
      this.done,
      html(
        "details",
        { class: "later" },
        html("summary", {}, t("screen.later")),
        this.group(t("screen.later_legend"), later),
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

  /** Answer no to every first question that is not ticked. */
  finish() {
    const { answers } = store.current();
    this.reopened = false;
    /** @type {Record<string, Answer>} */
    const changes = {};
    for (const { id } of this.first) if (answers[id] !== "yes") changes[id] = "no";
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
   */
  update(redFlags, marked) {
    const { answers, text } = store.current();
    const stopping = redFlags.filter(isStopping);
    const isUrgent = stopping.length > 0;
    for (const [id, input] of this.checkboxes) setProperty(input, "checked", answers[id] === "yes");
    this.words.show(text);
    const ticked = this.first.some(({ id }) => answers[id] === "yes");
    const answered = this.isAnswered(ticked);
    this.element.hidden = !marked && !redFlags.length;
    this.title.hidden = this.questions.hidden = answered && !isUrgent;
    this.line.hidden = !answered || isUrgent;
    setText(this.lineText, lineOf(redFlags.length));
    setText(this.done, t(ticked ? "screen.done" : "screen.none_of_these"));
    this.done.hidden = isUrgent;
    this.alarm.update(stopping);
    const later = redFlags.filter((flag) => !isStopping(flag));
    replaceChanged(this.soon, isUrgent ? [] : soonContent(later));
    this.showAlarm(isUrgent);
    return answered;
  }

  /**
   * Whether the first questions are answered. A ticked sign stops the list at once.
   * @param {boolean} ticked - whether one of them is
   */
  isAnswered(ticked) {
    const { answers } = store.current();
    return this.first.every(({ id }) => answers[id] !== undefined) && !this.reopened && !ticked;
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
 * What is shown of signs that do not stop self-care; empty without one.
 * @param {readonly FoundFlag[]} flags
 */
function soonContent(flags) {
  return flags.length ? [html("h3", {}, t("screen.soon")), ...flags.map(flagElement)] : [];
}

/**
 * The person's own words, saved when they pause typing.
 * @param {AbortSignal} signal - when the part is taken away
 */
function textBox(signal) {
  const area = html("textarea", {
    rows: 3,
    maxlength: LONGEST_TEXT,
    placeholder: t("screen.text_example"),
  });
  const element = html(
    "label",
    { class: "own-words" },
    html("span", { class: "field-name" }, t("screen.text")),
    area,
  );
  let waiting = 0;
  const save = () => {
    clearTimeout(waiting);
    store.set("text", area.value);
  };
  area.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(save, TYPING_MS);
  });
  area.addEventListener("change", save);
  // What was being typed when everything was erased, or a file opened, is not told after all.
  store.on(
    "text",
    () => {
      clearTimeout(waiting);
      if (area.value !== store.current().text) area.value = store.current().text;
    },
    signal,
  );
  return {
    element,
    /** @param {string} text */
    show(text) {
      if (focusedBeside(area) !== area && area.value !== text) area.value = text;
    },
  };
}
