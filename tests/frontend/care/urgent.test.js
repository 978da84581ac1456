// The rule of which signs there are and which of them stop self-care.
import assert from "node:assert/strict";
import test from "node:test";
import { isStopping, signsOf } from "../../../src/referral_map/app/frontend/care/urgent.js";

const URGENCIES = ["now", "today", "soon"];
const ANSWERS = [undefined, "no", "not_sure", "yes"];
const FLAGS = URGENCIES.flatMap((urgency) =>
  ["a", "b"].map((name) => ({
    id: `${urgency}_${name}`,
    urgency,
    action: `Act ${urgency}.`,
    question: `Is it ${name}?`,
  })),
);

/** Every combination of an answer to each of two questions, and of a reading that reports each or not. */
function combinations([one, other]) {
  return ANSWERS.flatMap((first) =>
    ANSWERS.flatMap((second) =>
      [[], [one], [other], [one, other]].map((reported) => ({
        answers: { [one.id]: first, [other.id]: second },
        reported: reported.map(({ id, urgency, action }) => ({
          id,
          urgency,
          action,
          why: "It was written.",
        })),
      })),
    ),
  );
}

const PAIRS = FLAGS.flatMap((one) =>
  FLAGS.filter((other) => other !== one).map((other) => [one, other]),
);
const CASES = PAIRS.flatMap(combinations);

test("a sign is there when it is reported, answered yes, or in doubt and needed now; and no other is", () => {
  assert.ok(CASES.length > 1000);
  for (const { answers, reported } of CASES) {
    const wanted = FLAGS.filter(
      ({ id, urgency }) =>
        reported.some((each) => each.id === id) ||
        answers[id] === "yes" ||
        (answers[id] === "not_sure" && urgency === "now"),
    );
    assert.deepEqual(
      signsOf(FLAGS, answers, reported).map(({ id }) => id),
      wanted.map(({ id }) => id),
    );
  }
});

test("what the server reports of a sign is not replaced", () => {
  let reports = 0;
  for (const { answers, reported } of CASES) {
    const signs = new Map(signsOf(FLAGS, answers, reported).map((sign) => [sign.id, sign]));
    for (const each of reported) assert.equal(signs.get(each.id), each);
    reports += reported.length;
  }
  assert.ok(reports > 1000);
});

test("the most urgent sign comes first, and those of now and today stop self-care", () => {
  let several = 0;
  for (const { answers, reported } of CASES) {
    const signs = signsOf(FLAGS, answers, reported);
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
