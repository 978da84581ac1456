// The rule of which signs there are and which of them stop self-care, and the reasons on the page.
import assert from "node:assert/strict";
import test from "node:test";

import {
  changesOf,
  firstAt,
  isAskedAt,
  isStopping,
  redFlagsOf,
} from "#frontend/care/red_flag_rule.js";
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
    stops: urgency !== "soon",
    asked_at: [],
    asked_first: [],
    self_care: null,
    help_lines: [],
  })),
);

/**
 * Answers by question, and what was read.
 * @typedef {{ answers: Record<string, Answer | undefined>, reported: FoundFlag[] }} Case
 */

/** @type {readonly FoundFlag["heard"][]} */
const HEARD = ["sure", "ask"];

/**
 * A sign as the server reads it in words.
 * @param {FlagQuestion} flag
 * @param {FoundFlag["heard"]} heard
 * @returns {FoundFlag}
 */
function reportOf({ id, urgency, action, question, stops }, heard) {
  return { id, urgency, heard, question, action, why: "It was written.", stops, sources: [] };
}

/**
 * Every combination of an answer to each of two questions, and of a reading that reports each for sure,
 * as one to ask, or not.
 * @param {FlagQuestion} one
 * @param {FlagQuestion} other
 * @returns {Case[]}
 */
function combinations(one, other) {
  const readings = [undefined, ...HEARD].flatMap((first) =>
    [undefined, ...HEARD].map((second) => [
      ...(first ? [reportOf(one, first)] : []),
      ...(second ? [reportOf(other, second)] : []),
    ]),
  );
  return ANSWERS.flatMap((first) =>
    ANSWERS.flatMap((second) =>
      readings.map((reported) => ({
        answers: { [one.id]: first, [other.id]: second },
        reported,
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

/**
 * How a sign is heard, by the rule in words: null where it is not.
 * @param {Case} given
 * @param {FlagQuestion} flag
 */
function wanted({ answers, reported }, { id, urgency }) {
  const heard = reported.find((each) => each.id === id)?.heard;
  const answer = answers[id];
  if (heard === "sure" || answer === "yes") return "sure";
  if (answer === "not_sure" && urgency === "now") return "sure";
  if (answer === "not_sure" && urgency === "today") return "ask";
  return heard && answer !== "no" ? "ask" : null;
}

test("a sign is sure when told, asked when its words or a doubt are there, and no other is", () => {
  assert.ok(CASES.length > 1000);
  for (const given of CASES) {
    const heard = new Map(signsOf(given).map(({ id, heard: how }) => [id, how]));
    for (const flag of FLAGS) assert.equal(heard.get(flag.id) ?? null, wanted(given, flag));
  }
});

test("what the server reports for sure is not replaced", () => {
  let reports = 0;
  for (const given of CASES) {
    const signs = new Map(signsOf(given).map((sign) => [sign.id, sign]));
    const sure = given.reported.filter(({ heard }) => heard === "sure");
    for (const each of sure) assert.equal(signs.get(each.id), each);
    reports += sure.length;
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

test("the sure and most urgent come first, and only the sure ones of now and today stop self-care", () => {
  let several = 0;
  for (const given of CASES) {
    const signs = signsOf(given);
    const places = signs.map(
      ({ heard, urgency }) => 10 * HEARD.indexOf(heard) + URGENCIES.indexOf(urgency),
    );
    assert.deepEqual(
      places,
      [...places].sort((x, y) => x - y),
    );
    assert.deepEqual(
      signs.map(isStopping),
      signs.map(({ heard, urgency }) => heard === "sure" && urgency !== "soon"),
    );
    if (signs.length > 1) several += 1;
  }
  assert.ok(several > 100);
});

test("a sign that takes nothing away stops no self-care", () => {
  const calm = { ...FLAGS[0], stops: false };
  const found = redFlagsOf([calm], { [calm.id]: "yes" }, [], () => "why");
  assert.deepEqual(
    found.map(({ id }) => id),
    [calm.id],
  );
  assert.equal(isStopping(found[0]), false);
});

test("questions are asked where the marks are, and before all where the record says so", () => {
  const flag = { ...FLAGS[0], asked_at: ["belly_lower", "groin"], asked_first: ["belly_lower"] };
  assert.ok(isAskedAt(FLAGS[1], []));
  assert.ok(isAskedAt(flag, ["groin"]) && !isAskedAt(flag, ["calf_upper"]));
  assert.deepEqual(firstAt([flag, FLAGS[1]], ["belly_lower", "calf_upper"]), [flag]);
  assert.deepEqual(firstAt([flag, FLAGS[1]], ["groin"]), []);
});

test("only sure signs change self-care, at their points alone, what holds back most first", () => {
  const light = { hold_back: /** @type {const} */ ("pressure"), text: "Lightly.", sources: [] };
  const wait = { hold_back: /** @type {const} */ ("all"), text: "Wait.", sources: [] };
  const flags = [
    { ...FLAGS[4], self_care: { ...light, trigger_points: [] } },
    { ...FLAGS[5], self_care: { ...wait, trigger_points: ["soleus_1"] } },
  ];
  const sure = flags.map((flag) => reportOf(flag, "sure"));
  const texts = (/** @type {string} */ point) =>
    changesOf(flags, sure, point).map(({ text }) => text);
  assert.deepEqual(texts("soleus_1"), ["Wait.", "Lightly."]);
  assert.deepEqual(texts("piriformis_medial"), ["Lightly."]);
  const asked = flags.map((flag) => reportOf(flag, "ask"));
  assert.deepEqual(changesOf(flags, asked, "soleus_1"), []);
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
      ["today_b", "You were not sure about: Is it b?"],
    ],
  );
  assert.deepEqual(
    stoppingFlags(texts).map(({ id }) => id),
    ["now_b", "today_a"],
  );
  store.answer({ now_b: undefined, today_a: "no", today_b: undefined, soon_a: undefined });
  assert.deepEqual(redFlags(texts), []);
});
