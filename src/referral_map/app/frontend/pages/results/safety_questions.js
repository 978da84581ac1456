// The safety questions. They come before the list; an urgent sign takes the place of the list.
import { button, comeIntoSight, html, setText, setProperty } from "../../lib/dom.js";
import { checkbox } from "../../lib/fields.js";
import { buildAlarm, flagElement, isStopping, replaceChanged } from "../../care/urgent.js";
import * as store from "../../document/store.js";
import { explainTerms } from "../../language/terms.js";
import { count, t } from "../../language/words.js";

const TYPING_MS = 500;

/**
 * @param {object} texts - holds the questions
 * @param {() => void} changed - called when the questions are opened again
 * @param {() => void} finished - called when the person goes on to the list
 * @param {AbortSignal} signal - when the part is taken away
 */
export function buildScreen({ flags }, changed, finished, signal) {
  const alarm = buildAlarm();
  const soon = html("div", { class: "soon" });
  const first = flags.filter(isStopping);
  const later = flags.filter((flag) => !isStopping(flag));
  const checkboxes = new Map();
  const words = textBox(signal);
  const done = button({ class: "primary done" }, "", () => finish());
  const again = button({ class: "plain again" }, t("screen.change"), () => open());
  const line = html("p", { class: "screen-line" }, html("span", {}), again);
  const questionList = html(
    "div",
    { class: "screen-questions" },
    html("p", {}, explainTerms(t("screen.why"))),
    group(t("screen.first"), first),
    done,
    html(
      "details",
      { class: "later" },
      html("summary", {}, t("screen.later")),
      group(t("screen.later_legend"), later),
    ),
    words.element,
  );
  const title = html("h3", { tabindex: "-1" }, t("screen.title"));
  const element = html(
    "section",
    { class: "screen", "aria-label": t("screen.title") },
    alarm.element,
    title,
    questionList,
    line,
    soon,
  );
  let reopened = false;
  let wasUrgent = null;

  function group(legend, questions) {
    return html(
      "fieldset",
      { class: "ticks" },
      html("legend", {}, legend),
      ...questions.map(({ id, question }) => {
        const box = checkbox(question, false, (on) =>
          store.answer({ [id]: on ? "yes" : undefined }),
        );
        box.element.dataset.flag = id;
        checkboxes.set(id, box.input);
        return box.element;
      }),
    );
  }

  /** Answer no to every first question that is not ticked. */
  function finish() {
    const { answers } = store.current();
    reopened = false;
    store.answer(
      Object.fromEntries(
        first.filter(({ id }) => answers[id] !== "yes").map(({ id }) => [id, "no"]),
      ),
    );
    changed();
    finished();
  }

  function open() {
    reopened = true;
    changed();
    title.focus();
  }

  /** Show the red flags; returns whether the first questions are answered. */
  function update(redFlags, marked) {
    const { answers, text } = store.current();
    const stopping = redFlags.filter(isStopping);
    const isUrgent = stopping.length > 0;
    for (const [id, input] of checkboxes) setProperty(input, "checked", answers[id] === "yes");
    words.show(text);
    const some = first.some(({ id }) => answers[id] === "yes");
    // A ticked sign stops the list at once.
    const answered = first.every(({ id }) => answers[id] !== undefined) && !reopened && !some;
    element.hidden = !marked && !redFlags.length;
    title.hidden = questionList.hidden = answered && !isUrgent;
    line.hidden = !answered || isUrgent;
    setText(
      line.firstChild,
      redFlags.length ? count("screen.some", redFlags.length) : t("screen.none"),
    );
    setText(done, t(some ? "screen.done" : "screen.none_of_these"));
    done.hidden = isUrgent;
    alarm.update(stopping);
    const rest = redFlags.filter((flag) => !isStopping(flag));
    replaceChanged(
      soon,
      rest.length && !isUrgent ? [html("h3", {}, t("screen.soon")), ...rest.map(flagElement)] : [],
    );
    // Not on the first update: a page that is loaded again must not jump.
    if (isUrgent && wasUrgent === false) comeIntoSight(alarm.element);
    wasUrgent = isUrgent;
    return answered;
  }

  return { element, update };
}

/** The person's own words, saved when they pause typing. */
function textBox(signal) {
  const area = html("textarea", {
    rows: 3,
    maxlength: 5000,
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
    show(text) {
      if (area.getRootNode().activeElement !== area && area.value !== text) area.value = text;
    },
  };
}
