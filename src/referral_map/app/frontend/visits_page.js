// Two or more saved sessions: one sentence, what is gone and what is new, and how it went.
import { button, html } from "./dom.js";
import { tick } from "./fields.js";
import { bytesOf, handOver, textOf, TYPES } from "./files.js";
import { Skin } from "./skin.js";
import { ask } from "./server.js";
import * as store from "./store.js";
import { differenceMap } from "./visits_map.js";
import { trends, visitTable } from "./visits_trends.js";
import { cite, sourceList } from "./citations.js";
import { subjectFor, t } from "./words.js";

export class Visits {
  constructor(root, { drawings, skin, texts }) {
    this.drawings = drawings;
    this.texts = texts;
    this.skin = new Skin(skin, drawings.regions.map(({ id }) => id));
    this.files = [];
    this.list = html("ul", { class: "visit-files" });
    this.trouble = html("p", { class: "trouble", role: "alert", hidden: "" });
    this.found = html("div", { class: "compared", "aria-live": "polite" });
    const input = html("input", { type: "file", accept: ".json,application/json", multiple: "", "aria-label": t("visits.choose") });
    input.addEventListener("change", () => { this.add([...input.files]); input.value = ""; });
    this.own = tick(t("visits.own"), store.current().marks.length > 0, () => this.compare());
    root.append(html("section", { "aria-label": t("visits.title") },
      html("h2", {}, t("visits.title")), html("p", {}, t("visits.what")),
      html("label", { class: "add-files" }, html("span", {}, t("visits.choose")), input),
      this.own.element, this.list, this.trouble, this.found, this.research()));
  }

  async add(files) {
    for (const file of files) {
      try {
        this.files.push({ name: file.name, text: await textOf(file) });
      } catch (error) {
        this.tell(error.message);
      }
    }
    this.show();
    await this.compare();
  }

  show() {
    this.list.replaceChildren(...this.files.map((file) => html("li", {}, html("span", {}, file.name),
      button({ class: "plain", "aria-label": t("visits.drop", { name: file.name }) }, "×", () => {
        this.files = this.files.filter((each) => each !== file);
        this.show();
        this.compare();
      }))));
  }

  tell(words) {
    this.trouble.hidden = !words;
    this.trouble.textContent = words;
  }

  asked(more = {}) {
    return ask("compare", { texts: this.files.map(({ text }) => text), own: this.own.input.checked, ...more });
  }

  async compare() {
    if (this.files.length + Number(this.own.input.checked) < 2) return this.found.replaceChildren();
    const { comparison, trouble } = await this.asked();
    this.tell(trouble ?? "");
    this.found.replaceChildren(...(trouble ? [] : this.told(comparison)));
  }

  told(found) {
    const files = ["pdf", "png", "svg"].map((format) => button({ "data-format": format }, t("visits.as", { format: format.toUpperCase() }), async () => {
      const made = await this.asked({ format });
      if (made.trouble) return this.tell(made.trouble);
      handOver(bytesOf(made.file), made.name, TYPES[format]);
    }));
    return [
      html("p", { class: "visit-sentence" }, found.sentence),
      ...found.details.map((each) => html("p", {}, each)),
      ...found.notes.map((each) => html("p", { class: "quiet" }, each)),
      differenceMap(found, this.drawings, this.skin),
      html("h3", {}, t("visits.trends")), trends(found.visits), visitTable(found.visits),
      html("div", { class: "visit-save" }, ...files),
    ];
  }

  /** What research does and does not say about pain that draws back. */
  research() {
    const subject = subjectFor(this.texts, "pain_draws_back");
    const box = html("section", { class: "research" }, html("h3", {}, subject.title),
      ...subject.paragraphs.map(({ text, sources }) => html("p", {}, text, cite(sources))));
    box.append(sourceList(box, this.texts.sources));
    return box;
  }

  update() {}

  remove() {}
}
