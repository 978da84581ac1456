// A field of the document that is kept as it is typed.
import { html } from "../../lib/dom.js";
import * as store from "../../document/store.js";
import { t } from "../../language/words.js";

/**
 * A labelled field, which also follows the document when that changes elsewhere.
 * @param {"name" | "patient_note"} name
 * @param {HTMLInputElement | HTMLTextAreaElement} element
 * @param {AbortSignal} signal
 */
export function typedField(name, element, signal) {
  element.value = store.current()[name];
  element.addEventListener("input", () => store.set(name, element.value), { signal });
  const follow = () => {
    const kept = store.current()[name];
    // What is being typed is the latest there is; setting it would move the cursor.
    if (!element.matches(":focus") && element.value !== kept) element.value = kept;
  };
  store.on(name, follow, signal);
  element.addEventListener("blur", follow, { signal });
  return html(
    "label",
    { class: "own" },
    html("span", { class: "field-name" }, t(`handout.${name}`)),
    element,
  );
}
