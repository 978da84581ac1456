// What stands inside an opened card: where the point is, how to check it, what helps, how sure
// this is, and who says so.
import { button, html } from "./dom.js";
import * as bus from "./bus.js";
import { cite, sourceList } from "./citations.js";
import { choices, tick } from "./fields.js";
import { thingOf } from "./pattern.js";
import { picture } from "./picture.js";
import * as store from "./store.js";
import { explained } from "./terms.js";
import { buildTimer } from "./timer.js";
import { number, subjectFor, t } from "./words.js";

const FINDINGS = ["familiar", "tender", "nothing"];

function part(title, ...content) {
  return html("section", { class: "part" }, html("h4", {}, title), ...content);
}

function fact(record, within) {
  return record ? html("p", {}, explained(record.text, within), cite(record.sources)) : null;
}

/** @returns {{element, update(numbers)}} - update also follows what was changed elsewhere */
export function cardDetails(candidate, { texts, drawings }) {
  const { trigger_point: point, side } = candidate;
  const record = texts.trigger_points[point];
  const muscle = texts.muscles[record.muscle];
  const care = muscle.self_care;
  const key = `${point}:${side}`;
  const within = new Set();
  const numbers = html("p", { class: "numbers" });
  const toMap = button({ class: "to-map" }, t("card.on_body"), () => bus.goTo("map"));
  const kept = tick(t("card.keep"), store.current().kept.includes(key), () => store.toggleKept(key));
  const pressed = pressing(key);
  const element = html("div", { class: "parts" },
    part(t("card.where"), html("p", {}, explained(record.where, within), cite(record.sources)), toMap,
      html("div", { class: "wide-picture" }, picture(drawings, thingOf([candidate]), { ratio: 1.35, least: 300, muscle: true }))),
    part(t("card.check"), fact(care.self_test, within), pressed.element),
    part(t("card.helps"), ...massage(care.massage, within), fact(care.movement, within)),
    part(t("card.sets_off"), fact(care.sets_it_off, within)),
    part(t("card.stop"), html("div", { class: "caution" }, fact(care.stop, within), fact(care.see_someone, within), fact(record.nerve_risk, within))),
    part(t("card.clinician"), fact(paragraph(texts, "who_can_help"), within), fact(record.mimics, within)),
    part(t("card.how_sure"), numbers, fact(record.involvement, within), fact(paragraph(texts, "how_sure"), within)),
    html("div", { class: "keep" }, kept.element));
  element.append(sourceList(element, texts.sources));
  return {
    element,
    update(words) {
      const document = store.current();
      numbers.replaceChildren(explained(words));
      pressed.set(document.pressed[key] ?? "");
      kept.input.checked = document.kept.includes(key);
    },
  };
}

/** The first paragraph of the subject that has a role. */
function paragraph(texts, role) {
  return subjectFor(texts, role)?.paragraphs[0];
}

/** Steps of the massage, with a timer for the minutes they name. */
export function massage({ tool, position, strokes, pressure, minutes, times_a_week: times, sources }, within) {
  const steps = [tool, position, strokes, pressure].map((each) => html("li", {}, explained(each, within)));
  return [
    html("ol", { class: "massage" }, ...steps),
    html("p", { class: "dose" }, t("card.dose", { minutes: number(minutes, minutes % 1 ? 1 : 0), times }), cite(sources)),
    buildTimer(minutes * 60),
  ];
}

/** What pressing the spot gave: the list is ranked anew, and the step can be taken back. */
function pressing(key) {
  const list = [["", t("press.not_yet")], ...FINDINGS.map((each) => [each, t(`press.${each}`)])];
  const field = choices(t("press.ask"), list, store.current().pressed[key] ?? "",
    (finding) => store.press(key, finding || undefined));
  field.element.classList.add("pressing");
  return field;
}
