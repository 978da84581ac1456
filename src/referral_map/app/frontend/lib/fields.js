// Labelled form fields made of the browser's own controls.
import { html } from "./dom.js";

/** @import { Checkbox, Choices, Slider } from "../types/page.d.ts" */

let lastId = 0;

/**
 * A slider with its value in words.
 * @param {string} name
 * @param {{ value: number, min: number, max: number, step: number }} range
 * @param {(value: number) => string} describe
 * @param {(value: number) => void} changed
 * @returns {Slider}
 */
export function slider(name, { value, ...range }, describe, changed) {
  const input = html("input", { type: "range", ...range, value });
  // A screen reader reads the value from the slider itself.
  const output = html("output", { "aria-hidden": "true" }, describe(Number(value)));
  const updateOutput = () => {
    const words = describe(Number(input.value));
    output.textContent = words;
    input.setAttribute("aria-valuetext", words);
  };
  updateOutput();
  input.addEventListener("input", () => {
    updateOutput();
    changed(Number(input.value));
  });
  return {
    element: html(
      "label",
      { class: "slider" },
      html("span", { class: "field-name" }, name),
      input,
      output,
    ),
    input,
    set(next) {
      input.value = String(next);
      updateOutput();
    },
  };
}

/**
 * Radio buttons that look like a row of buttons.
 * @template {string} Key
 * @param {string} name
 * @param {readonly (readonly [Key, string])[]} list - each with its text
 * @param {Key | null | undefined} value - the one that is taken
 * @param {(key: Key) => void} changed
 * @returns {Choices<Key>}
 */
export function choices(name, list, value, changed) {
  lastId += 1;
  const group = `choice${lastId}`;
  /** @type {Map<Key, HTMLInputElement>} */
  const inputs = new Map();
  const labels = list.map(([key, text]) => {
    const input = html("input", { type: "radio", name: group, value: key });
    input.checked = key === value;
    input.addEventListener("change", () => changed(key));
    inputs.set(key, input);
    return html("label", { class: "choice", "data-choice": key }, input, html("span", {}, text));
  });
  const element = html(
    "fieldset",
    { class: "choices" },
    html("legend", { class: "field-name" }, name),
    html("div", { class: "choice-row" }, ...labels),
  );
  return {
    element,
    set(next) {
      for (const [key, input] of inputs) input.checked = key === next;
    },
  };
}

/**
 * A checkbox with its label.
 * @param {string} text
 * @param {boolean} checked
 * @param {(checked: boolean) => void} changed
 * @returns {Checkbox}
 */
export function checkbox(text, checked, changed) {
  const input = html("input", { type: "checkbox" });
  input.checked = checked;
  input.addEventListener("change", () => changed(input.checked));
  return { element: html("label", { class: "tick" }, input, html("span", {}, text)), input };
}
