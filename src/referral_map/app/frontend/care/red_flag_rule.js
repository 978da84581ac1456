// Which signs need a doctor, and which of them stop self-care: the same rule as in Python
// (screen.py), held to it by a test in every combination. Nothing here asks or draws.
import { COUNTED_IN_DOUBT, STOPPING, URGENCIES } from "../lib/constants.js";

/** @import { Answer, FlagQuestion, FoundFlag, Urgency } from "../types/wire.d.ts" */

/**
 * Whether an answer to the question about a sign tells of the sign.
 * @param {Urgency} urgency - of the sign
 * @param {Answer | undefined} answer
 */
export function tellsOf(urgency, answer) {
  return answer === "yes" || (answer === "not_sure" && COUNTED_IN_DOUBT.includes(urgency));
}

/**
 * Whether a sign stops self-care.
 * @param {{urgency: Urgency}} sign
 */
export function isStopping({ urgency }) {
  return STOPPING.includes(urgency);
}

/**
 * The signs that the answers or the person's own words tell of, the most urgent first. The answers
 * count at once, without the server; words are read by the server alone.
 * @param {readonly FlagQuestion[]} questions
 * @param {Readonly<Record<string, Answer | undefined>>} answers - by id of a question
 * @param {readonly FoundFlag[]} read - what the server read last
 * @param {(question: FlagQuestion, answer: Answer) => string} why - which answer tells of a sign
 * @returns {FoundFlag[]}
 */
export function redFlagsOf(questions, answers, read, why) {
  const reported = new Map(read.map((flag) => [flag.id, flag]));
  const flags = questions.flatMap((question) => {
    const { id, urgency, action } = question;
    const answer = answers[id];
    const flag = reported.get(id);
    if (flag) return [flag];
    if (!answer || !tellsOf(urgency, answer)) return [];
    return [{ id, urgency, action, why: why(question, answer), sources: [] }];
  });
  return flags.sort((a, b) => URGENCIES.indexOf(a.urgency) - URGENCIES.indexOf(b.urgency));
}
