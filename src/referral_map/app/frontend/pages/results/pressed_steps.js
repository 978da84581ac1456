// How pressing points changed the list, step by step; each step can be undone.
import { button, html } from "../../lib/dom.js";
import * as store from "../../document/store.js";
import { pointTitle, t } from "../../language/words.js";

/** @param {() => void} emptied - called when the last step was undone here */
export function buildSteps(emptied) {
  const list = html("ol", { class: "steps-list" });
  const element = html(
    "section",
    { class: "pressed-steps", "aria-label": t("press.steps"), hidden: "" },
    html("h3", {}, t("press.steps")),
    list,
  );

  function step({ trigger_point: point, side, finding, before, after, words }) {
    const moved =
      before === null
        ? ""
        : ` ${t("press.moved", {
            before: Math.round(before * 100),
            after: Math.round(after * 100),
          })}`;
    const back = button({ class: "plain" }, t("press.undo"), () => {
      store.press(`${point}:${side}`, undefined);
    });
    return html(
      "li",
      { "data-finding": finding },
      html("strong", {}, pointTitle(point, side)),
      ` ${t(`press.${finding}`)}: ${words}.${moved} `,
      back,
    );
  }
  return {
    element,
    update(steps) {
      const inside = list.contains(list.getRootNode().activeElement);
      element.hidden = !steps.length;
      list.replaceChildren(...steps.map(step));
      if (!inside) return;
      if (steps.length) list.querySelector("button").focus();
      else emptied();
    },
  };
}
