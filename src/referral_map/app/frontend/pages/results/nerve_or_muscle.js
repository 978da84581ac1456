// Muscle or nerve: the signs for each with their strength and sources, and the questions. There is no
// verdict: one drawing can hardly distinguish them.
import { html } from "../../lib/dom.js";
import { cite, sourceList } from "../../language/citations.js";
import { choices } from "../../lib/fields.js";
import * as store from "../../document/store.js";
import { explainTerms } from "../../language/terms.js";
import { t } from "../../language/words.js";

const COLUMNS = ["toward_nerve", "toward_muscle"];
const ANSWERS = ["yes", "no", "not_sure"];

export function buildNerve({ signs, flags, sources }) {
  const summary = html("p", { class: "nerve-summary" });
  const table = html("div", { class: "nerve-table" });
  const areas = html("details", { class: "areas" });
  const safetyIds = new Set(flags.map(({ id }) => id));
  const fields = new Map(
    signs
      .filter(({ id }) => !safetyIds.has(id))
      .map(({ id, question }) => [id, questionField(id, question)]),
  );
  const questions = html(
    "details",
    { class: "nerve-questions" },
    html("summary", {}, t("nerve.questions")),
    ...[...fields.values()].map(({ element }) => element),
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
  );

  function questionField(id, question) {
    const field = choices(
      question,
      ANSWERS.map((each) => [each, t(`answers.${each}`)]),
      store.current().answers[id],
      (value) => store.answer({ [id]: value }),
    );
    field.element.dataset.sign = id;
    return field;
  }

  function rows(reading) {
    const most = Math.max(...COLUMNS.map((each) => reading[each].length), 1);
    return Array.from({ length: most }, (_, place) =>
      html("tr", {}, ...COLUMNS.map((each) => cell(reading[each][place]))),
    );
  }

  function cell(item) {
    if (!item) return html("td", { class: "none" });
    return html(
      "td",
      { "data-strength": item.strength },
      html("span", { class: "strength" }, t(`strength.${item.strength}`)),
      html("span", {}, item.text, cite(item.sources)),
    );
  }

  function neither(reading) {
    if (!reading.toward_neither.length) return [];
    return [
      html("h4", {}, t("nerve.neither")),
      html(
        "ul",
        { class: "neither" },
        ...reading.toward_neither.map((item) => html("li", {}, item.text, cite(item.sources))),
      ),
    ];
  }

  function shares(list) {
    areas.hidden = !list.length;
    areas.replaceChildren(
      html("summary", {}, t("nerve.areas")),
      html(
        "ul",
        {},
        ...list.map((each) =>
          html(
            "li",
            {},
            t("nerve.area", {
              name: each.name,
              side: t(`side.${each.side}`),
              percent: Math.round(each.share_of_pain * 100),
            }),
          ),
        ),
      ),
    );
  }

  return {
    element,
    update(reading) {
      summary.textContent = reading.summary;
      const signature = JSON.stringify(reading);
      for (const [id, field] of fields) field.set(store.current().answers[id]);
      if (signature === table.dataset.signature) return;
      table.dataset.signature = signature;
      table.replaceChildren(
        html(
          "table",
          {},
          html(
            "thead",
            {},
            html(
              "tr",
              {},
              ...COLUMNS.map((each) => html("th", { scope: "col" }, t(`nerve.${each}`))),
            ),
          ),
          html("tbody", {}, ...rows(reading)),
        ),
        ...neither(reading),
        ...(reading.model
          ? [
              html(
                "p",
                { class: "model" },
                `${reading.model.text} ${reading.model.limits}`,
                cite(reading.model.sources),
              ),
            ]
          : []),
      );
      table.append(sourceList(table, sources));
      shares(reading.areas);
    },
  };
}
