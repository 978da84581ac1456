// What every page has on top: what this is, when not to use it, language, and the person's file.
import { answered, ask, onAsk } from "./asking.js";
import { button, html } from "./dom.js";
import { handOver, textOf, TYPES } from "./files.js";
import * as store from "./store.js";
import { t } from "./words.js";

export class SessionHead {
  /** It says what became of a document that was opened or erased, so it stays. */
  static outlives = true;

  constructor(root, assets, { send }) {
    this.send = send;
    this.stop = new AbortController();
    this.trouble = html("p", { class: "trouble", role: "alert", hidden: "" });
    this.said = html("p", { class: "said", role: "status" });
    this.language = html("select", { "aria-label": t("app.language") });
    this.language.addEventListener("change", () => store.set("language", this.language.value));
    root.append(
      html("div", { class: "head-line" },
        html("div", {}, html("h1", {}, t("app.title")), html("p", { class: "sentence" }, t("app.sentence"))),
        html("div", { class: "head-tools" },
          html("label", {}, html("span", { class: "field-name" }, t("app.language")), this.language),
          ...this.fileTools())),
      html("p", { class: "doctor" }, html("strong", {}, t("app.doctor_first")), " ", t("app.doctor_signs")),
      this.trouble, this.said);
    store.on("document", () => this.tell(), this.stop.signal);
    onAsk((question) => this.send("ask", question), this.stop.signal);
    this.tell();
  }

  /** Save, open and erase, folded away: most visits need none of them. */
  fileTools() {
    const input = html("input", { type: "file", accept: ".json,application/json", class: "unseen", tabindex: "-1", "aria-label": t("file.open") });
    input.addEventListener("change", () => { this.open(input.files[0]); input.value = ""; });
    return [html("details", { class: "file-menu" }, html("summary", {}, t("file.menu")),
      html("div", { class: "file-tools" },
        html("p", { class: "quiet" }, t("file.where")),
        button({ class: "save" }, t("file.save"), () => this.save()),
        button({ class: "open" }, t("file.open"), () => input.click()),
        button({ class: "erase" }, t("app.erase"), () => this.erase()), input))];
  }

  tell() {
    this.send("document", store.current());
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

  update({ languages, trouble, answer }) {
    if (!this.language.options.length) {
      this.language.append(...Object.entries(languages).map(([code, name]) => html("option", { value: code, lang: code }, name)));
    }
    this.language.value = store.current().language;
    if (trouble) this.say("", trouble);
    // A question that was answered is taken back, or its files would be sent at every click.
    if (answer && answered(answer)) this.send("ask", null);
  }

  remove() {
    this.stop.abort();
  }
}
