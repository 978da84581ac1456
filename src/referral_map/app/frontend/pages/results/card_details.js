// The content of an opened card: where the point is, how to check it, what to try, how certain
// this is, and the sources.
import { button, html } from "../../lib/dom.js";
import { FINDINGS } from "../../lib/constants.js";
import * as selections from "../../document/selection.js";
import { cite, sourceList } from "../../language/citations.js";
import { howSure } from "../../language/how_sure.js";
import { choices, checkbox } from "../../lib/fields.js";
import { selectionOf } from "../../body/referral_pattern.js";
import { picture } from "../../body/picture.js";
import * as store from "../../document/store.js";
import { explainTerms } from "../../language/terms.js";
import { massage } from "../../care/massage.js";
import { forYou } from "../../care/for_you.js";
import { subjectFor, t } from "../../language/words.js";

/**
 * @import { Child, DrawnBody } from "../../types/page.d.ts"
 * @import { Candidate, Fact, Finding, PointTexts, Subject, Texts } from "../../types/wire.d.ts"
 * @typedef {Set<string>} Within - terms already explained in the card
 */

/**
 * @param {string} title
 * @param {...Child} content
 */
function part(title, ...content) {
  return html("section", { class: "part" }, html("h4", {}, title), ...content);
}

/**
 * @param {Fact | null | undefined} record
 * @param {Within} within
 */
function fact(record, within) {
  return record ? html("p", {}, explainTerms(record.text, within), cite(record.sources)) : null;
}

/**
 * @param {Candidate} candidate
 * @param {{texts: Texts, drawings: DrawnBody}} assets
 */
export function cardDetails(candidate, { texts, drawings }) {
  const { trigger_point: point, side } = candidate;
  const record = texts.trigger_points[point];
  const muscle = texts.muscles[record.muscle];
  const care = muscle.self_care;
  const key = `${point}:${side}`;
  /** @type {Within} */
  const within = new Set();
  const numbers = html("p", { class: "numbers" });
  const keepBox = checkbox(t("card.keep"), store.current().kept.includes(key), () =>
    store.toggleKept(key),
  );
  const pressed = pressing(key);
  const changed = html("div", { class: "changed" });
  const check = part(t("card.check"), fact(care.self_test, within), pressed.element);
  const helps = part(
    t("card.try"),
    ...massage(care.massage, texts.dose, within),
    fact(care.movement, within),
  );
  const usual = fact(record.involvement, within);
  const element = html(
    "div",
    { class: "parts" },
    wherePart(candidate, record, drawings, within),
    changed,
    check,
    helps,
    part(t("card.sets_off"), fact(care.sets_it_off, within)),
    part(
      t("card.stop"),
      html(
        "div",
        { class: "caution" },
        fact(care.stop, within),
        fact(care.see_someone, within),
        fact(record.nerve_risk, within),
      ),
    ),
    ...clinicianParts(record, texts, numbers, usual, within),
    html("div", { class: "keep" }, keepBox.element),
  );
  element.append(sourceList(element, texts.sources));
  return {
    element,
    /**
     * Also follows what was changed elsewhere.
     * @param {string} words - the numbers behind the candidate, as a sentence
     * @param {boolean} ofComplaint - whether the drawing is of the complaint that was studied
     */
    update(words, ofComplaint) {
      if (usual) usual.hidden = Boolean(record.involvement?.complaint) && !ofComplaint;
      const document = store.current();
      numbers.replaceChildren(explainTerms(words));
      const change = forYou(texts, [point]);
      check.hidden = helps.hidden = change.waits;
      changed.replaceChildren(...(change.element ? [change.element] : []));
      pressed.set(document.pressed[key] ?? "");
      keepBox.input.checked = document.kept.includes(key);
    },
  };
}

/**
 * What a clinician may do, and how sure this is.
 * @param {PointTexts} record
 * @param {Texts} texts
 * @param {HTMLElement} numbers - the numbers behind the candidate
 * @param {HTMLElement | null} usual - how commonly the point is involved
 * @param {Within} within
 */
function clinicianParts(record, texts, numbers, usual, within) {
  return [
    part(
      t("card.clinician"),
      fact(paragraph(texts, "who_can_help"), within),
      fact(record.mimics, within),
    ),
    part(
      t("card.how_sure"),
      howSure(record, within),
      numbers,
      usual,
      fact(paragraph(texts, "how_sure"), within),
    ),
  ];
}

/**
 * Where the point is, in words and on a picture.
 * @param {Candidate} candidate
 * @param {PointTexts} record
 * @param {DrawnBody} drawings
 * @param {Within} within
 */
function wherePart(candidate, record, drawings, within) {
  const wide = picture(drawings, selectionOf([candidate]), {
    ratio: 1.35,
    least: 300,
    muscle: true,
  });
  return part(
    t("card.where"),
    html("p", {}, explainTerms(record.where, within), cite(record.sources)),
    button({ class: "to-map" }, t("card.on_body"), () => selections.goTo("map")),
    html("div", { class: "wide-picture" }, wide),
  );
}

/**
 * The first paragraph of the subject that has a role.
 * @param {Texts} texts
 * @param {Subject["roles"][number]} role
 */
function paragraph(texts, role) {
  return subjectFor(texts, role)?.paragraphs[0];
}

/**
 * The finding of pressing the spot: the list is ranked again, and the step can be undone.
 * @param {string} key - point and side
 */
function pressing(key) {
  /** @type {[Finding | "", string][]} */
  const list = [["", t("press.not_yet")]];
  for (const each of FINDINGS) list.push([each, t(`press.${each}`)]);
  const field = choices(t("press.ask"), list, store.current().pressed[key] ?? "", (finding) =>
    store.press(key, finding || undefined),
  );
  field.element.classList.add("pressing");
  return field;
}
