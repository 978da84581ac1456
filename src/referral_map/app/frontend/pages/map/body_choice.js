// Which body the map shows: both stand beside each other, and one tap chooses.
import { BODIES } from "../../lib/constants.js";
import { html, svg } from "../../lib/dom.js";
import { skinShapes } from "../../body/view.js";
import { loadView } from "../../body/views.js";
import { t } from "../../language/words.js";

/**
 * @import { PartTools } from "../../types/page.d.ts"
 * @import { Body } from "../../types/wire.d.ts"
 */

const SHOWN = "front";

export class BodyChoice {
  /**
   * @param {HTMLElement} root
   * @param {Pick<PartTools, "bodyOf">} tools
   * @param {(body: Body) => void} choose
   */
  constructor(root, { bodyOf }, choose) {
    const choices = BODIES.map((body) => {
      const figure = html("span", { class: "small-body", "aria-hidden": "true" });
      const button = html(
        "button",
        { type: "button", class: "choose-body", "data-body": body },
        figure,
        html("span", {}, t(`map.body_${body}`)),
      );
      button.addEventListener("click", () => {
        // Its map may be on its way for a moment.
        button.classList.add("primary");
        choose(body);
      });
      // Without its picture the button still says what it is.
      draw(figure, bodyOf(body)).catch((error) => console.info(String(error)));
      return button;
    });
    root.append(
      html(
        "section",
        { class: "body-choice", "aria-label": t("map.choose_body") },
        html("p", {}, t("map.choose_body_why")),
        html("div", { class: "bodies" }, ...choices),
      ),
    );
  }

  remove() {}
}

/**
 * @param {HTMLElement} figure
 * @param {ReturnType<PartTools["bodyOf"]>} coming
 */
async function draw(figure, coming) {
  const view = await loadView(await coming, SHOWN);
  figure.append(svg("svg", { viewBox: view.window.join(" ") }, ...skinShapes(view)));
}
