// How to massage a muscle: the steps, how long and how often as far as it is known, and a timer.
import { html } from "../lib/dom.js";
import { cite } from "../language/citations.js";
import { explainTerms } from "../language/terms.js";
import { buildTimer } from "./timer.js";

/** @import { Dose, Massage } from "../types/wire.d.ts" */

/**
 * What is said of how long and how often: the dose of all muscles, or a muscle's own with its reason.
 * @param {Pick<Massage, "dose">} record - of the muscle
 * @param {Dose} dose - of all muscles
 */
export function doseOf({ dose: own }, dose) {
  return own
    ? { text: `${own.text} ${own.reason}`, sources: own.sources }
    : { text: dose.text, sources: dose.sources };
}

/**
 * Steps of the massage, with a timer for one press where the dose of all muscles holds.
 * @param {Massage} record
 * @param {Dose} dose - of all muscles
 * @param {Set<string>} [within] - terms that are explained already
 */
export function massage(record, dose, within) {
  const { tool, position, strokes, pressure, sources } = record;
  const steps = [tool, position, strokes, pressure].map((each, i, all) =>
    html("li", {}, explainTerms(each, within), i === all.length - 1 ? cite(sources) : null),
  );
  const said = doseOf(record, dose);
  return [
    html("ol", { class: "massage" }, ...steps),
    html("p", { class: "dose" }, explainTerms(said.text, within), cite(said.sources)),
    record.dose ? null : buildTimer(dose.seconds),
  ];
}
