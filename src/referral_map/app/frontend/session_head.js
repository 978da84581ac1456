// What every page has on top: what this is, when not to use it, language, and the person's file.
import { button, html, set } from "./dom.js";
import { handOver, textOf, TYPES } from "./files.js";
import { localTime } from "./document.js";
import { buildPageLinks } from "./page_links.js";
import * as said from "./said.js";
import { ask } from "./server.js";
import * as store from "./store.js";
import { language, t } from "./words.js";

export class SessionHead {
  /** It says what became of a document that was opened or erased, so it stays. */
  static outlives = true;

  constructor(root, assets, { send, turn }) {
    this.send = send;
    this.links = buildPageLinks(turn);
    this.told = "";
    this.stop = new AbortController();
    this.trouble = html("p", { class: "trouble", role: "alert", hidden: "" });
    this.said = html("p", { class: "said", role: "status" });
    this.language = html("select", { "aria-label": t("app.language") });
    this.language.addEventListener("change", () => store.set("language", this.language.value));
    root.append(
      this.links.element,
      html("div", { class: "head-line" },
        html("div", {}, html("h1", {}, t("app.title")), html("p", { class: "sentence" }, t("app.sentence"))),
        html("div", { class: "head-tools" },
          html("label", {}, html("span", { class: "field-name" }, t("app.language")), this.language),
          ...this.fileTools())),
      html("p", { class: "doctor" }, html("strong", {}, t("app.doctor_first")), " ", t("app.doctor_signs")),
      this.trouble, this.said);
    store.on("language", () => this.speak(), this.stop.signal);
    store.on("erased-elsewhere", () => this.say(t("app.erased_elsewhere")), this.stop.signal);
    this.speak();
  }

  /** Save, open and erase, folded away: most visits need none of them. */
  fileTools() {
    const input = html("input", { type: "file", accept: ".json,application/json", class: "unseen", tabindex: "-1", "aria-label": t("file.open") });
    input.addEventListener("change", () => { this.open(input.files[0]); input.value = ""; });
    return [html("details", { class: "file-menu" }, html("summary", {}, t("file.menu")),
      html("div", { class: "file-tools" },
        html("p", { class: "quiet" }, t("file.where")),
        this.visitDate(),
        button({ class: "save" }, t("file.save"), () => this.save()),
        button({ class: "open" }, t("file.open"), () => input.click()),
        ...this.eraser(), input))];
  }

  /** The date of the drawing, which is the person's own: last month's can be put right. */
  visitDate() {
    const input = html("input", { type: "date", min: "1900-01-01" });
    const show = () => set(input, "value", store.current().visited?.slice(0, 10) ?? "");
    show();
    input.addEventListener("focus", () => set(input, "max", localTime().slice(0, 10)));
    input.addEventListener("change", () => {
      // While a date is typed it is none, or one of long ago.
      const changed = input.value !== (store.current().visited?.slice(0, 10) ?? "");
      if (input.value && input.checkValidity() && changed) store.setVisited(input.value);
    });
    input.addEventListener("blur", show);
    for (const name of ["marks", "visited", "replaced"]) store.on(name, show, this.stop.signal);
    return html("label", {}, html("span", { class: "field-name" }, t("file.visited")), input);
  }

  /** Erasing asks once more: it cannot be taken back. */
  eraser() {
    const yes = button({ class: "erase-all" }, t("app.erase_yes"), () => this.erase());
    const no = button({}, t("app.erase_no"), () => ask(false));
    const sure = html("div", { class: "sure", role: "group", "aria-label": t("app.erase"), hidden: "" },
      html("p", {}, t("app.erase_sure")), yes, no);
    const first = button({ class: "erase" }, t("app.erase"), () => ask(true));
    function ask(on) {
      sure.hidden = !on;
      first.hidden = on;
      (on ? no : first).focus();
    }
    return [first, sure];
  }

  /** The page is drawn anew in the language of the document, where that is another. */
  speak() {
    const wanted = store.current().language;
    if (wanted !== language()) this.send("language", wanted);
  }

  say(text, trouble = "") {
    this.said.textContent = text;
    this.trouble.textContent = trouble;
    this.trouble.hidden = !trouble;
  }

  async save() {
    const { text, name, trouble } = await ask("save");
    if (trouble) return this.say("", trouble);
    handOver(text, name, TYPES.json);
    this.say(t("file.saved", { name }));
  }

  /** What was open stays when the file cannot be read. */
  async open(file) {
    if (!file) return;
    try {
      const { session, notes, trouble } = await ask("open", { text: await textOf(file) });
      if (trouble) return this.say("", t("file.not_opened", { name: file.name, why: trouble }));
      store.replace(session);
      this.say([t("file.opened", { name: file.name }), ...notes].join(" "));
    } catch (error) {
      this.say("", error.message);
    }
  }

  erase() {
    store.erase();
    this.say(t("app.erased"));
  }

  update({ languages, pages, page }) {
    this.links.update(pages, page);
    if (!this.language.options.length) {
      this.language.append(...Object.entries(languages).map(([code, name]) => html("option", { value: code, lang: code }, name)));
    }
    // A file may be of a language that is not here: then the page stays in its own.
    const { language: wanted } = store.current();
    const shown = wanted in languages ? wanted : language();
    set(this.language, "value", shown);
    // In the language that stays: when it changes, the head is built anew.
    if (shown === language() && store.takeOldNote()) this.say(t("file.note_private"));
    this.tellTrouble(said.trouble());
  }

  /** What is wrong with the document stands there as long as it is, and nothing else is taken away. */
  tellTrouble(trouble) {
    if (trouble === this.told) return;
    if (trouble || this.trouble.textContent === this.told) this.say("", trouble);
    this.told = trouble;
  }

  remove() {
    this.stop.abort();
  }
}
