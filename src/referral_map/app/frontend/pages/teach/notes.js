// Notes about this person: part of their document, stored in this browser with the rest. They
// are private: no handout prints them.
import { LONGEST_NAME, LONGEST_NOTE } from "../../lib/constants.js";
import { html } from "../../lib/dom.js";
import { cutAt, printable } from "../../document/document.js";
import * as store from "../../document/store.js";
import { typedField } from "../../shell/typed_field.js";
import { t } from "../../language/words.js";

/** @import { SetField } from "../../types/page.d.ts" */

/** The fields for a name and a private note. */
export function buildNotes() {
  const stop = new AbortController();
  const name = html("input", { type: "text", autocomplete: "off" });
  const note = html("textarea", { rows: "5" });
  const element = html(
    "section",
    { class: "notes", "aria-label": t("teach.notes") },
    html("h3", {}, t("teach.notes")),
    ...field("name", name, LONGEST_NAME, stop.signal),
    ...field("clinical_note", note, LONGEST_NOTE, stop.signal),
    html("p", { class: "quiet" }, t("teach.notes_stay")),
  );
  return { element, remove: () => stop.abort() };
}

/**
 * @param {Extract<SetField, "name" | "clinical_note">} name - of the document's field
 * @param {HTMLInputElement | HTMLTextAreaElement} input
 * @param {number} limit - letters that a document holds
 * @param {AbortSignal} signal
 */
function field(name, input, limit, signal) {
  /** @param {string} typed */
  const kept = (typed) => cutAt(printable(typed), limit)[0];
  const typed = typedField(input, {
    value: () => store.current()[name],
    keep: (text) => store.set(name, kept(text)),
    kept,
    limit,
  });
  store.on(name, typed.show, signal);
  const label = html("span", { class: "field-name" }, t(`teach.${name}`));
  return [html("label", { class: "note-field" }, label, input), typed.element];
}
