// Sources: small numbers in the text, and the list they point to.
import { html } from "../lib/dom.js";
import { t } from "./words.js";

/** @import { Source, Texts } from "../types/wire.d.ts" */

/**
 * A placeholder for the numbers of sources; `sourceList` fills them in.
 * @param {readonly string[]} [sources]
 */
export function cite(sources = []) {
  return sources.length ? html("sup", { class: "cite", "data-sources": sources.join("|") }) : null;
}

/**
 * A closed list of all sources cited inside an element; also numbers the citations.
 * @param {Element | DocumentFragment} element
 * @param {Texts["sources"]} sources
 */
export function sourceList(element, sources) {
  /** @type {Map<string, number>} */
  const numbers = new Map();
  /** @type {NodeListOf<HTMLElement>} */
  const places = element.querySelectorAll("[data-sources]");
  for (const place of places) {
    const cited = (place.dataset.sources ?? "").split("|");
    for (const each of cited) if (!numbers.has(each)) numbers.set(each, numbers.size + 1);
    place.textContent = cited.map((each) => numbers.get(each)).join(",");
  }
  return html(
    "details",
    { class: "sources" },
    html("summary", {}, t("card.sources")),
    html("ol", {}, ...[...numbers.keys()].map((each) => html("li", {}, ...entry(each, sources)))),
  );
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
  const { authors, year, title, journal, publisher } = source;
  const words = [`${authors} (${year}). ${title}.`, journal ?? publisher, rest.join(" ")]
    .filter(Boolean)
    .join(" ");
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

/** @param {Source} source */
function addressOf({ doi, url }) {
  return doi ? `https://doi.org/${doi}` : url;
}
