// How pressing points changed the list, step by step; each step can be undone.
import { button, html } from "../../lib/dom.js";
import { focusedBeside } from "../../lib/focus.js";
import * as store from "../../document/store.js";
import { pointTitle, t } from "../../language/words.js";

/** @import { Step } from "../../types/wire.d.ts" */

/** @param {() => void} emptied - called when the last step was undone here */
export function buildSteps(emptied) {
  const list = html("ol", { class: "steps-list" });
  const element = html(
    "section",
    { class: "pressed-steps", "aria-label": t("press.steps"), hidden: "" },
    html("h3", {}, t("press.steps")),
    list,
  );

  /** @param {Step} step */
  function item(step) {
    const { trigger_point: point, side, finding, words } = step;
    const back = button({ class: "plain" }, t("press.undo"), () => {
      store.press(`${point}:${side}`, undefined);
    });
    return html(
      "li",
      { "data-finding": finding },
      html("strong", {}, pointTitle(point, side)),
      ` ${t(`press.${finding}`)}: ${words}.${moved(step)} `,
      back,
    );
  }
  return {
    element,
    /** @param {readonly Step[]} steps */
    update(steps) {
      const inside = list.contains(focusedBeside(list));
      element.hidden = !steps.length;
      list.replaceChildren(...steps.map(item));
      if (!inside) return;
      if (steps.length) list.querySelector("button")?.focus();
      else emptied();
    },
  };
}

/**
 * How the score changed, where the point was listed.
 * @param {Step} step
 */
function moved({ before, after }) {
  if (before === null) return "";
  const percent = { before: Math.round(before * 100), after: Math.round((after ?? 0) * 100) };
  return ` ${t("press.moved", percent)}`;
}
