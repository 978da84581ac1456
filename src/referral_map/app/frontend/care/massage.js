// How to massage a muscle: the steps, how long and how often, and a timer.
import { html } from "../lib/dom.js";
import { cite } from "../language/citations.js";
import { explainTerms } from "../language/terms.js";
import { number, t } from "../language/words.js";
import { buildTimer } from "./timer.js";

/** @import { Massage } from "../types/wire.d.ts" */

/**
 * Steps of the massage, with a timer for the minutes they name.
 * @param {Massage} record
 * @param {Set<string>} [within] - terms that are explained already
 */
export function massage(
  { tool, position, strokes, pressure, minutes, times_a_week: times, sources },
  within,
) {
  const steps = [tool, position, strokes, pressure].map((each) =>
    html("li", {}, explainTerms(each, within)),
  );
  return [
    html("ol", { class: "massage" }, ...steps),
    html(
      "p",
      { class: "dose" },
      t("card.dose", { minutes: number(minutes, minutes % 1 ? 1 : 0), times }),
      cite(sources),
    ),
    buildTimer(minutes * 60),
  ];
}
