// Requests to the server. It stores nothing: each request carries the person's document. Whether the server
// answers, slowly, or is of another version than this page, is told to whoever listens.
import { localTime } from "./document.js";
import * as store from "./store.js";
import { locale } from "../language/dates.js";
import { t } from "../language/words.js";

// Making a handout takes seconds on a busy machine; nothing takes a minute.
/** @import { Answered, Answers, FileAnswer, Questions } from "../types/wire.d.ts" */
/** @import { ReadingQuestion, VisitsFileQuestion } from "../types/wire.d.ts" */

/**
 * What differs from question to question.
 * @template {ReadingQuestion} Question
 * @typedef {Omit<Question, keyof ReadingQuestion>} Own
 */

const LONGEST_WAIT_MS = 60_000;
const VERSION = "Referral-Map-Version";

const server = {
  events: new EventTarget(),
  /** The version that answered first: that of this page. */
  version: "",
  newer: false,
};

/** Whether the server is of a newer version than this page. */
export function isNewer() {
  return server.newer;
}

/**
 * Call `listener` when the server turns out to be of a newer version, until `signal` aborts.
 * @param {() => void} listener
 * @param {AbortSignal} signal
 */
export function onNewer(listener, signal) {
  server.events.addEventListener("newer", listener, { signal });
}

/** @param {Response} answer */
function noteVersion(answer) {
  const version = answer.headers.get(VERSION);
  if (!version || version === server.version) return;
  server.newer = server.version !== "";
  server.version ||= version;
  if (server.newer) server.events.dispatchEvent(new Event("newer"));
}

/**
 * The answer to a request of a kind (see app/answers.py): its fields, or `trouble` with a sentence;
 * `lost` when none came, and asking again may help.
 * @overload
 * @param {"compare"} kind
 * @param {Own<VisitsFileQuestion>} fields
 * @returns {Promise<Answered<FileAnswer>>}
 */
/**
 * @template {keyof Questions} Kind
 * @overload
 * @param {Kind} kind
 * @param {Own<Questions[Kind]>} fields
 * @returns {Promise<Answered<Answers[Kind]>>}
 */
/**
 * @template {"reading" | "save"} Kind
 * @overload
 * @param {Kind} kind
 * @returns {Promise<Answered<Answers[Kind]>>}
 */
/**
 * @param {keyof Questions} kind
 * @param {object} [fields]
 * @returns {Promise<Answered<Answers[keyof Answers]>>}
 */
export async function ask(kind, fields = {}) {
  try {
    const answer = await fetch(new URL(`answer/${kind}`, document.baseURI), {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify({
        document: store.current(),
        rest: store.rest() || undefined,
        now: localTime(),
        locale: locale(),
        ...fields,
      }),
      signal: AbortSignal.timeout(LONGEST_WAIT_MS),
    });
    noteVersion(answer);
    // An error of the server itself would come again; anything else may be temporary.
    if (answer.status === 500) return { trouble: unanswered() };
    return await answer.json();
  } catch (error) {
    console.info("The server did not answer:", String(error));
    return { trouble: unanswered(), lost: true };
  }
}

function unanswered() {
  return t("app.no_answer", {}, "The server does not answer. Your marks are kept.");
}
