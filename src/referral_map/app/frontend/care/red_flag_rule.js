// Which signs need a doctor, which have to be asked, and which stop self-care: the same rules as in
// Python (screen.py), held to them by a test in every combination. Nothing here asks or draws.
import { COUNTED_IN_DOUBT, HOLD_BACKS, STOPPING, URGENCIES } from "../lib/constants.js";

/** @import { Answer, FlagQuestion, FoundFlag, SelfCareChange, Urgency } from "../types/wire.d.ts" */

/** @typedef {Readonly<Record<string, Answer | undefined>>} Answers - by id of a question */

/**
 * Whether an answer to the question about a sign tells of the sign.
 * @param {Urgency} urgency - of the sign
 * @param {Answer | undefined} answer
 */
export function tellsOf(urgency, answer) {
  return answer === "yes" || (answer === "not_sure" && COUNTED_IN_DOUBT.includes(urgency));
}

/**
 * Whether a sign stops self-care: it is sure, and one of those that do.
 * @param {Pick<FoundFlag, "heard" | "stops">} sign
 */
export function isStopping({ heard, stops }) {
  return heard === "sure" && stops;
}

/**
 * The signs of answers and of the person's own words: the sure ones, then those to ask; the most
 * urgent first. The answers count at once, without the server; words are read by the server alone.
 * @param {readonly FlagQuestion[]} questions
 * @param {Answers} answers
 * @param {readonly FoundFlag[]} read - what the server read last
 * @param {(question: FlagQuestion, answer: Answer) => string} why - which answer tells of a sign
 * @returns {FoundFlag[]}
 */
export function redFlagsOf(questions, answers, read, why) {
  const reported = new Map(read.map((flag) => [flag.id, flag]));
  const flags = questions.flatMap((question) => {
    const answer = answers[question.id];
    const heard = heardAfter(reported.get(question.id) ?? null, answer);
    const flag = flagOf(question, answer, heard, why);
    return flag ? [flag] : [];
  });
  return flags.sort(
    (a, b) =>
      Number(a.heard === "ask") - Number(b.heard === "ask") ||
      URGENCIES.indexOf(a.urgency) - URGENCIES.indexOf(b.urgency),
  );
}

/**
 * What the server read, unless the answer says no to what had to be asked.
 * @param {FoundFlag | null} read
 * @param {Answer | undefined} answer
 */
function heardAfter(read, answer) {
  return answer === "no" && read?.heard === "ask" ? null : read;
}

/**
 * A sign as its answer and the words tell of it; null where they do not.
 * @param {FlagQuestion} asked
 * @param {Answer | undefined} answer
 * @param {FoundFlag | null} heard - what the server read
 * @param {(question: FlagQuestion, answer: Answer) => string} why
 * @returns {FoundFlag | null}
 */
function flagOf(asked, answer, heard, why) {
  if (!answer || heard?.heard === "sure") return heard;
  if (tellsOf(asked.urgency, answer)) return made(asked, "sure", why(asked, answer));
  return heard ?? (isDoubted(asked, answer) ? made(asked, "ask", why(asked, answer)) : null);
}

/**
 * Whether somebody is not sure of a sign that they should have looked at.
 * @param {FlagQuestion} asked
 * @param {Answer} answer
 */
function isDoubted({ urgency }, answer) {
  return answer === "not_sure" && STOPPING.includes(urgency);
}

/**
 * @param {FlagQuestion} asked
 * @param {FoundFlag["heard"]} heard
 * @param {string} why
 * @returns {FoundFlag}
 */
function made({ id, urgency, action, stops, question, help_lines: lines }, heard, why) {
  return { id, urgency, heard, question, action, why, stops, sources: [], help_lines: lines };
}

/**
 * The questions that the marked regions ask before all others.
 * @param {readonly FlagQuestion[]} questions
 * @param {readonly string[]} regions - without a side
 */
export function firstAt(questions, regions) {
  return questions.filter(({ asked_first: first }) => first.some((each) => regions.includes(each)));
}

/**
 * Whether a question is asked of a person who marked some regions.
 * @param {FlagQuestion} question
 * @param {readonly string[]} regions - without a side
 */
export function isAskedAt({ asked_at: at }, regions) {
  return !at.length || at.some((each) => regions.includes(each));
}

/**
 * What the sure signs change in the self-care of a point, what holds back most first.
 * @param {readonly FlagQuestion[]} questions
 * @param {readonly FoundFlag[]} flags
 * @param {string} point - a right-sided trigger point
 * @returns {Omit<SelfCareChange, "sign">[]}
 */
export function changesOf(questions, flags, point) {
  const sure = new Set(flags.filter(({ heard }) => heard === "sure").map(({ id }) => id));
  const changes = questions.flatMap(({ id, self_care: change }) =>
    change && sure.has(id) ? [change] : [],
  );
  return changes
    .filter(({ trigger_points: at }) => !at.length || at.includes(point))
    .sort((a, b) => HOLD_BACKS.indexOf(a.hold_back) - HOLD_BACKS.indexOf(b.hold_back));
}
