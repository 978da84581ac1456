// What stands below a page: on the map how it works, everywhere the credit and the licence.
import { html, marked } from "./dom.js";
import { mounted } from "./mounting.js";
import { t } from "./words.js";

class Foot {
  constructor(root, { texts }) {
    this.how = html("details", { class: "how", hidden: "" }, html("summary", {}, t("app.how_title")),
      html("div", {}, ...marked(t("app.how"))));
    root.append(html("footer", {}, this.how, html("p", {}, `${texts.credit} ${t("app.licence")}`)));
  }

  update({ page }) {
    this.how.hidden = page !== "map";
  }

  remove() {}
}

export default mounted("foot", [], Foot);
