// A field that is kept at every letter, follows what is changed elsewhere, and tells of its limit before
// anything is cut. What is typed here right now is never overwritten.
import { html, setText } from "../lib/dom.js";
import { focusedBeside } from "../lib/focus.js";
import { count, number, t } from "../language/words.js";

/**
 * What a field is of.
 * @typedef {object} TypedOf
 * @property {() => string} value - what the document holds now
 * @property {(typed: string, pasted: boolean) => void} keep - called at each letter
 * @property {(typed: string) => string} kept - what the document would hold of what is typed
 * @property {number} limit - letters that a file holds
 * @property {string} [over] - key of the sentence on what is beyond; usually "limit.over"
 */

// Who types goes on within this time; a change from elsewhere waits for it.
const PAUSE_MS = 1500;
// The share of the limit from which on it is told.
const NEAR = 0.9;
const PASTED = ["insertFromPaste", "insertFromDrop"];

/**
 * Keep what is typed into a field.
 * @param {HTMLInputElement | HTMLTextAreaElement} input
 * @param {TypedOf} field
 * @returns {{ element: HTMLElement, show: () => void }} the line that tells of the limit, for below the field;
 *   and what is called when the document may hold something else
 */
export function typedField(input, { value, keep, kept, limit, over = "limit.over" }) {
  const line = limitLine(input, limit, over);
  let waiting = 0;
  let isComposing = false;

  function show() {
    if (waiting || isComposing || kept(input.value) === value()) return;
    const { selectionStart: start, selectionEnd: end } = input;
    input.value = value();
    if (focusedBeside(input) === input) input.setSelectionRange(start, end);
    line.update();
  }
  function rest() {
    clearTimeout(waiting);
    waiting = 0;
    show();
  }
  input.addEventListener("input", (event) => {
    clearTimeout(waiting);
    waiting = setTimeout(rest, PAUSE_MS);
    const kind = event instanceof InputEvent ? event.inputType : "";
    keep(input.value, PASTED.includes(kind));
    line.update();
  });
  input.addEventListener("compositionstart", () => {
    isComposing = true;
  });
  input.addEventListener("compositionend", () => {
    isComposing = false;
  });
  input.addEventListener("blur", rest);
  input.value = value();
  line.update();
  return { element: line.element, show };
}

/**
 * The line that counts the letters of a field when most are used, and tells what is beyond.
 * @param {HTMLInputElement | HTMLTextAreaElement} input
 * @param {number} limit
 * @param {string} over - key of the sentence
 */
function limitLine(input, limit, over) {
  const shown = html("span", {});
  const spoken = html("span", { class: "unseen", role: "status" });
  const element = html("p", { class: "limit" }, shown, spoken);
  return {
    element,
    update() {
      const letters = [...input.value].length;
      const beyond = letters - limit;
      const isOver = beyond > 0;
      const most = number(limit);
      const near = t("limit.near", { n: number(letters), most });
      const text = isOver ? count(over, beyond, { most }) : letters >= NEAR * limit ? near : "";
      setText(shown, text);
      // Said once, not at every letter.
      if (element.classList.contains("over") !== isOver || !text)
        setText(spoken, isOver ? text : "");
      element.classList.toggle("over", isOver);
      element.hidden = !text;
      if (isOver) input.setAttribute("aria-invalid", "true");
      else input.removeAttribute("aria-invalid");
    },
  };
}
