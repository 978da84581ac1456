// Which body the map shows: both stand beside each other, and one tap chooses.
import { BODIES } from "../../lib/constants.js";
import { html, svg } from "../../lib/dom.js";
import { skinShapes } from "../../body/view.js";
import { t } from "../../language/words.js";

/**
 * @import { PartTools } from "../../types/page.d.ts"
 * @import { Body } from "../../types/wire.d.ts"
 */

export class BodyChoice {
  /**
   * @param {HTMLElement} root
   * @param {Pick<PartTools, "figureOf">} tools
   * @param {(body: Body) => void} choose
   */
  constructor(root, { figureOf }, choose) {
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
      draw(figure, figureOf(body)).catch((error) => console.info(String(error)));
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
 * @param {ReturnType<PartTools["figureOf"]>} coming
 */
async function draw(figure, coming) {
  const shown = await coming;
  figure.append(svg("svg", { viewBox: shown.window.join(" ") }, ...skinShapes(shown)));
}
