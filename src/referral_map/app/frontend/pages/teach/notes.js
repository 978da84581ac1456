// Notes about this person: part of their document, stored in this browser with the rest. They
// are private: no handout prints them.
import { LONGEST_NAME, LONGEST_NOTE } from "../../lib/constants.js";
import { html } from "../../lib/dom.js";
import * as store from "../../document/store.js";
import { t } from "../../language/words.js";

/** @import { SetField } from "../../types/page.d.ts" */

// The document is sent to the app at each change, so not at every letter.
const PAUSE_MS = 600;

/** The fields for a name and a private note. */
export function buildNotes() {
  const stop = new AbortController();
  const fields = [
    field(
      "name",
      html("input", { type: "text", autocomplete: "off", maxlength: LONGEST_NAME }),
      stop.signal,
    ),
    field("clinical_note", html("textarea", { rows: "5", maxlength: LONGEST_NOTE }), stop.signal),
  ];
  const element = html(
    "section",
    { class: "notes", "aria-label": t("teach.notes") },
    html("h3", {}, t("teach.notes")),
    ...fields.map((each) => each.element),
    html("p", { class: "quiet" }, t("teach.notes_stay")),
  );
  return {
    element,
    remove() {
      for (const each of fields) each.keep();
      stop.abort();
    },
  };
}

/**
 * @param {Extract<SetField, "name" | "clinical_note">} name - of the document's field
 * @param {HTMLInputElement | HTMLTextAreaElement} input
 * @param {AbortSignal} signal
 */
function field(name, input, signal) {
  let waiting = 0;
  const keep = () => {
    clearTimeout(waiting);
    store.set(name, input.value);
  };
  input.value = store.current()[name];
  input.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(keep, PAUSE_MS);
  });
  input.addEventListener("change", keep);
  globalThis.addEventListener("pagehide", keep, { signal });
  // A file that was opened, or everything erased: before the part is built anew, which keeps what
  // stands here.
  store.on(
    name,
    () => {
      clearTimeout(waiting);
      if (input.value !== store.current()[name]) input.value = store.current()[name];
    },
    signal,
  );
  return {
    element: html(
      "label",
      { class: "note-field" },
      html("span", { class: "field-name" }, t(`teach.${name}`)),
      input,
    ),
    keep,
  };
}
