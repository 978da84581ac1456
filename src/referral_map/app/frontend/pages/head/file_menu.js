// The menu of the person's file: its date and name, save, open, erase, whether the computer is shared, and
// the body in its pictures.
import { question } from "../../lib/dialog.js";
import { button, html, setProperty } from "../../lib/dom.js";
import { checkbox } from "../../lib/fields.js";
import { localTime } from "../../document/document.js";
import { contentOf, handOver, isNamed, setNamed, TYPES } from "../../document/files.js";
import { ask } from "../../document/server.js";
import * as store from "../../document/store.js";
import { documentField } from "../../shell/document_field.js";
import { bodyFields } from "./body_fields.js";
import { goOnWith } from "./notices.js";
import { t } from "../../language/words.js";

/**
 * What the head of the page does with what is told.
 * @typedef {{ announce: (text: string, trouble?: string) => void, element: HTMLElement }} Head
 */

/**
 * Save the document as a file; returns whether it was saved.
 * @param {Head} head
 */
export async function save(head) {
  const content = store.contentNow();
  const { text, name, trouble } = await ask("save", { named: isNamed() });
  if (trouble || text === undefined) {
    head.announce("", trouble);
    return false;
  }
  handOver(text, name, TYPES.json);
  store.noteFiled(content);
  head.announce(t("file.saved", { name }));
  return true;
}

/**
 * Open a file. The open document stays when the file cannot be read, and when it would be lost unasked.
 * @param {Head} head
 * @param {File | undefined} file
 */
export async function open(head, file) {
  if (!file) return;
  try {
    const { session, notes, trouble } = await ask("open", { file: await contentOf(file) });
    if (trouble || !session)
      return head.announce("", t("file.not_opened", { name: file.name, why: trouble ?? "" }));
    if (store.unsaved() && !(await mayReplace(head, file.name))) return;
    store.open(session);
    goOnWith(store.beganOn());
    head.announce([t("file.opened", { name: file.name }), ...notes].join(" "));
  } catch (error) {
    head.announce("", error instanceof Error ? error.message : String(error));
  }
}

/**
 * Whether another document may take the place of this one, which is in no file.
 * @param {Head} head
 * @param {string} name - of the file
 */
async function mayReplace(head, name) {
  const chosen = await question(
    head.element,
    { title: t("file.open_sure_title"), text: t("file.open_sure", { name }) },
    [
      ["save", t("file.open_save")],
      ["open", t("file.open_yes")],
      ["keep", t("file.open_no")],
    ],
  );
  return chosen === "open" || (chosen === "save" && (await save(head)));
}

/**
 * @param {Head} head
 * @param {AbortSignal} signal - when the head is taken away
 */
export function buildFileMenu(head, signal) {
  const input = html("input", {
    type: "file",
    accept: ".json,application/json",
    class: "unseen",
    tabindex: "-1",
    "aria-label": t("file.open"),
  });
  input.addEventListener("change", () => {
    open(head, input.files?.[0]);
    input.value = "";
  });
  const shared = checkbox(t("file.shared"), store.isSharedComputer(), (on) => {
    store.setSharedComputer(on);
    head.announce(t(on ? "file.shared_on" : "file.shared_off"));
  });
  const element = html(
    "details",
    { class: "file-menu" },
    html("summary", {}, t("file.menu")),
    html(
      "div",
      { class: "file-tools" },
      html("p", { class: "quiet" }, t("file.where")),
      visitDate(signal),
      button({ class: "save" }, t("file.save"), () => save(head)),
      ...nameInFiles(signal),
      button({ class: "open" }, t("file.open"), () => input.click()),
      eraser(head),
      shared.element,
      ...bodyFields(signal),
      input,
    ),
  );
  element.addEventListener("toggle", () => {
    shared.input.checked = store.isSharedComputer();
  });
  return element;
}

/**
 * The date of the drawing, which is the person's own: last month's can be put right.
 * @param {AbortSignal} signal
 */
function visitDate(signal) {
  const input = html("input", { type: "date", min: "1900-01-01" });
  const show = () => setProperty(input, "value", store.current().visited?.slice(0, 10) ?? "");
  show();
  input.addEventListener("focus", () => setProperty(input, "max", localTime().slice(0, 10)));
  input.addEventListener("change", () => {
    // While a date is typed it is none, or one of long ago.
    const changed = input.value !== (store.current().visited?.slice(0, 10) ?? "");
    if (input.value && input.checkValidity() && changed) store.setVisited(input.value);
  });
  input.addEventListener("blur", show);
  for (const name of /** @type {const} */ (["visited", "replaced"])) store.on(name, show, signal);
  return html("label", {}, html("span", { class: "field-name" }, t("file.visited")), input);
}

/**
 * The name, and whether it stands in the names of files.
 * @param {AbortSignal} signal
 */
function nameInFiles(signal) {
  const input = html("input", { type: "text", autocomplete: "off" });
  const field = documentField("name", t("file.name"), input, signal);
  const named = checkbox(t("file.named"), isNamed(), (on) => {
    setNamed(on);
    show();
  });
  const box = html("div", { class: "file-name" }, field.element, field.limit);
  const show = () => {
    setProperty(named.input, "checked", isNamed());
    box.hidden = !isNamed();
  };
  store.on("replaced", show, signal);
  show();
  return [named.element, box];
}

/**
 * Erasing asks for confirmation where something would be lost, and can be undone in this window.
 * @param {Head} head
 */
function eraser(head) {
  return button({ class: "erase" }, t("app.erase"), async () => {
    const chosen = await question(
      head.element,
      { title: t("app.erase"), text: t("app.erase_sure") },
      [
        ["erase", t("app.erase_yes")],
        ["keep", t("app.erase_no")],
      ],
    );
    if (chosen !== "erase") return;
    store.erase();
    head.announce(t("app.erased"));
  });
}
