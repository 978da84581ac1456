// A field of the document that holds a name or a note: kept at every letter, with its limit told.
import { html } from "../lib/dom.js";
import { LONGEST_NAME, LONGEST_NOTE } from "../lib/constants.js";
import { cutAt, printable } from "../document/document.js";
import * as store from "../document/store.js";
import { typedField } from "./typed_field.js";

/** Letters that a document holds of each. */
const LIMITS = /** @type {const} */ ({
  name: LONGEST_NAME,
  clinical_note: LONGEST_NOTE,
  patient_note: LONGEST_NOTE,
});

/**
 * The labelled field, and the line that tells of its limit.
 * @param {keyof typeof LIMITS} name - of the document's field
 * @param {string} label
 * @param {HTMLInputElement | HTMLTextAreaElement} input
 * @param {AbortSignal} signal - when the part is taken away
 */
export function documentField(name, label, input, signal) {
  const limit = LIMITS[name];
  /** @param {string} typed */
  const kept = (typed) => cutAt(printable(typed), limit)[0];
  const typed = typedField(input, {
    value: () => store.current()[name],
    keep: (text) => store.set(name, kept(text)),
    kept,
    limit,
  });
  store.on(name, typed.show, signal);
  const element = html(
    "label",
    { class: "document-field" },
    html("span", { class: "field-name" }, label),
    input,
  );
  return { element, limit: typed.element };
}
