// The rule of which signs there are and which of them stop self-care, and the reasons on the page.
import assert from "node:assert/strict";
import test from "node:test";

import { isStopping, redFlagsOf } from "#frontend/care/red_flag_rule.js";
import { redFlags, stoppingFlags } from "#frontend/care/urgent.js";
import * as store from "#frontend/document/store.js";
import { useTexts } from "#frontend/language/words.js";

/**
 * @import { Answer, FlagQuestion, FoundFlag, Texts, Urgency
 * } from "../../../src/referral_map/app/frontend/types/wire.d.ts"
 */

/** @type {readonly Urgency[]} */
const URGENCIES = ["now", "today", "soon"];
/** @type {readonly (Answer | undefined)[]} */
const ANSWERS = [undefined, "no", "not_sure", "yes"];
const FLAGS = URGENCIES.flatMap((urgency) =>
  ["a", "b"].map((name) => ({
    id: `${urgency}_${name}`,
    urgency,
    action: `Act ${urgency}.`,
    question: `Is it ${name}?`,
  })),
);

/**
 * Answers by question, and what was read.
 * @typedef {{ answers: Record<string, Answer | undefined>, reported: FoundFlag[] }} Case
 */

/**
 * Every combination of an answer to each of two questions, and of a reading that reports each or not.
 * @param {FlagQuestion} one
 * @param {FlagQuestion} other
 * @returns {Case[]}
 */
function combinations(one, other) {
  return ANSWERS.flatMap((first) =>
    ANSWERS.flatMap((second) =>
      [[], [one], [other], [one, other]].map((reported) => ({
        answers: { [one.id]: first, [other.id]: second },
        reported: reported.map(({ id, urgency, action }) => ({
          id,
          urgency,
          action,
          why: "It was written.",
          sources: [],
        })),
      })),
    ),
  );
}

const CASES = FLAGS.flatMap((one) =>
  FLAGS.filter((other) => other !== one).flatMap((other) => combinations(one, other)),
);

/** @param {Case} given */
function signsOf({ answers, reported }) {
  return redFlagsOf(FLAGS, answers, reported, ({ id }, answer) => `${id}: ${answer}`);
}

test("a sign is there when it is reported, answered yes, or in doubt and needed now; and no other is", () => {
  assert.ok(CASES.length > 1000);
  for (const given of CASES) {
    const { answers, reported } = given;
    const wanted = FLAGS.filter(
      ({ id, urgency }) =>
        reported.some((each) => each.id === id) ||
        answers[id] === "yes" ||
        (answers[id] === "not_sure" && urgency === "now"),
    );
    assert.deepEqual(
      signsOf(given).map(({ id }) => id),
      wanted.map(({ id }) => id),
    );
  }
});

test("what the server reports of a sign is not replaced", () => {
  let reports = 0;
  for (const given of CASES) {
    const signs = new Map(signsOf(given).map((sign) => [sign.id, sign]));
    for (const each of given.reported) assert.equal(signs.get(each.id), each);
    reports += given.reported.length;
  }
  assert.ok(reports > 1000);
});

test("a sign that only an answer tells of gives that answer as its reason", () => {
  let answered = 0;
  for (const given of CASES) {
    for (const { id, why } of signsOf(given)) {
      if (given.reported.some((each) => each.id === id)) continue;
      assert.equal(why, `${id}: ${given.answers[id]}`);
      answered += 1;
    }
  }
  assert.ok(answered > 100);
});

test("the most urgent sign comes first, and those of now and today stop self-care", () => {
  let several = 0;
  for (const given of CASES) {
    const signs = signsOf(given);
    const places = signs.map(({ urgency }) => URGENCIES.indexOf(urgency));
    assert.deepEqual(places, [...places].sort());
    assert.deepEqual(
      signs.map(isStopping),
      signs.map(({ urgency }) => urgency !== "soon"),
    );
    if (signs.length > 1) several += 1;
  }
  assert.ok(several > 100);
});

test("an answer counts on the page at once, with its reason in the words of the language", () => {
  /** @type {Record<string, string>} */
  const words = {
    "red_flags.answered": "You answered yes to: {question}",
    "red_flags.not_sure": "You were not sure about: {question}",
  };
  useTexts(/** @type {Texts} */ ({ words }));
  const texts = { flags: FLAGS };
  assert.deepEqual(redFlags(texts), []);
  store.answer({ now_b: "not_sure", today_a: "yes", today_b: "not_sure", soon_a: "yes" });
  assert.deepEqual(
    redFlags(texts).map(({ id, why }) => [id, why]),
    [
      ["now_b", "You were not sure about: Is it b?"],
      ["today_a", "You answered yes to: Is it a?"],
      ["soon_a", "You answered yes to: Is it a?"],
    ],
  );
  assert.deepEqual(
    stoppingFlags(texts).map(({ id }) => id),
    ["now_b", "today_a"],
  );
  store.answer({ now_b: undefined, today_a: "no", soon_a: undefined });
  assert.deepEqual(redFlags(texts), []);
});
