// Dates as the person's own browser writes them: in the language of the page, and of their country.
import { language } from "./words.js";

/** The locale of the browser that speaks the language of the page, such as en-NZ; else the language alone. */
export function locale(wanted = navigator.languages, code = language()) {
  return wanted.find((each) => each.toLowerCase().split("-")[0] === code) ?? code;
}

/**
 * The day of a moment or a date, on the clock on which it was written.
 * @param {string} written - such as 2026-11-03 or 2026-11-03T09:15:00+13:00
 */
export function dayInWords(written) {
  const day = new Date(`${written.slice(0, 10)}T12:00:00`);
  return new Intl.DateTimeFormat(locale(), { dateStyle: "long" }).format(day);
}
