// The handout page: what goes into the handout, and the file itself.
import { button, html } from "../../lib/dom.js";
import { FILE_FORMATS, FIRST_IN_HANDOUT, PAPERS } from "../../lib/constants.js";
import { choices, checkbox } from "../../lib/fields.js";
import { buildAlarm, stoppingFlags } from "../../care/urgent.js";
import { handOver, isNamed, TYPES } from "../../document/files.js";
import { bytesOf } from "../../lib/base64.js";
import { keepState, stateOf } from "../../document/page_state.js";
import { paperChoice, usualPaper } from "../../document/paper.js";
import { picture } from "../../body/picture.js";
import { ask } from "../../document/server.js";
import * as store from "../../document/store.js";
import { pagePictures } from "./preview.js";
import { documentField } from "../../shell/document_field.js";
import { pointTitle, t } from "../../language/words.js";

/**
 * @import { DrawnBody, PartData } from "../../types/page.d.ts"
 * @import { FileFormat, Paper, Side, Texts } from "../../types/wire.d.ts"
 */

/** How long nothing is typed before it is looked at, ms. */
const PAUSE_MS = 400;

/** What is chosen here is kept while one goes to other pages. */
const [PAPER, FORMAT] = ["handout.paper", "handout.format"];

export class Handout {
  /** Pictures load the views that they show. */
  static views = /** @type {const} */ ("none");

  /**
   * @param {HTMLElement} root
   * @param {{texts: Texts, drawings: DrawnBody}} assets
   */
  constructor(root, assets) {
    this.assets = assets;
    this.stop = new AbortController();
    /**
     * The first points of the list, each with its side.
     * @type {string[]}
     */
    this.first = [];
    this.pause = 0;
    this.asked = 0;
    this.points = html("ul", { class: "kept-points" });
    this.note = html("p", { class: "quiet" });
    this.urgent = buildAlarm("handout.urgent");
    this.state = html("p", { class: "making", role: "status" });
    this.unprintable = html("p", { class: "unprintable with-care", role: "status", hidden: "" });
    this.preview = html("div", { class: "preview" });
    this.make = button({ class: "primary make" }, t("handout.make"), () => this.makeFile());
    const look = button({ class: "look" }, t("handout.look"), () => this.show());
    const print = button({ class: "plain" }, t("handout.print"), () => globalThis.print());
    root.append(
      html(
        "section",
        { "aria-label": t("handout.title") },
        html("h2", {}, t("handout.title")),
        html("p", {}, t("handout.what")),
        this.urgent.element,
        html("h3", {}, t("handout.points")),
        this.note,
        this.points,
        html("h3", { class: "yours" }, t("handout.yours")),
        ...this.fields(),
        this.unprintable,
        html("div", { class: "make-line" }, this.make, look, print),
        this.state,
        this.preview,
      ),
    );
    store.on("kept", () => this.list(), this.stop.signal);
    // The own words are printed, too, where they are why the handout sends to a doctor.
    for (const name of /** @type {const} */ (["name", "patient_note", "text"]))
      store.on(name, () => this.lookSoon(), this.stop.signal);
    this.lookAtLetters();
  }

  fields() {
    const { signal } = this.stop;
    const papers = paperChoice(this.paper, (each) => {
      keepState(PAPER, each);
    });
    const formats = choices(
      t("handout.format"),
      FILE_FORMATS.map((each) => [each, each.toUpperCase()]),
      this.format,
      (each) => {
        keepState(FORMAT, each);
      },
    );
    const input = html("input", { type: "text", autocomplete: "off" });
    const area = html("textarea", { rows: 3 });
    const name = documentField("name", t("handout.name"), input, signal);
    const note = documentField("patient_note", t("handout.patient_note"), area, signal);
    return [
      ...[name, note].flatMap(({ element, limit }) => [element, limit]),
      papers.element,
      formats.element,
    ];
  }

  /** @returns {Paper} */
  get paper() {
    /** @type {string} */
    const chosen = stateOf(PAPER, "");
    return PAPERS.find((each) => each === chosen) ?? usualPaper();
  }

  /** @returns {FileFormat} */
  get format() {
    /** @type {string} */
    const chosen = stateOf(FORMAT, "");
    return FILE_FORMATS.find((each) => each === chosen) ?? FILE_FORMATS[0];
  }

  /** Look for letters that cannot be printed once nothing is typed for a moment. */
  lookSoon() {
    clearTimeout(this.pause);
    this.pause = setTimeout(() => this.lookAtLetters(), PAUSE_MS);
  }

  /** The server knows which letters can be printed; an answer to an older question is dropped. */
  async lookAtLetters() {
    const { name, patient_note: note, text } = store.current();
    const number = (this.asked += 1);
    const { notes } = name || note || text ? await ask("handout_notes", {}) : { notes: [] };
    if (notes && number === this.asked) this.showUnprintable(notes);
  }

  /** @param {readonly string[]} notes */
  showUnprintable(notes) {
    this.unprintable.hidden = !notes.length;
    this.unprintable.textContent = notes.join(" ");
  }

  /** @param {PartData} data */
  update({ reading }) {
    if (!reading) return;
    const { candidates } = reading;
    this.first = candidates
      .slice(0, FIRST_IN_HANDOUT)
      .map(({ trigger_point: point, side }) => `${point}:${side}`);
    this.urgent.update(stoppingFlags(this.assets.texts));
    this.list();
  }

  /** The kept points and the first of the list. */
  list() {
    const { kept } = store.current();
    const listed = [...new Set([...kept, ...this.first])].filter(
      (key) => key.split(":")[0] in this.assets.texts.trigger_points,
    );
    this.note.textContent = t(
      kept.length ? "handout.kept" : listed.length ? "handout.first" : "handout.none",
    );
    this.points.replaceChildren(...listed.map((key) => this.point(key, kept.includes(key))));
  }

  /**
   * @param {string} key - point and side
   * @param {boolean} kept
   */
  point(key, kept) {
    const [point, side] = /** @type {[string, Side]} */ (key.split(":"));
    const selection = { id: key, points: [{ trigger_point: point, side }] };
    const box = checkbox(pointTitle(point, side), kept, () => store.toggleKept(key));
    return html("li", { "data-kept": key }, picture(this.assets.drawings, selection), box.element);
  }

  /**
   * The handout as a file; null, with a sentence on the page, where there is none.
   * @param {FileFormat} format
   */
  async fetch(format) {
    this.state.textContent = t("handout.making");
    this.make.disabled = true;
    const answer = await ask("handout", { format, paper: this.paper, named: isNamed() });
    this.make.disabled = false;
    this.state.textContent = answer.trouble ?? "";
    if (answer.file === undefined) return null;
    this.showUnprintable(answer.notes);
    return answer;
  }

  async makeFile() {
    const { format } = this;
    const answer = await this.fetch(format);
    if (!answer) return;
    handOver(bytesOf(answer.file), answer.name, TYPES[format]);
    this.state.textContent = t("handout.made", { name: answer.name });
  }

  async show() {
    const answer = await this.fetch("png");
    if (!answer) return;
    this.preview.replaceChildren(...(await pagePictures(answer.file)));
    this.printAlone(true);
  }

  /**
   * Where its pages are looked at, they alone are printed: page.css leaves out the other parts.
   * @param {boolean} alone
   */
  printAlone(alone) {
    const root = this.preview.getRootNode();
    if (root instanceof ShadowRoot) root.host.toggleAttribute("data-printed-alone", alone);
  }

  remove() {
    this.printAlone(false);
    clearTimeout(this.pause);
    this.stop.abort();
  }
}
