// Labelled form fields made of the browser's own controls.
import { html } from "./dom.js";

let lastId = 0;

/** A slider with its value in words. */
export function slider(name, { value, ...range }, describe, changed) {
  const input = html("input", { type: "range", ...range, value });
  // A screen reader reads the value from the slider itself.
  const output = html("output", { "aria-hidden": "true" }, describe(Number(value)));
  const updateOutput = () => {
    output.textContent = describe(Number(input.value));
    input.setAttribute("aria-valuetext", output.textContent);
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
    /** Show another value without calling `changed`. */
    set(next) {
      input.value = next;
      updateOutput();
    },
  };
}

/** Radio buttons that look like a row of buttons. */
export function choices(name, list, value, changed) {
  lastId += 1;
  const group = `choice${lastId}`;
  const labels = list.map(([key, text]) => {
    const input = html("input", { type: "radio", name: group, value: key });
    input.checked = key === value;
    input.addEventListener("change", () => changed(key));
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
    /** Show another value without calling `changed`; undefined for none. */
    set(next) {
      for (const label of labels) label.firstChild.checked = label.dataset.choice === next;
    },
  };
}

/** A checkbox with its label. */
export function checkbox(text, checked, changed) {
  const input = html("input", { type: "checkbox" });
  input.checked = checked;
  input.addEventListener("change", () => changed(input.checked));
  return { element: html("label", { class: "tick" }, input, html("span", {}, text)), input };
}
