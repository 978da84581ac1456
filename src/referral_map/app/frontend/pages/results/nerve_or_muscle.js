// Muscle or nerve: the signs for each with their strength and sources, and the questions. There is no
// verdict: one drawing can hardly distinguish them.
import { html } from "../../lib/dom.js";
import { ANSWERS } from "../../lib/constants.js";
import { cite, sourceList } from "../../language/citations.js";
import { choices } from "../../lib/fields.js";
import * as store from "../../document/store.js";
import { keptFold } from "../../shell/kept_fold.js";
import { jointParts } from "./joints.js";
import { explainTerms } from "../../language/terms.js";
import { t } from "../../language/words.js";

/**
 * @import { DrawnBody } from "../../types/page.d.ts"
 * @import { ModelItems, NerveReading, SignItem, SignQuestion, SkinShare, Texts } from "../../types/wire.d.ts"
 */

const COLUMNS = /** @type {const} */ (["toward_nerve", "toward_muscle"]);

/** @param {{texts: Texts, drawings: DrawnBody}} assets */
export function buildNerve(assets) {
  const { signs, flags, sources } = assets.texts;
  const summary = html("p", { class: "nerve-summary" });
  const table = html("div", { class: "nerve-table" });
  const areas = keptFold(html("details", { class: "areas" }), "results.areas");
  const joints = keptFold(html("details", { class: "joints" }), "results.joints");
  const safetyIds = new Set(flags.map(({ id }) => id));
  const fields = new Map(
    signs.filter(({ id }) => !safetyIds.has(id)).map((sign) => [sign.id, questionField(sign)]),
  );
  const questions = keptFold(
    html(
      "details",
      { class: "nerve-questions" },
      html("summary", {}, t("nerve.questions")),
      ...[...fields.values()].map(({ element }) => element),
    ),
    "results.nerve_questions",
  );
  const element = html(
    "section",
    { class: "nerve", "aria-label": t("nerve.title") },
    html("h3", {}, t("nerve.title")),
    html("p", { class: "quiet" }, explainTerms(t("nerve.limits"))),
    summary,
    questions,
    table,
    areas,
    joints,
  );
  return {
    element,
    /** @param {NerveReading} reading */
    update(reading) {
      summary.textContent = reading.summary;
      const signature = JSON.stringify(reading);
      for (const [id, field] of fields) field.set(store.current().answers[id]);
      if (signature === table.dataset.signature) return;
      table.dataset.signature = signature;
      table.replaceChildren(signTable(reading), ...neither(reading), ...model(reading));
      table.append(sourceList(table, sources));
      areas.hidden = !reading.areas.length;
      areas.replaceChildren(html("summary", {}, t("nerve.areas")), shares(reading.areas));
      joints.hidden = !reading.joints.length;
      joints.replaceChildren(
        html("summary", {}, t("nerve.joints")),
        html("p", { class: "quiet" }, t("nerve.joints_limits")),
        ...jointParts(reading.joints, assets),
      );
    },
  };
}

/** @param {SignQuestion} sign */
function questionField({ id, question }) {
  const field = choices(
    question,
    ANSWERS.map((each) => [each, t(`answers.${each}`)]),
    store.current().answers[id],
    (value) => store.answer({ [id]: value }),
  );
  field.element.dataset.sign = id;
  return field;
}

/**
 * The signs toward a nerve beside those toward a muscle.
 * @param {NerveReading} reading
 */
function signTable(reading) {
  const most = Math.max(...COLUMNS.map((each) => reading[each].length), 1);
  const rows = Array.from({ length: most }, (_, place) =>
    html("tr", {}, ...COLUMNS.map((each) => cell(reading[each][place]))),
  );
  const titles = COLUMNS.map((each) => html("th", { scope: "col" }, t(`nerve.${each}`)));
  return html(
    "table",
    {},
    html("thead", {}, html("tr", {}, ...titles)),
    html("tbody", {}, ...rows),
  );
}

/** @param {SignItem | undefined} item */
function cell(item) {
  if (!item) return html("td", { class: "none" });
  return html(
    "td",
    { "data-strength": item.strength },
    html("span", { class: "strength" }, t(`strength.${item.strength}`)),
    html("span", {}, item.text, cite(item.sources)),
  );
}

/**
 * The signs that point nowhere.
 * @param {NerveReading} reading
 */
function neither({ toward_neither: items }) {
  if (!items.length) return [];
  return [
    html("h4", {}, t("nerve.neither")),
    html(
      "ul",
      { class: "neither" },
      ...items.map((item) => html("li", {}, item.text, cite(item.sources))),
    ),
  ];
}

/**
 * What was answered of the published model, and what it cannot tell.
 * @param {{model: ModelItems | null}} reading
 */
function model({ model: answered }) {
  if (!answered) return [];
  const { text, limits, sources } = answered;
  return [html("p", { class: "model" }, `${text} ${limits}`, cite(sources))];
}

/**
 * Each nerve's share of the pain.
 * @param {readonly SkinShare[]} list
 */
function shares(list) {
  const words = list.map((each) =>
    t("nerve.area", {
      name: each.name,
      side: t(`side.${each.side}`),
      percent: Math.round(each.share_of_pain * 100),
    }),
  );
  return html("ul", {}, ...words.map((each) => html("li", {}, each)));
}
