// The handout page: what goes into the handout, and the file itself.
import { button, html } from "../../lib/dom.js";
import { choices, checkbox } from "../../lib/fields.js";
import { buildAlarm, stoppingFlags } from "../../care/urgent.js";
import { bytesOf, handOver, TYPES } from "../../document/files.js";
import { picture } from "../../body/picture.js";
import { ask } from "../../document/server.js";
import * as store from "../../document/store.js";
import { pointTitle, t } from "../../language/words.js";

// The number of points in a handout for which none was kept (report/content.py).
const FIRST = 3;

export class Handout {
  constructor(root, assets) {
    this.assets = assets;
    this.stop = new AbortController();
    this.first = [];
    this.options = { paper: "a4", format: "pdf" };
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
      [
        ["a4", "A4"],
        ["letter", "Letter"],
      ],
      "a4",
      (each) => {
        this.options.paper = each;
      },
    );
    const formats = choices(
      t("handout.format"),
      [
        ["pdf", "PDF"],
        ["png", "PNG"],
        ["svg", "SVG"],
      ],
      "pdf",
      (each) => {
        this.options.format = each;
      },
    );
    return [
      field("name", html("input", { type: "text", maxlength: 120 })),
      field("patient_note", html("textarea", { rows: 3, maxlength: 5000 })),
      papers.element,
      formats.element,
    ];
  }

  update({ reading }) {
    if (!reading) return;
    const { candidates } = reading;
    this.first = candidates
      .slice(0, FIRST)
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

  point(key, kept) {
    const [point, side] = key.split(":");
    const selection = { id: key, points: [{ trigger_point: point, side }] };
    const box = checkbox(pointTitle(point, side), kept, () => store.toggleKept(key));
    return html("li", { "data-kept": key }, picture(this.assets.drawings, selection), box.element);
  }

  async fetch(format) {
    this.state.textContent = t("handout.making");
    this.make.disabled = true;
    const answer = await ask("handout", { format, paper: this.options.paper });
    this.make.disabled = false;
    this.state.textContent = answer.trouble ?? "";
    return answer.trouble ? null : answer;
  }

  async makeFile() {
    const { format } = this.options;
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
