// What every page has on top: what this is, when not to use it, language, and the person's file.
import { answered, ask, onAsk } from "./asking.js";
import { button, html } from "./dom.js";
import { handOver, textOf, TYPES } from "./files.js";
import * as store from "./store.js";
import { t } from "./words.js";

// A server that was asked and does not answer is asked again after so long.
const LONGEST_WAIT_MS = 4000;

let turns = 0;

export class SessionHead {
  /** It says what became of a document that was opened or erased, so it stays. */
  static outlives = true;

  constructor(root, assets, { send }) {
    this.send = send;
    this.waiting = 0;
    this.later = false;
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
        ...this.eraser(), input))];
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

  /**
   * Sends the document; while the server works on an earlier one, the latest waits for its answer.
   * A run that is broken off by the next would leave the page without its parts for a moment, and
   * what is clicked in that moment would be lost.
   */
  tell() {
    this.later = Boolean(this.waiting);
    if (this.later) return;
    turns += 1;
    this.send("turn", turns);
    this.send("document", store.current());
    this.waiting = setTimeout(() => this.goOn(), LONGEST_WAIT_MS);
  }

  goOn() {
    clearTimeout(this.waiting);
    this.waiting = 0;
    if (this.later) this.tell();
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

  update({ languages, trouble, answer, turn }) {
    if (turn === turns) this.goOn();
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
    clearTimeout(this.waiting);
  }
}
