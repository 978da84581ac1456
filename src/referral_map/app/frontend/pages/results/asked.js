// What the person's own words might tell of: one question at a time, with the words quoted. Answering
// it decides; until then nothing is taken away.
import { html } from "../../lib/dom.js";
import { ANSWERS } from "../../lib/constants.js";
import { choices } from "../../lib/fields.js";
import * as store from "../../document/store.js";
import { count, t } from "../../language/words.js";

/** @import { FoundFlag } from "../../types/wire.d.ts" */

/** The part at the head of the results, hidden while there is nothing to ask. */
export function buildAsked() {
  const question = html("div", { class: "asked-question" });
  const more = html("p", { class: "quiet" });
  const element = html(
    "div",
    { class: "asked", role: "group", "aria-label": t("screen.asked"), hidden: "" },
    html("h3", {}, t("screen.asked")),
    question,
    more,
  );
  return {
    element,
    /** @param {readonly FoundFlag[]} flags - those to ask, the most urgent first */
    update(flags) {
      element.hidden = !flags.length;
      const open = flags.filter(({ id }) => store.current().answers[id] !== "not_sure");
      const first = open[0] ?? flags[0];
      const signature = JSON.stringify([first, store.current().answers[first?.id]]);
      more.hidden = open.length < 2;
      more.textContent = count("screen.asked_more", open.length - 1);
      if (question.dataset.signature === signature) return;
      question.dataset.signature = signature;
      question.replaceChildren(...(first ? askedContent(first) : []));
    },
  };
}

/**
 * A question with the words that made it, and its answers; what to do when the person is not sure.
 * @param {FoundFlag} flag
 */
function askedContent({ id, question, why, urgency, action }) {
  const answer = store.current().answers[id];
  const field = choices(
    question ?? "",
    ANSWERS.map((each) => [each, t(`answers.${each}`)]),
    answer,
    (value) => store.answer({ [id]: value }),
  );
  field.element.dataset.asked = id;
  const unsure = html("p", { class: "unsure" }, t(`screen.unsure_${urgency}`), " ", action);
  const told = [html("p", { class: "because" }, why), field.element];
  return answer === "not_sure" ? [...told, unsure] : told;
}
