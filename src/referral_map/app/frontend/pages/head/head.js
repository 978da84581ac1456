// The top of every page: what this is, when not to use it, the language, and the person's file.
import { button, html, setProperty } from "../../lib/dom.js";
import { contentOf, handOver, TYPES } from "../../document/files.js";
import { localTime } from "../../document/document.js";
import { buildPageLinks } from "./page_links.js";
import * as readings from "../../document/reading.js";
import { ask } from "../../document/server.js";
import * as store from "../../document/store.js";
import { language, t } from "../../language/words.js";

/** @import { PartData, PartTools } from "../../types/page.d.ts" */

export class SessionHead {
  /** It reports that a document was opened or erased, so it is not rebuilt then. */
  static outlives = true;

  /**
   * @param {HTMLElement} root
   * @param {object} _assets
   * @param {PartTools} tools
   */
  constructor(root, _assets, { send, navigate }) {
    this.send = send;
    this.links = buildPageLinks(navigate);
    this.lastTrouble = "";
    this.stop = new AbortController();
    this.trouble = html("p", { class: "trouble", role: "alert", hidden: "" });
    this.status = html("p", { class: "said", role: "status" });
    this.language = html("select", { "aria-label": t("app.language") });
    this.language.addEventListener("change", () => store.set("language", this.language.value));
    root.append(
      this.links.element,
      html(
        "div",
        { class: "head-line" },
        html(
          "div",
          {},
          html("h1", {}, t("app.title")),
          html("p", { class: "sentence" }, t("app.sentence")),
        ),
        html(
          "div",
          { class: "head-tools" },
          html(
            "label",
            {},
            html("span", { class: "field-name" }, t("app.language")),
            this.language,
          ),
          ...this.fileTools(),
        ),
      ),
      html(
        "p",
        { class: "doctor" },
        html("strong", {}, t("app.doctor_first")),
        " ",
        t("app.doctor_signs"),
      ),
      this.trouble,
      this.status,
    );
    store.on("language", () => this.updateLanguage(), this.stop.signal);
    store.on("erased-elsewhere", () => this.announce(t("app.erased_elsewhere")), this.stop.signal);
    this.updateLanguage();
  }

  /** Save, open and erase, in a closed menu: most visits need none of them. */
  fileTools() {
    const input = html("input", {
      type: "file",
      accept: ".json,application/json",
      class: "unseen",
      tabindex: "-1",
      "aria-label": t("file.open"),
    });
    input.addEventListener("change", () => {
      this.open(input.files?.[0]);
      input.value = "";
    });
    return [
      html(
        "details",
        { class: "file-menu" },
        html("summary", {}, t("file.menu")),
        html(
          "div",
          { class: "file-tools" },
          html("p", { class: "quiet" }, t("file.where")),
          this.visitDate(),
          button({ class: "save" }, t("file.save"), () => this.save()),
          button({ class: "open" }, t("file.open"), () => input.click()),
          ...this.eraser(),
          input,
        ),
      ),
    ];
  }

  /** The date of the drawing, which is the person's own: last month's can be put right. */
  visitDate() {
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
    for (const name of /** @type {const} */ (["marks", "visited", "replaced"]))
      store.on(name, show, this.stop.signal);
    return html("label", {}, html("span", { class: "field-name" }, t("file.visited")), input);
  }

  /** Erasing asks for confirmation: it cannot be undone. */
  eraser() {
    const yes = button({ class: "erase-all" }, t("app.erase_yes"), () => this.erase());
    const no = button({}, t("app.erase_no"), () => showQuestion(false));
    const sure = html(
      "div",
      { class: "sure", role: "group", "aria-label": t("app.erase"), hidden: "" },
      html("p", {}, t("app.erase_sure")),
      yes,
      no,
    );
    const first = button({ class: "erase" }, t("app.erase"), () => showQuestion(true));
    /** @param {boolean} on */
    function showQuestion(on) {
      sure.hidden = !on;
      first.hidden = on;
      (on ? no : first).focus();
    }
    return [first, sure];
  }

  /** Ask for the page in the language of the document, if that is another. */
  updateLanguage() {
    const chosen = store.current().language;
    if (chosen !== language()) this.send("language", chosen);
  }

  /**
   * @param {string} text
   * @param {string} trouble
   */
  announce(text, trouble = "") {
    this.status.textContent = text;
    this.trouble.textContent = trouble;
    this.trouble.hidden = !trouble;
  }

  async save() {
    const { text, name, trouble } = await ask("save", {});
    if (trouble || text === undefined) return this.announce("", trouble);
    handOver(text, name, TYPES.json);
    this.announce(t("file.saved", { name }));
  }

  /**
   * The open document stays when the file cannot be read.
   * @param {File | undefined} file
   */
  async open(file) {
    if (!file) return;
    try {
      const { session, notes, trouble } = await ask("open", { file: await contentOf(file) });
      if (trouble || !session)
        return this.announce("", t("file.not_opened", { name: file.name, why: trouble ?? "" }));
      store.replace(session);
      this.announce([t("file.opened", { name: file.name }), ...notes].join(" "));
    } catch (error) {
      this.announce("", error instanceof Error ? error.message : String(error));
    }
  }

  erase() {
    store.erase();
    this.announce(t("app.erased"));
  }

  /** @param {PartData} data */
  update({ languages, pages, page }) {
    this.links.update(pages, page);
    if (!this.language.options.length) {
      this.language.append(
        ...Object.entries(languages).map(([code, name]) =>
          html("option", { value: code, lang: code }, name),
        ),
      );
    }
    // A file may have a language that this app does not offer: then the page keeps its own.
    const { language: chosen } = store.current();
    const current = chosen in languages ? chosen : language();
    setProperty(this.language, "value", current);
    // In the language that stays: when it changes, the head is built anew.
    if (current === language() && store.takeOldNote()) this.announce(t("file.note_private"));
    this.showTrouble(readings.trouble());
  }

  /**
   * Show what is wrong with the document while it lasts, without hiding another message.
   * @param {string} trouble - "" for nothing
   */
  showTrouble(trouble) {
    if (trouble === this.lastTrouble) return;
    if (trouble || this.trouble.textContent === this.lastTrouble) this.announce("", trouble);
    this.lastTrouble = trouble;
  }

  remove() {
    this.stop.abort();
  }
}
