// The safety questions. They come before the list; an urgent sign takes the place of the list.
import { button, comeIntoSight, html, setText, setProperty } from "../../lib/dom.js";
import { checkbox } from "../../lib/fields.js";
import * as store from "../../document/store.js";
import { explainTerms } from "../../language/terms.js";
import { count, t } from "../../language/words.js";

const FIRST = ["now", "today"];
const TYPING_MS = 500;

/** Of some flags those that need help now or today: they end self-care. */
export function stopping(flags) {
  return flags.filter(({ urgency }) => FIRST.includes(urgency));
}

/**
 * @param {object} texts - holds the questions
 * @param {() => void} changed - called when the questions are opened again
 * @param {() => void} finished - called when the person goes on to the list
 * @param {AbortSignal} signal - when the part is taken away
 */
export function buildScreen({ flags }, changed, finished, signal) {
  const urgent = html("div", { class: "urgent", role: "alert" });
  const soon = html("div", { class: "soon" });
  const first = flags.filter(({ urgency }) => FIRST.includes(urgency));
  const later = flags.filter(({ urgency }) => !FIRST.includes(urgency));
  const checkboxes = new Map();
  const words = textBox(signal);
  const done = button({ class: "primary done" }, "", () => finish());
  const again = button({ class: "plain again" }, t("screen.change"), () => open());
  const line = html("p", { class: "screen-line" }, html("span", {}), again);
  const questionList = html("div", { class: "screen-questions" },
    html("p", {}, explainTerms(t("screen.why"))),
    group(t("screen.first"), first), done,
    html("details", { class: "later" }, html("summary", {}, t("screen.later")), group(t("screen.later_legend"), later)),
    words.element);
  const title = html("h3", { tabindex: "-1" }, t("screen.title"));
  const element = html("section", { class: "screen", "aria-label": t("screen.title") },
    urgent, title, questionList, line, soon);
  let reopened = false;
  let wasUrgent = null;

  function group(legend, questions) {
    return html("fieldset", { class: "ticks" }, html("legend", {}, legend), ...questions.map(({ id, question }) => {
      const box = checkbox(question, false, (on) => store.answer({ [id]: on ? "yes" : undefined }));
      box.element.dataset.flag = id;
      checkboxes.set(id, box.input);
      return box.element;
    }));
  }

  /** Answer no to every first question that is not ticked. */
  function finish() {
    const { answers } = store.current();
    reopened = false;
    store.answer(Object.fromEntries(first.filter(({ id }) => answers[id] !== "yes").map(({ id }) => [id, "no"])));
    changed();
    finished();
  }

  function open() {
    reopened = true;
    changed();
    title.focus();
  }

  function alarm({ id, action, why, urgency }) {
    return html("div", { class: `alarm ${urgency}`, "data-flag": id },
      html("p", { class: "action" }, action), html("p", { class: "because" }, why));
  }

  /** Shows the flags; true when the first questions are answered. */
  function update(found, isUrgent, marked) {
    const { answers, text } = store.current();
    for (const [id, input] of checkboxes) setProperty(input, "checked", answers[id] === "yes");
    words.show(text);
    const some = first.some(({ id }) => answers[id] === "yes");
    // A tick stops the list at once; what to do instead is said by the server.
    const answered = first.every(({ id }) => answers[id] !== undefined) && !reopened && !some;
    element.hidden = !marked && !found.length;
    title.hidden = questionList.hidden = answered && !isUrgent;
    line.hidden = !answered || isUrgent;
    setText(line.firstChild, found.length ? count("screen.some", found.length) : t("screen.none"));
    setText(done, t(some ? "screen.done" : "screen.none_of_these"));
    done.hidden = isUrgent;
    const stop = stopping(found);
    replace(urgent, isUrgent ? [html("h3", {}, t(`screen.${stop[0].urgency}`)), ...stop.map(alarm),
      html("p", { class: "no-self-care" }, t("screen.no_self_care"))] : []);
    const rest = found.filter(({ urgency }) => !FIRST.includes(urgency));
    replace(soon, rest.length && !isUrgent ? [html("h3", {}, t("screen.soon")), ...rest.map(alarm)] : []);
    // Not on the first update: a page that is loaded again must not jump.
    if (isUrgent && wasUrgent === false) comeIntoSight(urgent);
    wasUrgent = isUrgent;
    return answered;
  }

  /** An alert is read out when it changes, so it is left alone while it says the same. */
  function replace(box, content) {
    const signature = content.map((each) => each.textContent).join();
    box.hidden = !content.length;
    if (box.dataset.signature === signature) return;
    box.dataset.signature = signature;
    box.replaceChildren(...content);
  }

  /** The flags found and the signs that are ticked, the most urgent first, as the server tells of them. */
  function withTicked(found) {
    const { answers } = store.current();
    const ids = new Set(found.map(({ id }) => id));
    const ticked = first.filter(({ id }) => answers[id] === "yes" && !ids.has(id))
      .map((flag) => ({ ...flag, why: flag.question }));
    const all = [...found, ...ticked];
    return [...FIRST.flatMap((urgency) => all.filter((flag) => flag.urgency === urgency)),
      ...all.filter(({ urgency }) => !FIRST.includes(urgency))];
  }

  return { element, update, withTicked };
}

/** The person's own words, saved when they pause typing. */
function textBox(signal) {
  const area = html("textarea", { rows: 3, maxlength: 5000, placeholder: t("screen.text_example") });
  const element = html("label", { class: "own-words" }, html("span", { class: "field-name" }, t("screen.text")), area);
  let waiting = 0;
  const save = () => { clearTimeout(waiting); store.set("text", area.value); };
  area.addEventListener("input", () => { clearTimeout(waiting); waiting = setTimeout(save, TYPING_MS); });
  area.addEventListener("change", save);
  // What was being typed when everything was erased, or a file opened, is not told after all.
  store.on("text", () => {
    clearTimeout(waiting);
    if (area.value !== store.current().text) area.value = store.current().text;
  }, signal);
  return {
    element,
    show(text) {
      if (area.getRootNode().activeElement !== area && area.value !== text) area.value = text;
    },
  };
}
