// The foot of every page: what the map is for, credit and licence, and on the map how it works.
import { html, richText } from "../../lib/dom.js";
import { mount } from "../../shell/mount.js";
import { openAt } from "../../document/next_place.js";
import { lost } from "../../document/reading.js";
import { t } from "../../language/words.js";

/**
 * @import { PartData, PartTools } from "../../types/page.d.ts"
 * @import { PageName, Texts } from "../../types/wire.d.ts"
 */

/** Where it is told: the page, and the place in it. */
const PAGE = "learn";
const PLACE = "purpose";

class Foot {
  /**
   * @param {HTMLElement} root
   * @param {{texts: Texts}} assets
   * @param {PartTools} tools
   */
  constructor(root, { texts }, { navigate }) {
    /** @type {PageName | null} */
    this.page = null;
    this.how = html(
      "details",
      { class: "how", hidden: "" },
      html("summary", {}, t("app.how_title")),
      html("div", {}, ...richText(t("app.how"))),
    );
    const { pathname } = new URL(PAGE, document.baseURI);
    const purpose = html("a", { href: `${pathname}#${PLACE}` }, texts.purpose.title);
    purpose.addEventListener("click", (event) => this.open(event, navigate));
    root.append(
      html(
        "footer",
        {},
        this.how,
        html("p", { class: "purpose" }, purpose),
        html("p", {}, `${texts.credit} ${t("app.licence")}`),
      ),
    );
  }

  /**
   * Go there without a reload, which would lose the marks of a browser that keeps nothing.
   * @param {MouseEvent} event
   * @param {PartTools["navigate"]} navigate
   */
  open(event, navigate) {
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    // Without its server Streamlit cannot change the page; the browser loads it instead.
    if (this.page !== PAGE && lost()) return;
    event.preventDefault();
    if (this.page === PAGE) {
      location.hash = PLACE;
      return;
    }
    openAt(PLACE);
    navigate(PAGE);
  }

  /** @param {PartData} data */
  update({ page }) {
    this.page = page;
    this.how.hidden = page !== "map";
  }

  remove() {}
}

export default mount("foot", [], Foot);
