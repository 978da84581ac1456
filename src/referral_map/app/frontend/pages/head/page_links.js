// Links to the pages. Streamlit's own are hidden behind a button on a phone.
import { html, setAttributeValue } from "../../lib/dom.js";
import { lost } from "../../document/reading.js";
import { t } from "../../language/words.js";

/** @import { PageName } from "../../types/wire.d.ts" */

/** @param {(page: PageName) => void} navigate - called to go to another page without a reload */
export function buildPageLinks(navigate) {
  const list = html("ul", {});
  const element = html("nav", { class: "pages", "aria-label": t("pages.title") }, list);
  /** @type {Map<PageName, HTMLAnchorElement>} */
  const links = new Map();

  /**
   * @param {PageName} name
   * @param {boolean} first - of all pages
   */
  function link(name, first) {
    // The first page has no name in the address.
    const anchor = html(
      "a",
      { href: new URL(first ? "." : name, document.baseURI).pathname },
      t(`pages.${name}`),
    );
    anchor.addEventListener("click", (event) => {
      if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
      // Without its server Streamlit cannot change the page; the browser loads it instead.
      if (lost()) return;
      event.preventDefault();
      if (anchor.ariaCurrent !== "page") navigate(name);
    });
    links.set(name, anchor);
    return html("li", {}, anchor);
  }

  return {
    element,
    /**
     * @param {readonly PageName[]} names
     * @param {PageName} here - the page that is open
     */
    update(names, here) {
      if (!links.size) list.append(...names.map((name, place) => link(name, place === 0)));
      for (const [name, anchor] of links)
        setAttributeValue(anchor, "aria-current", name === here ? "page" : "false");
    },
  };
}
