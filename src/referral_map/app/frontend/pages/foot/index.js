// The foot of every page: credit and licence, and on the map how it works.
import { html, richText } from "../../lib/dom.js";
import { mount } from "../../shell/mount.js";
import { t } from "../../language/words.js";

/**
 * @import { PartData } from "../../types/page.d.ts"
 * @import { Texts } from "../../types/wire.d.ts"
 */

class Foot {
  /**
   * @param {HTMLElement} root
   * @param {{texts: Texts}} assets
   */
  constructor(root, { texts }) {
    this.how = html(
      "details",
      { class: "how", hidden: "" },
      html("summary", {}, t("app.how_title")),
      html("div", {}, ...richText(t("app.how"))),
    );
    root.append(html("footer", {}, this.how, html("p", {}, `${texts.credit} ${t("app.licence")}`)));
  }

  /** @param {PartData} data */
  update({ page }) {
    this.how.hidden = page !== "map";
  }

  remove() {}
}

export default mount("foot", [], Foot);
