// Notes about this person: part of their document, stored in this browser with the rest. They
// are private: no handout prints them.
import { html } from "../../lib/dom.js";
import { documentField } from "../../shell/document_field.js";
import { t } from "../../language/words.js";

/** The fields for a name and a private note. */
export function buildNotes() {
  const stop = new AbortController();
  const input = html("input", { type: "text", autocomplete: "off" });
  const area = html("textarea", { rows: "5" });
  const name = documentField("name", t("teach.name"), input, stop.signal);
  const note = documentField("clinical_note", t("teach.clinical_note"), area, stop.signal);
  const element = html(
    "section",
    { class: "notes", "aria-label": t("teach.notes") },
    html("h3", {}, t("teach.notes")),
    ...[name, note].flatMap(({ element: field, limit }) => [field, limit]),
    html("p", { class: "quiet" }, t("teach.notes_stay")),
  );
  return { element, remove: () => stop.abort() };
}
