// "Does it also hurt here?": the one region whose answer tells most, shown on the map, and the answers that
// were given, each of which can be taken back.
import { button, html, setText } from "../../lib/dom.js";
import { ANSWERS } from "../../lib/constants.js";
import { keepState, stateOf } from "../../document/page_state.js";
import * as selections from "../../document/selection.js";
import * as store from "../../document/store.js";
import { count, regionName, t } from "../../language/words.js";

/** @import { Reading } from "../../types/wire.d.ts" */

/** Whether the person wants no such question, till the next person. */
const SKIPPED = "results.also_skipped";

export function buildAlso() {
  const alike = html("p", { class: "quiet" });
  const region = html("p", { class: "also-region" });
  let asked = "";
  const answers = html(
    "div",
    { class: "buttons" },
    ...ANSWERS.map((given) =>
      button({ "data-answer": given }, t(`answers.${given}`), () => {
        if (asked) store.alsoHurts(asked, given);
      }),
    ),
  );
  const show = button({ class: "plain" }, t("also.show"), () => selections.goTo("asked"));
  const skip = button({ class: "plain" }, t("also.skip"), () => {
    keepState(SKIPPED, true);
    ask("");
  });
  const question = html(
    "div",
    { class: "also-question", role: "group", "aria-label": t("also.question") },
    html("h3", {}, t("also.question")),
    region,
    answers,
    html("p", { class: "quiet" }, show, " ", skip),
  );
  const given = html("ul", { class: "plain-list also-given" });
  const element = html("section", { class: "also", hidden: "" }, alike, question, given);

  /** @param {string} id - of the region to ask about; "" for none */
  function ask(id) {
    asked = id;
    question.hidden = !id;
    if (id) setText(region, regionName(id));
    selections.askAbout(id);
    element.hidden = !id && !given.childElementCount;
  }

  /**
   * @param {string} id - of a region
   * @param {string} answer
   */
  function answered(id, answer) {
    const back = button({ class: "plain" }, t("also.undo"), () => {
      store.alsoHurts(id, undefined);
      question.querySelector("button")?.focus();
    });
    return html(
      "li",
      { "data-region": id, "data-answer": answer },
      `${regionName(id)}: ${t(`answers.${answer}`)}. `,
      back,
    );
  }

  return {
    element,
    /** @param {Reading | null} reading - null while nothing may be asked */
    update(reading) {
      const entries = Object.entries(reading ? store.current().also_hurts : {});
      given.replaceChildren(...entries.map(([id, answer]) => answered(id, answer)));
      const isSkipped = stateOf(SKIPPED, false);
      alike.hidden = isSkipped || !reading?.ask_area || reading.alike < 2;
      if (reading) setText(alike, count("also.alike", reading.alike));
      ask(isSkipped ? "" : (reading?.ask_area?.region ?? ""));
    },
  };
}
