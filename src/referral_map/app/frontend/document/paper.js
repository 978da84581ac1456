// The paper a page is laid out for: the one that printers hold where the person is, or another.
import { LETTER_TERRITORIES, PAPERS } from "../lib/constants.js";
import { choices } from "../lib/fields.js";
import { t } from "../language/words.js";

/** @import { Choices } from "../types/page.d.ts" */
/** @import { Paper } from "../types/wire.d.ts" */

/**
 * The names of the papers.
 * @type {Readonly<Record<Paper, string>>}
 */
const PAPER_NAMES = { a4: "A4", letter: "Letter" };

/**
 * The paper that is usual where a language is spoken as the browser asks for it: "en" alone is that
 * of the United States.
 * @param {string} [wanted] - such as "en-NZ"
 * @returns {Paper}
 */
export function usualPaper(wanted = navigator.language) {
  return LETTER_TERRITORIES.includes(territoryOf(wanted)) ? "letter" : PAPERS[0];
}

/** @param {string} wanted */
function territoryOf(wanted) {
  try {
    return new Intl.Locale(wanted).maximize().region ?? "";
  } catch {
    return "";
  }
}

/**
 * A choice of the paper.
 * @param {Paper} current
 * @param {(paper: Paper) => void} chosen
 * @returns {Choices<Paper>}
 */
export function paperChoice(current, chosen) {
  return choices(
    t("handout.paper"),
    PAPERS.map((each) => [each, PAPER_NAMES[each]]),
    current,
    chosen,
  );
}
