// The top of every page: what this is, when not to use it, the language, the person's file, a new person.
import { html, setProperty, setText } from "../../lib/dom.js";
import { buildFileMenu, save } from "./file_menu.js";
import { asksForNewPerson, buildNewPerson } from "./new_person.js";
import { buildNotices } from "./notices.js";
import { buildPageLinks } from "./page_links.js";
import { listenForSteps } from "./step_keys.js";
import * as readings from "../../document/reading.js";
import * as store from "../../document/store.js";
import { language, t } from "../../language/words.js";

/** @import { PartData, PartTools } from "../../types/page.d.ts" */
/** @import { PageName } from "../../types/wire.d.ts" */

/** What is said of a page that is about to be left: the next one's head says it. */
const carried = { said: "" };

export class SessionHead {
  /** It reports that a document was opened or erased, so it is not rebuilt then. */
  static outlives = true;

  /**
   * @param {HTMLElement} root
   * @param {object} _assets
   * @param {PartTools} tools
   */
  constructor(root, _assets, { send, navigate }) {
    this.element = root;
    this.send = send;
    this.navigate = navigate;
    this.links = buildPageLinks(navigate);
    this.lastTrouble = "";
    this.wasLost = false;
    /** @type {PageName | null} */
    this.page = null;
    /**
     * The page that the app opens with.
     * @type {PageName | null}
     */
    this.first = null;
    this.stop = new AbortController();
    this.trouble = html("p", { class: "trouble", role: "alert", hidden: "" });
    this.status = html("p", { class: "said", role: "status" });
    this.live = html("p", { class: "unseen", role: "status" });
    this.language = html("select", { "aria-label": t("app.language") });
    this.language.addEventListener("change", () => store.set("language", this.language.value));
    this.newPerson = buildNewPerson(this, () => this.begin());
    root.append(this.links.element, this.titleLine(), doctorFirst(), this.trouble, this.status);
    root.append(this.live, ...this.notices());
    this.listen();
    this.announce(carried.said);
    carried.said = "";
    this.updateLanguage();
  }

  titleLine() {
    const { signal } = this.stop;
    return html(
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
        html("label", {}, html("span", { class: "field-name" }, t("app.language")), this.language),
        this.newPerson.element,
        buildFileMenu(this, signal),
      ),
    );
  }

  notices() {
    const act = { save: () => void save(this), newPerson: () => void this.newPerson.start() };
    return buildNotices(act, this.stop.signal);
  }

  listen() {
    const { signal } = this.stop;
    store.on("language", () => this.updateLanguage(), signal);
    store.on("erased-elsewhere", () => this.announce(t("app.erased_elsewhere")), signal);
    listenForSteps((text) => setText(this.live, text), signal);
    addEventListener(
      "keydown",
      (event) => {
        if (!asksForNewPerson(event)) return;
        event.preventDefault();
        this.newPerson.start();
      },
      { signal },
    );
  }

  /** The next person begins on the map. */
  begin() {
    this.announce(t("person.ready"));
    // What was looked up stands in the address.
    history.replaceState(history.state, "", location.pathname);
    if (!this.first || this.page === this.first) return;
    carried.said = t("person.ready");
    this.navigate(this.first);
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

  /** @param {PartData} data */
  update({ languages, pages, page }) {
    this.page = page;
    this.first = pages[0];
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
    const isBack = this.wasLost && !trouble;
    this.wasLost = readings.lost();
    if (trouble === this.lastTrouble) return;
    if (trouble || this.trouble.textContent === this.lastTrouble)
      this.announce(isBack ? t("app.answers_again") : "", trouble);
    this.lastTrouble = trouble;
  }

  remove() {
    this.stop.abort();
  }
}

/** When not to use the map. */
function doctorFirst() {
  return html(
    "p",
    { class: "doctor with-care" },
    html("strong", {}, t("app.doctor_first")),
    " ",
    t("app.doctor_signs"),
  );
}
