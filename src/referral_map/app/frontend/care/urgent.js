// When an answer or the person's own words tell of something that needs a doctor now or today, the
// plain instruction stands in the place of all self-care: the same words as beside the map.
import { html } from "../lib/dom.js";
import * as store from "../document/store.js";
import { t } from "../language/words.js";

const STOPPING = ["now", "today"];

/** Flags whose question is answered yes in this browser, at once and without the server. */
function answeredYes({ flags }) {
  const { answers } = store.current();
  return flags.filter(({ id }) => answers[id] === "yes").map(({ id, urgency, action, question }) => ({ id, urgency, action, why: question }));
}

function alarm({ id, action, why, urgency }) {
  return html("div", { class: `alarm ${urgency}`, "data-flag": id },
    html("p", { class: "action" }, action), html("p", { class: "because" }, why));
}

export function buildUrgent(texts) {
  const element = html("div", { class: "urgent", role: "alert", hidden: "" });
  return {
    element,
    /**
     * @param {object[]} told - flags the server found; it reads the person's own words too
     * @returns {boolean} whether no self-care is offered
     */
    update(told) {
      const known = new Set(told.map(({ id }) => id));
      const found = [...told, ...answeredYes(texts).filter(({ id }) => !known.has(id))]
        .filter(({ urgency }) => STOPPING.includes(urgency))
        .sort((a, b) => STOPPING.indexOf(a.urgency) - STOPPING.indexOf(b.urgency));
      element.hidden = !found.length;
      const signature = JSON.stringify(found);
      if (signature === element.dataset.signature) return found.length > 0;
      element.dataset.signature = signature;
      element.replaceChildren(...(found.length ? [html("h3", {}, t(`screen.${found[0].urgency}`)), ...found.map(alarm),
        html("p", { class: "no-self-care" }, t("screen.no_self_care"))] : []));
      return found.length > 0;
    },
  };
}

/** What stands where self-care would be. */
export function noSelfCare() {
  return html("p", { class: "no-self-care instead" }, t("screen.no_self_care"));
}
