// Two or more saved sessions compared: a summary, what is gone and what is new, and trends.
import { button, html } from "../../lib/dom.js";
import { FILE_FORMATS, MOST_VISITS } from "../../lib/constants.js";
import { checkbox } from "../../lib/fields.js";
import { bytesOf, handOver, textOf, TYPES } from "../../document/files.js";
import { Skin } from "../../body/skin.js";
import { ask } from "../../document/server.js";
import * as store from "../../document/store.js";
import { differenceMap } from "./difference_map.js";
import { trends, visitTable } from "./trends.js";
import { cite, sourceList } from "../../language/citations.js";
import { subjectFor, t } from "../../language/words.js";

/**
 * @import { Answered, Comparison, Drawings, FileAnswer, FileFormat, SkinPoints, Texts,
 * VisitsFileQuestion } from "../../types/wire.d.ts"
 */

export class Visits {
  /**
   * @param {HTMLElement} root
   * @param {{texts: Texts, drawings: Drawings, skin: SkinPoints}} assets
   */
  constructor(root, { drawings, skin, texts }) {
    this.drawings = drawings;
    this.texts = texts;
    this.skin = new Skin(
      skin,
      drawings.regions.map(({ id }) => id),
    );
    /**
     * The files that are compared.
     * @type {{name: string, text: string}[]}
     */
    this.files = [];
    this.list = html("ul", { class: "visit-files" });
    this.trouble = html("p", { class: "trouble", role: "alert", hidden: "" });
    this.output = html("div", { class: "compared", "aria-live": "polite" });
    const input = html("input", {
      type: "file",
      accept: ".json,application/json",
      multiple: "",
      "aria-label": t("visits.choose"),
    });
    input.addEventListener("change", () => {
      this.add([...(input.files ?? [])]);
      input.value = "";
    });
    this.own = checkbox(t("visits.own"), store.current().marks.length > 0, () => this.compare());
    root.append(
      html(
        "section",
        { "aria-label": t("visits.title") },
        html("h2", {}, t("visits.title")),
        html("p", {}, t("visits.what")),
        html("label", { class: "add-files" }, html("span", {}, t("visits.choose")), input),
        this.own.element,
        this.list,
        this.trouble,
        this.output,
        this.research(),
      ),
    );
  }

  /** @param {readonly File[]} files */
  async add(files) {
    for (const file of files) {
      try {
        this.files.push({ name: file.name, text: await textOf(file) });
      } catch (error) {
        this.showTrouble(error instanceof Error ? error.message : String(error));
      }
    }
    this.show();
    await this.compare();
  }

  show() {
    this.list.replaceChildren(
      ...this.files.map((file) =>
        html(
          "li",
          {},
          html("span", {}, file.name),
          button(
            { class: "plain", "aria-label": t("visits.drop", { name: file.name }) },
            "×",
            () => {
              this.files = this.files.filter((each) => each !== file);
              this.show();
              this.compare();
            },
          ),
        ),
      ),
    );
  }

  /** @param {string} words - "" for none */
  showTrouble(words) {
    this.trouble.hidden = !words;
    this.trouble.textContent = words;
  }

  /** What is compared: the files, and the page's own document where that is wanted. */
  selected() {
    return { texts: this.files.map(({ text }) => text), own: this.own.input.checked };
  }

  /** Compare; the server takes no more than some files, so it is not asked about more. */
  async request() {
    if (this.files.length <= MOST_VISITS) return ask("compare", this.selected());
    return { trouble: t("session.visits", { most: MOST_VISITS }), comparison: undefined };
  }

  async compare() {
    if (this.files.length + Number(this.own.input.checked) < 2)
      return this.output.replaceChildren();
    const { comparison, trouble } = await this.request();
    this.showTrouble(trouble ?? "");
    this.output.replaceChildren(...(comparison ? this.comparisonElements(comparison) : []));
  }

  /** @param {Comparison} comparison */
  comparisonElements(comparison) {
    const files = FILE_FORMATS.map((format) =>
      button({ "data-format": format }, t("visits.as", { format: format.toUpperCase() }), () =>
        this.makeFile(format),
      ),
    );
    return [
      html("p", { class: "visit-sentence" }, comparison.sentence),
      ...comparison.details.map((each) => html("p", {}, each)),
      ...comparison.notes.map((each) => html("p", { class: "quiet" }, each)),
      differenceMap(comparison, this.drawings, this.skin),
      html("h3", {}, t("visits.trends")),
      trends(comparison.visits),
      visitTable(comparison.visits),
      html("div", { class: "visit-save" }, ...files),
    ];
  }

  /**
   * Save the comparison as a file.
   * @param {FileFormat} format
   */
  async makeFile(format) {
    /** @type {VisitsFileQuestion} */
    const question = { ...this.selected(), format };
    // A comparison that is asked for in a format comes as a file.
    const answer = /** @type {Answered<FileAnswer>} */ (await ask("compare", question));
    if (answer.file === undefined) return this.showTrouble(answer.trouble);
    handOver(bytesOf(answer.file), answer.name, TYPES[format]);
  }

  /** What research says about pain that draws back. */
  research() {
    const subject = subjectFor(this.texts, "pain_draws_back");
    if (!subject) return null;
    const box = html(
      "section",
      { class: "research" },
      html("h3", {}, subject.title),
      ...subject.paragraphs.map(({ text, sources }) => html("p", {}, text, cite(sources))),
    );
    box.append(sourceList(box, this.texts.sources));
    return box;
  }

  update() {}

  remove() {}
}
