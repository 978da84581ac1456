// Sources: small numbers in the text, and the list they point to.
import { html } from "../lib/dom.js";
import { t } from "./words.js";

/** @import { SourceTexts, Texts } from "../types/wire.d.ts" */

/**
 * A placeholder for the numbers of sources; `sourceList` fills them in.
 * @param {readonly string[]} [sources]
 */
export function cite(sources = []) {
  return sources.length ? html("sup", { class: "cite", "data-sources": sources.join("|") }) : null;
}

/**
 * Whether what cites these sources rests on none that holds.
 * @param {readonly string[]} cited
 * @param {Texts["sources"]} sources
 */
export function isWeak(cited, sources) {
  return cited.length > 0 && cited.every((each) => sources[keyOf(each)]?.weak);
}

/**
 * A closed list of all sources cited inside an element; also numbers the citations, and marks, once
 * a section, what rests on few and weak sources.
 * @param {Element | DocumentFragment} element
 * @param {Texts["sources"]} sources
 */
export function sourceList(element, sources) {
  /** @type {Map<string, number>} */
  const numbers = new Map();
  /** @type {NodeListOf<HTMLElement>} */
  const places = element.querySelectorAll("[data-sources]");
  /** @type {Map<Element | null, Set<string>>} */
  const weak = new Map();
  for (const place of places) {
    const cited = (place.dataset.sources ?? "").split("|");
    for (const each of cited) if (!numbers.has(each)) numbers.set(each, numbers.size + 1);
    place.textContent = cited.map((each) => numbers.get(each)).join(",");
    if (!isWeak(cited, sources)) continue;
    const section = sectionOf(place, element);
    const found = weak.get(section) ?? new Set();
    for (const each of cited) found.add(String(numbers.get(each)));
    weak.set(section, found);
  }
  const list = html(
    "details",
    { class: "sources" },
    html("summary", {}, t("card.sources")),
    html("ol", {}, ...[...numbers.keys()].map((each) => html("li", {}, ...entry(each, sources)))),
  );
  for (const [section, found] of weak) (section ?? list).append(weakMark([...found]));
  return list;
}

/**
 * The part of an element in which something is cited; null where that is the element itself.
 * @param {Element} place
 * @param {Element | DocumentFragment} element
 */
function sectionOf(place, element) {
  const section = place.closest("section, details");
  return section && section !== element && element.contains(section) ? section : null;
}

/**
 * A short mark, and the reason when it is opened.
 * @param {readonly string[]} numbers - of the sources, as they stand in the list
 */
function weakMark(numbers) {
  return html(
    "details",
    { class: "weak-sources" },
    html("summary", {}, t("credit.weak")),
    html("p", {}, t("credit.weak_why", { numbers: numbers.join(", ") })),
  );
}

/** @param {string} cited */
function keyOf(cited) {
  return cited.split(" ")[0];
}

/**
 * A citation may name a chapter after its key: "travell_simons_1993 ch. 10".
 * @param {string} cited
 * @param {Texts["sources"]} sources
 */
function entry(cited, sources) {
  const [key, ...rest] = cited.split(" ");
  const source = sources[key];
  if (!source) return [cited];
  const { authors, title, journal, publisher, rank, seen } = source;
  const work = `${authors} (${source.year ?? t("credit.no_date")})`;
  const read = `${t(`credit.rank.${rank}`)}; ${t(`credit.seen.${seen}`)}.`;
  const place = [journal ?? publisher, rest.join(" ")].filter(Boolean).join(" ");
  const words = [`${work}. ${title}.`, place && `${place}.`, read].filter(Boolean).join(" ");
  const address = addressOf(source);
  return address
    ? [
        words,
        " ",
        html(
          "a",
          { href: address, target: "_blank", rel: "noopener noreferrer" },
          t("card.source_link"),
        ),
      ]
    : [words];
}

/** @param {SourceTexts} source */
function addressOf({ doi, url }) {
  return doi ? `https://doi.org/${doi}` : url;
}
