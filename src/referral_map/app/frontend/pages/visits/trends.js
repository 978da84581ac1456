// Area, intensity and reach from visit to visit: small charts, and the same as a table.
import { html, svg } from "../../lib/dom.js";
import { MOST_INTENSE, SIDES } from "../../lib/constants.js";
import { language, number, t } from "../../language/words.js";

const WIDE = 320;
const TALL = 120;
const EDGE = 24;

/**
 * @import { Visit } from "../../types/wire.d.ts"
 * @typedef {"area" | "worst" | "mean" | "reach"} Measure
 */

/** @param {Visit} visit */
const furthest = ({ reach }) =>
  Object.values(reach).reduce((most, each) => Math.max(most, each?.cm ?? 0), 0);

/**
 * What is shown of each visit; `most` is the top of the chart, null for the largest number there is.
 * @type {Record<Measure, {of: (visit: Visit) => number | null, most: number | null}>}
 */
const MEASURES = {
  area: { of: (visit) => visit.area_cm2, most: null },
  worst: { of: (visit) => visit.worst_intensity, most: MOST_INTENSE },
  mean: { of: (visit) => visit.mean_intensity, most: MOST_INTENSE },
  reach: { of: furthest, most: null },
};
const NAMES = /** @type {Measure[]} */ (Object.keys(MEASURES));

/**
 * A chart of one measure; null where no visit has it.
 * @param {Measure} name
 * @param {readonly Visit[]} visits
 */
function chart(name, visits) {
  const { of, most } = MEASURES[name];
  const values = visits.map(of);
  const numbers = values.filter((each) => each !== null);
  if (!numbers.length) return null;
  const top = most ?? Math.max(...numbers, 1);
  const points = values.flatMap((value, place) =>
    value === null
      ? []
      : [
          {
            value,
            x: EDGE + (place * (WIDE - 2 * EDGE)) / Math.max(values.length - 1, 1),
            y: TALL - EDGE - (value / top) * (TALL - 2 * EDGE),
          },
        ],
  );
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
        d: `M${points.map(({ x, y }) => `${x},${y}`).join("L")}`,
      }),
      ...points.flatMap(({ x, y, value }) => [
        svg("circle", { class: "trend-dot", cx: x, cy: y, r: 5 }),
        svg("text", { class: "trend-value", x, y: y - 9, "text-anchor": "middle" }, number(value)),
      ]),
    ),
  );
}

/**
 * The chart of each measure.
 * @param {readonly Visit[]} visits
 */
export function trends(visits) {
  return html("div", { class: "trends" }, ...NAMES.map((name) => chart(name, visits)));
}

/**
 * A visit's date as it was written, wherever in the world it is read.
 * @param {string | null} visited
 * @param {number} place - among the visits, from 0
 */
function date(visited, place) {
  if (!visited) return t("visits.visit", { n: place + 1 });
  return new Date(`${visited.slice(0, 10)}T12:00:00`).toLocaleDateString(language());
}

/**
 * @param {number | null} value
 * @param {number} [digits]
 */
const formatted = (value, digits = 0) => (value === null ? "–" : number(value, digits));

/**
 * How far down each leg the pain reaches, in words; "" for nowhere.
 * @param {Visit} visit
 */
function reached({ reach }) {
  return SIDES.flatMap((side) => {
    const each = reach[side];
    if (!each) return [];
    const level = t(`level.${each.level.replace(/[- ]/g, "_")}`);
    return [t("visits.reached", { side: t(`side.${side}`), cm: number(each.cm), level })];
  }).join("; ");
}

/**
 * The numbers of every visit, because a chart says little to a screen reader.
 * @param {readonly Visit[]} visits
 */
export function visitTable(visits) {
  return html(
    "table",
    { class: "visit-table" },
    html(
      "thead",
      {},
      html(
        "tr",
        {},
        ...["when", ...NAMES].map((each) => html("th", { scope: "col" }, t(`visits.${each}`))),
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
