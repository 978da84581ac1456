// What the page remembers while the person is on another page: files, choice and comparison.
//
// It is gone with the window, and as soon as the person erases everything, in whatever window.
import * as store from "../../document/store.js";

/** @import { Comparison, Paper, SentFile } from "../../types/wire.d.ts" */

/**
 * @typedef {object} Opened
 * @property {SentFile[]} files - what is compared
 * @property {string[]} unread - a sentence for each file that could not be read
 * @property {boolean | null} own - whether the page's own document is compared; null: not chosen yet
 * @property {Paper | null} paper - for files of the comparison; null: the usual one
 * @property {{comparison: Comparison, language: string} | null} compared - the latest comparison
 */

/** @returns {Opened} */
const nothing = () => ({ files: [], unread: [], own: null, paper: null, compared: null });

const opened = nothing();
let listening = false;
let emptied = 0;
let latest = 0;
/** @type {() => void} */
let onEmptied = () => {};

/**
 * What was opened. Called when the page is built.
 * @param {() => void} show - called when it has been emptied while the page is shown
 */
export function remembered(show) {
  onEmptied = show;
  if (!listening) {
    listening = true;
    // Erasing empties the document before anybody hears of it; opening a file does not.
    store.on("replaced", () => store.isEmpty() && empty());
    store.on("erased-elsewhere", empty);
  }
  return opened;
}

/** The number of a question about what is opened now; only the answer to the latest counts. */
export function nextQuestion() {
  latest += 1;
  return latest;
}

/** @param {number} question */
export function isLatest(question) {
  return question === latest;
}

/** How often it was emptied: what was begun before must not come back after it. */
export function timesEmptied() {
  return emptied;
}

function empty() {
  emptied += 1;
  Object.assign(opened, nothing());
  nextQuestion();
  onEmptied();
}
