// A timer for the minutes of a step: start, pause, restart. It stays right while the tab sleeps.
import { button, html } from "../lib/dom.js";
import { t } from "../language/words.js";

/** @param {number} seconds */
function clock(seconds) {
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
}

/**
 * A timer with its buttons.
 * @param {number} seconds
 */
export function buildTimer(seconds) {
  const whole = Math.round(seconds);
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
    { class: "timer", role: "group", "aria-label": t("timer.title", { time: clock(whole) }) },
    display,
    bar,
    start,
    reset,
    announcement,
  );
}
