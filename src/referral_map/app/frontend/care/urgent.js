// Signs that need a doctor: one rule of which there are and which stop self-care, and one alarm that
// stands in the place of self-care on every page.
import { html } from "../lib/dom.js";
import * as readings from "../document/reading.js";
import * as store from "../document/store.js";
import { t } from "../language/words.js";

// Urgencies that stop self-care, the most urgent first.
const STOPPING = ["now", "today"];

// Urgencies for which "not sure" counts as the sign.
const COUNTED_IN_DOUBT = ["now"];

/**
 * Every sign that the answers or the person's own words tell of, the most urgent first. The answers
 * count at once, even without the server; the words are read by the server.
 * @param {object[]} flags - the safety questions, the most urgent first
 * @param {Record<string, string>} answers - by the id of a question
 * @param {object[]} reported - red flags of the latest reading
 * @returns {{id, urgency, action, why}[]}
 */
export function signsOf(flags, answers, reported) {
  const read = new Map(reported.map((flag) => [flag.id, flag]));
  return flags.map((flag) => read.get(flag.id) ?? answered(flag, answers[flag.id])).filter(Boolean);
}

function answered({ id, urgency, action, question }, answer) {
  if (answer === "yes") return { id, urgency, action, why: t("guidance.answered", { question }) };
  if (answer !== "not_sure" || !COUNTED_IN_DOUBT.includes(urgency)) return null;
  return { id, urgency, action, why: t("guidance.not_sure", { question }) };
}

/** The signs of the person's document now, see `signsOf`. */
export function redFlags({ flags }) {
  return signsOf(flags, store.current().answers, readings.latest()?.red_flags ?? []);
}

/** Whether a sign of this urgency stops self-care. */
export function isStopping({ urgency }) {
  return STOPPING.includes(urgency);
}

/** The signs that stop self-care now; none when self-care may be offered. */
export function stoppingFlags(texts) {
  return redFlags(texts).filter(isStopping);
}

/** One sign: what to do, and why. */
export function flagElement({ id, action, why, urgency }) {
  return html(
    "div",
    { class: `alarm ${urgency}`, "data-flag": id },
    html("p", { class: "action" }, action),
    html("p", { class: "because" }, why),
  );
}

/**
 * The content of the alarm, the most urgent sign as its title; empty without a sign.
 * @param {object[]} flags - signs that stop self-care
 * @param {string} closing - key of the last sentence
 */
export function alarmContent(flags, closing = "screen.no_self_care") {
  if (!flags.length) return [];
  return [
    html("h3", {}, t(`screen.${flags[0].urgency}`)),
    ...flags.map(flagElement),
    html("p", { class: "no-self-care" }, t(closing)),
  ];
}

/** The alarm, hidden while nothing is urgent: {element, update(flags)}. */
export function buildAlarm(closing) {
  const element = html("div", { class: "urgent", role: "alert", hidden: "" });
  return { element, update: (flags) => replaceChanged(element, alarmContent(flags, closing)) };
}

/** Replace the content where its words differ: an alert is read out each time it changes. */
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
