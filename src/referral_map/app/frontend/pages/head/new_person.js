// A new person: what was of the last one is forgotten in all windows, and nothing of it comes back.
import { question } from "../../lib/dialog.js";
import { button } from "../../lib/dom.js";
import * as store from "../../document/store.js";
import { save } from "./file_menu.js";
import { t } from "../../language/words.js";

/** @import { Head } from "./file_menu.js" */

/** The keys that do the same. */
const KEYS = "Alt+Shift+N";

/**
 * @param {Head} head
 * @param {() => void} begin - called when the next person can begin
 */
export function buildNewPerson(head, begin) {
  const start = () => newPerson(head, begin);
  return {
    element: button(
      { class: "new-person", "aria-keyshortcuts": KEYS, title: KEYS },
      t("person.new"),
      start,
    ),
    start,
  };
}

/**
 * Whether keys ask for a new person. The code of the key counts: with Alt some keyboards write another letter.
 * @param {KeyboardEvent} event
 */
export function asksForNewPerson({ altKey, shiftKey, ctrlKey, metaKey, code }) {
  return altKey && shiftKey && !ctrlKey && !metaKey && code === "KeyN";
}

/**
 * Offer to save what is in no file, then forget everything.
 * @param {Head} head
 * @param {() => void} begin
 */
async function newPerson(head, begin) {
  if (store.unsaved()) {
    const chosen = await question(
      head.element,
      { title: t("person.new"), text: t("person.sure") },
      [
        ["save", t("person.save")],
        ["forget", t("person.forget")],
        ["keep", t("person.keep")],
      ],
    );
    if (chosen === "" || chosen === "keep") return;
    if (chosen === "save" && !(await save(head))) return;
  }
  store.newPerson();
  begin();
}
