// Fields made of the browser's own controls, with their names.
import { html } from "./dom.js";

let made = 0;

/** A slider with its value in words beside it. */
export function slider(name, { value, ...range }, told, changed) {
  const input = html("input", { type: "range", ...range, value });
  // A screen reader is told by the slider itself.
  const output = html("output", { "aria-hidden": "true" }, told(Number(value)));
  const say = () => {
    output.textContent = told(Number(input.value));
    input.setAttribute("aria-valuetext", output.textContent);
  };
  say();
  input.addEventListener("input", () => {
    say();
    changed(Number(input.value));
  });
  return {
    element: html("label", { class: "slider" }, html("span", { class: "field-name" }, name), input, output),
    input,
    /** Show another value without telling of it. */
    set(next) {
      input.value = next;
      say();
    },
  };
}

/** One of several: radio buttons that look like a row of buttons. */
export function choices(name, list, value, changed) {
  made += 1;
  const group = `choice${made}`;
  const labels = list.map(([key, text]) => {
    const input = html("input", { type: "radio", name: group, value: key });
    input.checked = key === value;
    input.addEventListener("change", () => changed(key));
    return html("label", { class: "choice", "data-choice": key }, input, html("span", {}, text));
  });
  const element = html("fieldset", { class: "choices" }, html("legend", { class: "field-name" }, name),
    html("div", { class: "choice-row" }, ...labels));
  return {
    element,
    /** Show another value without telling of it; undefined for none. */
    set(next) {
      for (const label of labels) label.firstChild.checked = label.dataset.choice === next;
    },
  };
}

/** A box to tick. */
export function tick(text, checked, changed) {
  const input = html("input", { type: "checkbox" });
  input.checked = checked;
  input.addEventListener("change", () => changed(input.checked));
  return { element: html("label", { class: "tick" }, input, html("span", {}, text)), input };
}
