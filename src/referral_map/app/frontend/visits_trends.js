// How area, intensity and reach went from visit to visit: small charts, and the same as a table.
import { html, svg } from "./dom.js";
import { language, number, t } from "./words.js";

const WIDE = 320;
const TALL = 120;
const EDGE = 24;

const furthest = ({ reach }) => Object.values(reach).reduce((most, each) => Math.max(most, each?.cm ?? 0), 0);

const MEASURES = {
  area: { of: (visit) => visit.area_cm2, most: null },
  worst: { of: (visit) => visit.worst_intensity, most: 10 },
  mean: { of: (visit) => visit.mean_intensity, most: 10 },
  reach: { of: furthest, most: null },
};

function chart(name, visits) {
  const { of, most } = MEASURES[name];
  const values = visits.map(of);
  const known = values.filter((each) => each !== null);
  if (!known.length) return null;
  const top = most ?? Math.max(...known, 1);
  const at = values.map((value, place) => (value === null ? null : [
    EDGE + (place * (WIDE - 2 * EDGE)) / Math.max(values.length - 1, 1), TALL - EDGE - (value / top) * (TALL - 2 * EDGE)]));
  const shown = at.map((place, i) => [place, values[i]]).filter(([place]) => place);
  return html("figure", { class: "trend", "data-measure": name }, html("figcaption", {}, t(`visits.${name}`)),
    svg("svg", { viewBox: `0 0 ${WIDE} ${TALL}`, role: "img", "aria-label": `${t(`visits.${name}`)}: ${known.map((each) => number(each)).join(", ")}` },
      svg("path", { class: "trend-axis", d: `M${EDGE},${TALL - EDGE}H${WIDE - EDGE}` }),
      svg("path", { class: "trend-line", d: `M${shown.map(([[x, y]]) => `${x},${y}`).join("L")}` }),
      ...shown.flatMap(([[x, y], value]) => [svg("circle", { class: "trend-dot", cx: x, cy: y, r: 5 }),
        svg("text", { class: "trend-value", x, y: y - 9, "text-anchor": "middle" }, number(value))])));
}

export function trends(visits) {
  return html("div", { class: "trends" }, ...Object.keys(MEASURES).map((name) => chart(name, visits)).filter(Boolean));
}

/** A visit's date as it was written, wherever in the world it is read. */
function date(visited, place) {
  if (!visited) return t("visits.visit", { n: place + 1 });
  return new Date(`${visited.slice(0, 10)}T12:00:00`).toLocaleDateString(language());
}

/** The numbers of every visit; a chart alone would tell a screen reader little. */
export function visitTable(visits) {
  const told = (value, digits = 0) => (value === null ? "–" : number(value, digits));
  const reached = ({ reach }) => Object.entries(reach).filter(([, each]) => each)
    .map(([side, { cm, level }]) => t("visits.reached", { side: t(`side.${side}`), cm: number(cm), level: t(`level.${level.replace(/[- ]/g, "_")}`) })).join("; ");
  return html("table", { class: "visit-table" },
    html("thead", {}, html("tr", {}, ...["when", "area", "worst", "mean", "reach"].map((each) => html("th", { scope: "col" }, t(`visits.${each}`))))),
    html("tbody", {}, ...visits.map((visit, place) => html("tr", {}, html("th", { scope: "row" }, date(visit.visited, place)),
      html("td", {}, told(visit.area_cm2)), html("td", {}, told(visit.worst_intensity)), html("td", {}, told(visit.mean_intensity, 1)),
      html("td", {}, reached(visit) || "–")))));
}
