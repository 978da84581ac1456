// What every page has on top: what this is, when not to use it, language, and the person's file.
import { button, html } from "./dom.js";
import * as store from "./store.js";
import { t } from "./words.js";

export class SessionHead {
  constructor(root, assets, { send }) {
    this.send = send;
    this.stop = new AbortController();
    this.trouble = html("p", { class: "trouble", role: "alert", hidden: "" });
    this.language = html("select", { "aria-label": t("app.language") });
    this.language.addEventListener("change", () => store.set("language", this.language.value));
    const erase = button({ class: "plain erase" }, t("app.erase"), () => this.erase());
    this.said = html("p", { class: "unseen", role: "status" });
    root.append(
      html("div", { class: "head-line" },
        html("div", {}, html("h1", {}, t("app.title")), html("p", { class: "sentence" }, t("app.sentence"))),
        html("div", { class: "head-tools" }, html("label", {}, html("span", { class: "field-name" }, t("app.language")), this.language), erase)),
      html("p", { class: "doctor" }, html("strong", {}, t("app.doctor_first")), " ", t("app.doctor_signs")),
      this.trouble, this.said);
    store.on("document", () => this.tell(), this.stop.signal);
    this.tell();
  }

  tell() {
    this.send("document", store.current());
  }

  erase() {
    store.erase();
    this.said.textContent = t("app.erased");
  }

  update({ languages, trouble }) {
    if (!this.language.options.length) {
      this.language.append(...Object.entries(languages).map(([code, name]) => html("option", { value: code, lang: code }, name)));
    }
    this.language.value = store.current().language;
    this.trouble.hidden = !trouble;
    this.trouble.textContent = trouble;
  }

  remove() {
    this.stop.abort();
  }
}
