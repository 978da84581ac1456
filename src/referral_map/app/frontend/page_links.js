// The way from page to page. Streamlit's own is behind a button on a phone.
import { html, put } from "./dom.js";
import { lost } from "./said.js";
import { t } from "./words.js";

/** @param {(page: string) => void} turn - called to go to another page without loading it anew */
export function buildPageLinks(turn) {
  const list = html("ul", {});
  const element = html("nav", { class: "pages", "aria-label": t("pages.title") }, list);
  const links = new Map();

  function link(name, first) {
    // The first page has no name in the address.
    const made = html("a", { href: new URL(first ? "." : name, document.baseURI).pathname }, t(`pages.${name}`));
    made.addEventListener("click", (event) => {
      if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
      // Without its server Streamlit turns to no page; the browser asks for it anew.
      if (lost()) return;
      event.preventDefault();
      if (made.ariaCurrent !== "page") turn(name);
    });
    links.set(name, made);
    return html("li", {}, made);
  }

  return {
    element,
    update(names, here) {
      if (!links.size) list.append(...names.map((name, place) => link(name, place === 0)));
      for (const [name, made] of links) put(made, "aria-current", name === here ? "page" : "false");
    },
  };
}
