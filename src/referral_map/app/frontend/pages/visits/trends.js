// Area, intensity and reach from visit to visit: small charts, and the same as a table.
import { html, svg } from "../../lib/dom.js";
import { language, number, t } from "../../language/words.js";

const WIDE = 320;
const TALL = 120;
const EDGE = 24;

const furthest = ({ reach }) =>
  Object.values(reach).reduce((most, each) => Math.max(most, each?.cm ?? 0), 0);

const MEASURES = {
  area: { of: (visit) => visit.area_cm2, most: null },
  worst: { of: (visit) => visit.worst_intensity, most: 10 },
  mean: { of: (visit) => visit.mean_intensity, most: 10 },
  reach: { of: furthest, most: null },
};

function chart(name, visits) {
  const { of, most } = MEASURES[name];
  const values = visits.map(of);
  const numbers = values.filter((each) => each !== null);
  if (!numbers.length) return null;
  const top = most ?? Math.max(...numbers, 1);
  const at = values.map((value, place) =>
    value === null
      ? null
      : [
          EDGE + (place * (WIDE - 2 * EDGE)) / Math.max(values.length - 1, 1),
          TALL - EDGE - (value / top) * (TALL - 2 * EDGE),
        ],
  );
  const points = at.map((place, i) => [place, values[i]]).filter(([place]) => place);
  return html(
    "figure",
    { class: "trend", "data-measure": name },
    html("figcaption", {}, t(`visits.${name}`)),
    svg(
      "svg",
      {
        viewBox: `0 0 ${WIDE} ${TALL}`,
        role: "img",
        "aria-label": `${t(`visits.${name}`)}: ${numbers.map((each) => number(each)).join(", ")}`,
      },
      svg("path", { class: "trend-axis", d: `M${EDGE},${TALL - EDGE}H${WIDE - EDGE}` }),
      svg("path", {
        class: "trend-line",
        d: `M${points.map(([[x, y]]) => `${x},${y}`).join("L")}`,
      }),
      ...points.flatMap(([[x, y], value]) => [
        svg("circle", { class: "trend-dot", cx: x, cy: y, r: 5 }),
        svg("text", { class: "trend-value", x, y: y - 9, "text-anchor": "middle" }, number(value)),
      ]),
    ),
  );
}

export function trends(visits) {
  return html(
    "div",
    { class: "trends" },
    ...Object.keys(MEASURES)
      .map((name) => chart(name, visits))
      .filter(Boolean),
  );
}

/** A visit's date as it was written, wherever in the world it is read. */
function date(visited, place) {
  if (!visited) return t("visits.visit", { n: place + 1 });
  return new Date(`${visited.slice(0, 10)}T12:00:00`).toLocaleDateString(language());
}

/** The numbers of every visit, because a chart says little to a screen reader. */
export function visitTable(visits) {
  const formatted = (value, digits = 0) => (value === null ? "–" : number(value, digits));
  const reached = ({ reach }) =>
    Object.entries(reach)
      .filter(([, each]) => each)
      .map(([side, { cm, level }]) =>
        t("visits.reached", {
          side: t(`side.${side}`),
          cm: number(cm),
          level: t(`level.${level.replace(/[- ]/g, "_")}`),
        }),
      )
      .join("; ");
  return html(
    "table",
    { class: "visit-table" },
    html(
      "thead",
      {},
      html(
        "tr",
        {},
        ...["when", "area", "worst", "mean", "reach"].map((each) =>
          html("th", { scope: "col" }, t(`visits.${each}`)),
        ),
      ),
    ),
    html(
      "tbody",
      {},
      ...visits.map((visit, place) =>
        html(
          "tr",
          {},
          html("th", { scope: "row" }, date(visit.visited, place)),
          html("td", {}, formatted(visit.area_cm2)),
          html("td", {}, formatted(visit.worst_intensity)),
          html("td", {}, formatted(visit.mean_intensity, 1)),
          html("td", {}, reached(visit) || "–"),
        ),
      ),
    ),
  );
}
