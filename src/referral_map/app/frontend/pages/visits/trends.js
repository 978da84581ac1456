// Area, intensity and reach from visit to visit: small charts, and the same as a table.
import { html, svg } from "../../lib/dom.js";
import { MOST_INTENSE, SIDES } from "../../lib/constants.js";
import { number, t } from "../../language/words.js";
import { thatFit } from "./labels.js";

const WIDE = 320;
const TALL = 132;
const EDGE = 24;
const FOOT = 36;
const RIGHT = WIDE - EDGE;
const GROUND = TALL - FOOT;
const TICK = 5;

/**
 * @import { AxisLabel, Comparison, TimeAxis, Visit } from "../../types/wire.d.ts"
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

/** @param {number} place - on the axis of time, 0 to 1 */
const across = (place) => EDGE + place * (RIGHT - EDGE);

/** @param {TimeAxis} axis */
function timeAxis({ places, labels }) {
  return [
    svg("path", { class: "trend-axis", d: `M${EDGE},${GROUND}H${RIGHT}` }),
    svg("path", {
      class: "trend-tick",
      d: places.map((place) => `M${across(place)},${GROUND}v${TICK}`).join(""),
    }),
    ...labels.map((each) => svg("text", { class: "trend-date", ...under(each) }, each.text)),
  ];
}

/** @param {AxisLabel} label - the first begins at the axis, the last ends with it */
function under({ place }) {
  const anchor = place === 0 ? "start" : place === 1 ? "end" : "middle";
  return { x: across(place), y: GROUND + TICK + 13, "text-anchor": anchor };
}

/**
 * A chart of one measure over time; null where no visit has it.
 * @param {Measure} name
 * @param {Comparison} comparison
 */
function chart(name, { visits, axis }) {
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
            text: number(value),
            x: across(axis.places[place]),
            y: GROUND - (value / top) * (GROUND - EDGE),
          },
        ],
  );
  const written = thatFit(points.map((each) => ({ ...each, y: each.y - 9 })));
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
      ...timeAxis(axis),
      svg("path", {
        class: "trend-line",
        d: `M${points.map(({ x, y }) => `${x},${y}`).join("L")}`,
      }),
      ...points.map(({ x, y }) => svg("circle", { class: "trend-dot", cx: x, cy: y, r: 4 })),
      ...written.map(({ x, y, text }) =>
        svg("text", { class: "trend-value", x, y, "text-anchor": "middle" }, text),
      ),
    ),
  );
}

/**
 * The chart of each measure.
 * @param {Comparison} comparison
 */
export function trends(comparison) {
  return html("div", { class: "trends" }, ...NAMES.map((name) => chart(name, comparison)));
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
      ...visits.map((visit) =>
        html(
          "tr",
          {},
          html("th", { scope: "row" }, visit.when),
          html("td", {}, formatted(visit.area_cm2)),
          html("td", {}, formatted(visit.worst_intensity)),
          html("td", {}, formatted(visit.mean_intensity, 1)),
          html("td", {}, reached(visit) || "–"),
        ),
      ),
    ),
  );
}
