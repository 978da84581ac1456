// A timer for one press: how long, start, pause, restart. It stays right while the tab sleeps.
import { button, html } from "../lib/dom.js";
import { choices } from "../lib/fields.js";
import { t } from "../language/words.js";
import { clock, firstTime, pressTimes } from "./press_times.js";

/**
 * @param {readonly number[]} times - in seconds
 * @param {number} first
 * @param {(seconds: number) => void} changed
 */
function lengthChoices(times, first, changed) {
  const list = times.map(
    (each) => /** @type {const} */ ([String(each), t("timer.seconds", { n: each })]),
  );
  return choices(t("timer.length"), list, String(first), (each) => changed(Number(each)));
}

/**
 * A timer with its buttons, and the times it can run for.
 * @param {readonly [number, number]} range - the least and the most seconds of a press
 */
export function buildTimer(range) {
  const times = pressTimes(range);
  let whole = firstTime(times);
  const lengths = lengthChoices(times, whole, (chosen) => {
    pause();
    whole = chosen;
    left = whole;
    bar.max = whole;
    announcement.textContent = "";
    show();
  });
  const display = html("span", { class: "clock", role: "timer" }, clock(whole));
  const announcement = html("span", { class: "unseen", "aria-live": "assertive" });
  const bar = html("progress", { max: whole, value: 0, "aria-label": t("timer.done_part") });
  const start = button({ class: "start" }, t("timer.start"), () => (running ? pause() : run()));
  const reset = button({ class: "plain" }, t("timer.again"), () => {
    pause();
    left = whole;
    show();
  });
  let left = whole;
  let running = 0;
  let until = 0;

  function run() {
    if (left === 0) left = whole;
    until = Date.now() + left * 1000;
    running = setInterval(step, 250);
    announcement.textContent = "";
    start.textContent = t("timer.pause");
    show();
  }

  function pause() {
    clearInterval(running);
    running = 0;
    start.textContent = t("timer.start");
  }

  function step() {
    left = Math.max(0, Math.ceil((until - Date.now()) / 1000));
    show();
    if (left > 0) return;
    pause();
    announcement.textContent = t("timer.over");
    display.textContent = t("timer.over");
  }

  function show() {
    display.textContent = clock(left);
    bar.value = whole - left;
  }
  return html(
    "div",
    { class: "timer", role: "group", "aria-label": t("timer.title") },
    lengths.element,
    display,
    bar,
    start,
    reset,
    announcement,
  );
}
