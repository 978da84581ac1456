// How long the timer can run for one press.

const STEP = 30;
const USUAL = 60;

/**
 * The seconds that are offered: those of the range, in steps.
 * @param {readonly [number, number]} range - the least and the most that were tried
 */
export function pressTimes([least, most]) {
  const count = Math.floor((most - least) / STEP) + 1;
  return Array.from({ length: count }, (_, i) => least + i * STEP);
}

/**
 * The seconds the timer begins with: a minute where that is offered, else the least.
 * @param {readonly number[]} times
 */
export function firstTime(times) {
  return times.includes(USUAL) ? USUAL : times[0];
}

/**
 * Seconds as a clock shows them.
 * @param {number} seconds
 */
export function clock(seconds) {
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
}
