// The handout page: what goes into the handout, and the file itself.
import { button, html } from "../../lib/dom.js";
import {
  FILE_FORMATS,
  FIRST_IN_HANDOUT,
  LONGEST_NAME,
  LONGEST_NOTE,
  PAPERS,
} from "../../lib/constants.js";
import { choices, checkbox } from "../../lib/fields.js";
import { buildAlarm, stoppingFlags } from "../../care/urgent.js";
import { bytesOf, handOver, TYPES } from "../../document/files.js";
import { picture } from "../../body/picture.js";
import { ask } from "../../document/server.js";
import * as store from "../../document/store.js";
import { pointTitle, t } from "../../language/words.js";

/**
 * @import { PartData } from "../../types/page.d.ts"
 * @import { Drawings, FileFormat, Paper, Side, Texts } from "../../types/wire.d.ts"
 */

/**
 * The names of the papers.
 * @type {Readonly<Record<Paper, string>>}
 */
const PAPER_NAMES = { a4: "A4", letter: "Letter" };

export class Handout {
  /**
   * @param {HTMLElement} root
   * @param {{texts: Texts, drawings: Drawings}} assets
   */
  constructor(root, assets) {
    this.assets = assets;
    this.stop = new AbortController();
    /**
     * The first points of the list, each with its side.
     * @type {string[]}
     */
    this.first = [];
    this.paper = PAPERS[0];
    this.format = FILE_FORMATS[0];
    this.points = html("ul", { class: "kept-points" });
    this.note = html("p", { class: "quiet" });
    this.urgent = buildAlarm("handout.urgent");
    this.state = html("p", { class: "making", role: "status" });
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
        html("h3", {}, t("handout.yours")),
        ...this.fields(),
        html("div", { class: "make-line" }, this.make, look, print),
        this.state,
        this.preview,
      ),
    );
    store.on("kept", () => this.list(), this.stop.signal);
  }

  fields() {
    /**
     * @param {"name" | "patient_note"} name
     * @param {HTMLInputElement | HTMLTextAreaElement} element
     */
    const field = (name, element) => {
      element.value = store.current()[name];
      // A field that is taken away while it is typed in may report its change, too late.
      element.addEventListener("change", () => store.set(name, element.value), {
        signal: this.stop.signal,
      });
      return html(
        "label",
        { class: "own" },
        html("span", { class: "field-name" }, t(`handout.${name}`)),
        element,
      );
    };
    const papers = choices(
      t("handout.paper"),
      PAPERS.map((each) => [each, PAPER_NAMES[each]]),
      this.paper,
      (each) => {
        this.paper = each;
      },
    );
    const formats = choices(
      t("handout.format"),
      FILE_FORMATS.map((each) => [each, each.toUpperCase()]),
      this.format,
      (each) => {
        this.format = each;
      },
    );
    return [
      field("name", html("input", { type: "text", maxlength: LONGEST_NAME })),
      field("patient_note", html("textarea", { rows: 3, maxlength: LONGEST_NOTE })),
      papers.element,
      formats.element,
    ];
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
    const answer = await ask("handout", { format, paper: this.paper });
    this.make.disabled = false;
    this.state.textContent = answer.trouble ?? "";
    return answer.file === undefined ? null : answer;
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
    this.preview.replaceChildren(
      html("img", { src: `data:image/png;base64,${answer.file}`, alt: t("handout.preview") }),
    );
  }

  remove() {
    this.stop.abort();
  }
}
