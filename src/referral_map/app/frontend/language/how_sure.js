// How sure a place or a zone is, and how common a point: as a word and a mark, with what they mean.
import { html } from "../lib/dom.js";
import { GRADES } from "../lib/constants.js";
import { cite } from "./citations.js";
import { explainTerms } from "./terms.js";
import { t } from "./words.js";

/** @import { Grade, HowSure, PointTexts } from "../types/wire.d.ts" */

const ZONES = /** @type {const} */ (["essential", "spillover"]);

/**
 * The mark and the word of a grade. The mark is for the eye alone.
 * @param {Grade} grade
 */
export function gradeTag(grade) {
  return html(
    "span",
    { class: "grade", "data-grade": grade },
    html("span", { class: "grade-mark", "aria-hidden": "true" }, t(`how_sure.mark.${grade}`)),
    ` ${t(`how_sure.grade.${grade}`)}.`,
  );
}

/**
 * How sure each part of a point is, how common the point is, and what the words mean.
 * @param {PointTexts} record
 * @param {Set<string>} [within] - terms explained already
 */
export function howSure(record, within) {
  const parts = ZONES.flatMap((kind) => {
    const zone = record[kind];
    return zone ? graded(t(`how_sure.${kind}`), zone.how_sure, within) : [];
  });
  const common = record.involvement?.how_common ?? "unknown";
  return html(
    "div",
    { class: "how-sure" },
    html(
      "dl",
      { class: "facts" },
      ...graded(t("how_sure.place"), record.how_sure, within),
      ...parts,
      html("dt", {}, t("how_sure.common")),
      html("dd", { "data-common": common }, t(`how_common.${common}`)),
    ),
    html(
      "details",
      { class: "fold" },
      html("summary", {}, t("how_sure.about")),
      html(
        "ul",
        { class: "plain-list" },
        ...GRADES.map((each) => html("li", {}, t(`how_sure.meaning.${each}`))),
      ),
    ),
  );
}

/**
 * @param {string} name
 * @param {HowSure} part
 * @param {Set<string>} [within]
 */
function graded(name, { grade, text, sources }, within) {
  const why = explainTerms(text && ` ${text}`, within);
  return [html("dt", {}, name), html("dd", {}, gradeTag(grade), why, " ", cite(sources))];
}
