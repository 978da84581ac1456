// Signs that need a doctor: those of the person's document, and one alarm that stands in the place of
// self-care on every page. Which signs there are is the rule of red_flag_rule.js.
import { html } from "../lib/dom.js";
import * as readings from "../document/reading.js";
import * as store from "../document/store.js";
import { t } from "../language/words.js";
import { isStopping, redFlagsOf } from "./red_flag_rule.js";

/** @import { FoundFlag, HelpLine, Texts } from "../types/wire.d.ts" */

export { isStopping };

/**
 * The signs of the person's document now, see `redFlagsOf`.
 * @param {Pick<Texts, "flags">} texts
 */
export function redFlags({ flags }) {
  const read = readings.latest()?.red_flags ?? [];
  return redFlagsOf(flags, store.current().answers, read, ({ question }, answer) =>
    answer === "yes"
      ? t("red_flags.answered", { question })
      : t("red_flags.not_sure", { question }),
  );
}

/**
 * The signs that stop self-care now; none when self-care may be offered.
 * @param {Pick<Texts, "flags">} texts
 */
export function stoppingFlags(texts) {
  return redFlags(texts).filter(isStopping);
}

/**
 * One sign: what to do, and why; `calm` for one that takes nothing away.
 * @param {FoundFlag} flag
 */
export function flagElement({ id, action, why, urgency, stops, help_lines: lines = [] }) {
  const kind = stops || urgency === "soon" ? urgency : "calm";
  return html(
    "div",
    { class: `alarm ${kind}`, "data-flag": id },
    html("p", { class: "action" }, action),
    lines.length ? html("ul", { class: "help-lines" }, ...lines.map(helpLine)) : null,
    html("p", { class: "because" }, why),
  );
}

/**
 * A line to call, which a phone calls when it is tapped.
 * @param {HelpLine} line
 */
function helpLine({ country, number, service }) {
  const dialled = number.replaceAll(/[^\d*+]/g, "");
  return html(
    "li",
    {},
    `${country}: `,
    html("a", { href: `tel:${dialled}` }, number),
    ` (${service})`,
  );
}

/**
 * The content of the alarm, the most urgent sign as its title; empty without a sign.
 * @param {readonly FoundFlag[]} flags - signs that stop self-care
 * @param {string} [closing] - key of the last sentence
 */
export function alarmContent(flags, closing = "screen.no_self_care") {
  if (!flags.length) return [];
  return [
    html("h3", {}, t(`screen.${flags[0].urgency}`)),
    ...flags.map(flagElement),
    html("p", { class: "no-self-care" }, t(closing)),
  ];
}

/**
 * The alarm, hidden while nothing is urgent.
 * @param {string} [closing] - key of the last sentence
 */
export function buildAlarm(closing) {
  const element = html("div", { class: "urgent", role: "alert", hidden: "" });
  return {
    element,
    /** @param {readonly FoundFlag[]} flags - signs that stop self-care */
    update: (flags) => replaceChanged(element, alarmContent(flags, closing)),
  };
}

/**
 * Replace the content where its words differ: an alert is read out each time it changes.
 * @param {HTMLElement} element
 * @param {readonly Element[]} content
 */
export function replaceChanged(element, content) {
  const words = content.map((each) => each.textContent).join();
  element.hidden = !content.length;
  if (element.dataset.words === words) return;
  element.dataset.words = words;
  element.replaceChildren(...content);
}

/** What stands in the place of self-care. */
export function noSelfCare() {
  return html("p", { class: "no-self-care instead" }, t("screen.no_self_care"));
}
