// Two or more saved sessions compared: a summary, what is gone and what is new, and trends.
import { button, html } from "../../lib/dom.js";
import { FILE_FORMATS, MOST_VISITS } from "../../lib/constants.js";
import { checkbox } from "../../lib/fields.js";
import { contentOf, handOver, isNamed, TYPES } from "../../document/files.js";
import { bytesOf } from "../../lib/base64.js";
import { paperChoice, usualPaper } from "../../document/paper.js";
import { Skin } from "../../body/skin.js";
import { ask } from "../../document/server.js";
import * as store from "../../document/store.js";
import { differenceMap } from "./difference_map.js";
import { trends, visitTable } from "./trends.js";
import { isLatest, nextQuestion, remembered, timesEmptied } from "./page_memory.js";
import { cite, sourceList } from "../../language/citations.js";
import { language, subjectFor, t } from "../../language/words.js";

/**
 * @import { DrawnBody } from "../../types/page.d.ts"
 * @import { Answered, Comparison, FileAnswer, FileFormat, SkinPoints, Texts, VisitsFileQuestion }
 * from "../../types/wire.d.ts"
 */

export class Visits {
  /** The views in which something is marked are loaded then. */
  static views = /** @type {const} */ ("none");

  /**
   * @param {HTMLElement} root
   * @param {{texts: Texts, drawings: DrawnBody, skin: SkinPoints}} assets
   */
  constructor(root, { drawings, skin, texts }) {
    this.drawings = drawings;
    this.texts = texts;
    this.skin = new Skin(
      skin,
      drawings.regions.map(({ id }) => id),
      drawings.body,
    );
    this.opened = remembered(() => this.showAll());
    this.list = html("ul", { class: "visit-files" });
    this.unprintable = html("p", { class: "quiet", role: "status" });
    this.unread = html("div", { class: "unread", role: "status" });
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
    this.own = checkbox(t("visits.own"), false, (on) => {
      this.opened.own = on;
      this.compare();
    });
    root.append(
      html(
        "section",
        { "aria-label": t("visits.title") },
        html("h2", {}, t("visits.title")),
        html("p", {}, t("visits.what")),
        html("label", { class: "add-files" }, html("span", {}, t("visits.choose")), input),
        this.own.element,
        this.list,
        this.unread,
        this.trouble,
        this.output,
        this.research(),
      ),
    );
    this.showAll();
  }

  /** What was opened before, here or in the page's last life. */
  showAll() {
    const { own, compared } = this.opened;
    this.own.input.checked = own ?? store.current().marks.length > 0;
    this.showFiles();
    this.showComparison(compared?.language === language() ? compared.comparison : null);
    this.compare();
  }

  /** @param {readonly File[]} files */
  async add(files) {
    const before = timesEmptied();
    const read = await Promise.allSettled(
      files.map(async (file) => ({ name: file.name, content: await contentOf(file) })),
    );
    if (timesEmptied() !== before) return;
    this.opened.files.push(
      ...read.flatMap((each) => (each.status === "fulfilled" ? [each.value] : [])),
    );
    this.opened.unread = read.flatMap((each) =>
      each.status === "rejected" ? [each.reason.message] : [],
    );
    this.showFiles();
    await this.compare();
  }

  /** The files that are compared, and why others are not. */
  showFiles() {
    this.unread.replaceChildren(...this.opened.unread.map((each) => html("p", {}, each)));
    this.list.replaceChildren(
      ...this.opened.files.map((file) =>
        html(
          "li",
          {},
          html("span", {}, file.name),
          button(
            { class: "plain", "aria-label": t("visits.drop", { name: file.name }) },
            "×",
            () => {
              this.opened.files = this.opened.files.filter((each) => each !== file);
              this.showFiles();
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
    return { files: this.opened.files, own: this.own.input.checked };
  }

  /** Compare; the server takes no more than some files, so it is not asked about more. */
  async request() {
    if (this.opened.files.length <= MOST_VISITS) return ask("compare", this.selected());
    return { trouble: t("session.visits", { most: MOST_VISITS }), comparison: undefined };
  }

  /** Compare what is opened now; an answer to an earlier question may come later, and is ignored. */
  async compare() {
    const question = nextQuestion();
    const { files, own } = this.selected();
    if (files.length + Number(own) < 2) return this.take(null, "");
    const { comparison, trouble } = await this.request();
    if (isLatest(question)) this.take(comparison ?? null, trouble ?? "");
  }

  /**
   * @param {Comparison | null} comparison
   * @param {string} trouble - "" for none
   */
  take(comparison, trouble) {
    this.opened.compared = comparison && { comparison, language: language() };
    this.showTrouble(trouble);
    this.showComparison(comparison);
  }

  /** @param {Comparison | null} comparison */
  showComparison(comparison) {
    this.output.replaceChildren(...(comparison ? this.comparisonElements(comparison) : []));
  }

  /** @param {Comparison} comparison */
  comparisonElements(comparison) {
    const files = FILE_FORMATS.map((format) =>
      button({ "data-format": format }, t("visits.as", { format: format.toUpperCase() }), () =>
        this.makeFile(format),
      ),
    );
    const paper = paperChoice(this.opened.paper ?? usualPaper(), (each) => {
      this.opened.paper = each;
    });
    this.unprintable.textContent = "";
    return [
      html("p", { class: "visit-sentence" }, comparison.sentence),
      ...comparison.details.map((each) => html("p", {}, each)),
      ...comparison.notes.map((each) => html("p", { class: "quiet" }, each)),
      differenceMap(comparison, this.drawings, this.skin),
      html("h3", {}, t("visits.trends")),
      trends(comparison),
      visitTable(comparison.visits),
      paper.element,
      html("div", { class: "visit-save" }, ...files),
      this.unprintable,
    ];
  }

  /**
   * Save the comparison as a file.
   * @param {FileFormat} format
   */
  async makeFile(format) {
    /** @type {VisitsFileQuestion} */
    const question = {
      ...this.selected(),
      format,
      paper: this.opened.paper ?? usualPaper(),
      named: isNamed(),
    };
    // A comparison that is asked for in a format comes as a file.
    const answer = /** @type {Answered<FileAnswer>} */ (await ask("compare", question));
    if (answer.file === undefined) return this.showTrouble(answer.trouble);
    this.unprintable.textContent = answer.notes.join(" ");
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
