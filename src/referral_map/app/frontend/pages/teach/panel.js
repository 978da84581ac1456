// The panel beside the body: the chosen muscle and point, or a region.
import { button, html } from "../../lib/dom.js";
import { cite, sourceList } from "../../language/citations.js";
import { howSure } from "../../language/how_sure.js";
import { choices, checkbox } from "../../lib/fields.js";
import * as store from "../../document/store.js";
import { focusedBeside } from "./focus.js";
import { feltBy, narrowBy, nervesNear } from "./lookup.js";
import { keptFold } from "../../shell/kept_fold.js";
import { regionContent } from "./region_panel.js";
import { number, regionName, sideName, t } from "../../language/words.js";

/** @import { Checkbox, Choices, Child } from "../../types/page.d.ts" */
/** @import { PointTexts, Side } from "../../types/wire.d.ts" */
/** @import { ChosenPoint, PanelActions, TeachAssets, TeachState } from "./types.d.ts" */

const MOST_REGIONS = 6;
const ZONES = /** @type {const} */ (["essential", "spillover"]);
const FACTS = /** @type {const} */ (["attachments", "action", "nerve_supply"]);

/**
 * A share as a bar and a number.
 * @param {number} value - 0..1
 */
function share(value) {
  const percent = Math.round(value * 100);
  const filled = html("span", {});
  filled.style.setProperty("inline-size", `${percent}%`);
  return [
    html("span", { class: "bar", "aria-hidden": "true" }, filled),
    html("span", { class: "percent" }, t("app.percent", { n: percent })),
  ];
}

/** The panel. */
export class Panel {
  /**
   * @param {Pick<TeachAssets, "texts">} assets
   * @param {PanelActions} act
   */
  constructor({ texts }, act) {
    this.texts = texts;
    this.act = act;
    this.stop = new AbortController();
    this.drawn = "";
    this.drawnPoint = "";
    /** @type {Choices<string> | null} */
    this.field = null;
    /** @type {{ key: string, field: Checkbox }[]} */
    this.kept = [];
    this.element = html("section", { class: "teach-panel", "aria-label": t("teach.panel") });
    this.pointPart = html("div", { class: "point-part" });
    store.on("kept", () => this.updateKept(), this.stop.signal);
  }

  /** @param {Pick<TeachState, "muscle" | "point" | "region"> & { sides: readonly Side[] }} state */
  update({ muscle, point, region, sides }) {
    const chosen = muscle && point ? { muscle, point, sides } : null;
    const subject = region ? `region ${region}` : `muscle ${muscle}`;
    const onSides = `${point} ${sides}`;
    if (subject !== this.drawn) this.drawAll(chosen, region);
    else if (!region && chosen && onSides !== this.drawnPoint) this.drawPoint(chosen);
    this.drawn = subject;
    this.drawnPoint = onSides;
  }

  /**
   * @param {ChosenPoint | null} chosen
   * @param {string | null} region
   */
  drawAll(chosen, region) {
    const hadFocus = this.element.contains(focusedBeside(this.element));
    if (region)
      this.element.replaceChildren(...regionContent(this.texts, region, chosen, this.act));
    else if (chosen) this.element.replaceChildren(...this.muscle(chosen));
    else
      this.element.replaceChildren(
        html("h2", { tabindex: "-1" }, t("teach.nothing")),
        html("p", {}, t("teach.nothing_how")),
      );
    // The button that was pressed is gone, so the focus moves to the new heading.
    if (hadFocus) this.element.querySelector("h2")?.focus();
  }

  /** @param {ChosenPoint} chosen */
  muscle(chosen) {
    const {
      name,
      latin,
      plain_name: plain,
      other_names: others,
      layer,
      trigger_points: points,
    } = this.texts.muscles[chosen.muscle];
    const list = points.map(
      (id) => /** @type {const} */ ([id, this.texts.trigger_points[id].name]),
    );
    const field = choices(t("teach.points"), list, chosen.point, (id) => this.act.point(id));
    this.field = field;
    this.drawPoint(chosen);
    return [
      html("h2", { tabindex: "-1" }, name),
      html("p", { class: "plain-name" }, plain),
      html(
        "p",
        { class: "quiet" },
        html("i", { lang: "la" }, latin),
        others.length ? ` · ${others.join(", ")}` : "",
      ),
      html("p", { class: "quiet" }, t(`teach.in_layer_${layer}`)),
      field.element,
      this.pointPart,
    ];
  }

  /** @param {ChosenPoint} chosen */
  drawPoint(chosen) {
    const { muscle, point, sides } = chosen;
    const record = this.texts.trigger_points[point];
    this.field?.set(point);
    const parts = [
      html("p", {}, record.where, cite(record.sources)),
      button({ class: "primary story-door" }, t("teach.story_open"), () => this.act.story()),
      this.keeps(chosen),
      this.fold("hurts", true, this.hurtsThere(record, point, sides[0])),
      this.fold("sure", false, [howSure(record), this.usual(record)]),
      this.fold("beside", false, this.beside(record, muscle)),
      this.fold("facts", false, this.facts(muscle)),
    ];
    this.pointPart.replaceChildren(...parts);
    this.pointPart.append(sourceList(this.pointPart, this.texts.sources));
  }

  /**
   * A part that stays open or closed from point to point.
   * @param {string} name
   * @param {boolean} open - whether it is open at first
   * @param {readonly Child[]} content
   */
  fold(name, open, content) {
    const element = html(
      "details",
      { class: `fold fold-${name}` },
      html("summary", {}, t(`teach.${name}`)),
      ...content,
    );
    element.open = open;
    return keptFold(element, `teach.fold.${name}`);
  }

  /**
   * Whether the point is kept for the handout, on each side.
   * @param {ChosenPoint} chosen
   */
  keeps({ point, sides }) {
    this.kept = sides.map((side) => {
      const key = `${point}:${side}`;
      const text =
        sides.length > 1
          ? t("side.after_a_name", { name: t("card.keep"), side: sideName(side) })
          : t("card.keep");
      return {
        key,
        field: checkbox(text, store.current().kept.includes(key), () => store.toggleKept(key)),
      };
    });
    return html("div", { class: "keeps" }, ...this.kept.map(({ field }) => field.element));
  }

  updateKept() {
    for (const { key, field } of this.kept)
      field.input.checked = store.current().kept.includes(key);
  }

  /**
   * @param {PointTexts} record
   * @param {string} point
   * @param {Side} side
   */
  hurtsThere(record, point, side) {
    const felt = feltBy(this.texts, point, side).slice(0, MOST_REGIONS);
    return [
      html("p", { class: "quiet" }, t("teach.hurts_how")),
      html(
        "ul",
        { class: "shares" },
        ...felt.map(({ region, share: part }) =>
          html(
            "li",
            { "data-region-share": region },
            button({ class: "plain" }, regionName(region), () => this.act.region(region)),
            ...share(part),
          ),
        ),
      ),
      ...ZONES.map((kind) => {
        const zone = record[kind];
        if (!zone) return null;
        const name = html("strong", {}, `${t(`legend.${kind}`)}: `);
        return html("p", {}, name, zone.text, cite(zone.sources));
      }),
    ];
  }

  /** @param {PointTexts} record */
  usual({ involvement: usual }) {
    return usual && html("p", {}, usual.text, cite(usual.sources));
  }

  /**
   * @param {PointTexts} record
   * @param {string} muscle
   */
  beside({ nerve_risk: risk }, muscle) {
    const near = nervesNear(this.texts, muscle);
    const narrow = narrowBy(this.texts, muscle);
    return [
      near.length ? null : html("p", {}, t("teach.no_nerve")),
      html(
        "ul",
        { class: "plain-list" },
        ...near.map(({ nerve, distance_mm: mm }) =>
          html(
            "li",
            {},
            t(mm < 1 ? "teach.touches" : "teach.away", {
              nerve: this.texts.nerves[nerve].name,
              mm: number(mm),
            }),
          ),
        ),
      ),
      risk && html("p", {}, risk.text, cite(risk.sources)),
      ...narrow.map(({ nerve, place }) =>
        html(
          "p",
          {},
          html("strong", {}, `${this.texts.nerves[nerve].name}: ${place.name}. `),
          place.text,
          cite(place.sources),
        ),
      ),
    ];
  }

  /** @param {string} muscle */
  facts(muscle) {
    const record = this.texts.muscles[muscle];
    return [
      html(
        "dl",
        { class: "facts" },
        ...FACTS.flatMap((each) => [
          html("dt", {}, t(`teach.${each}`)),
          html("dd", {}, record[each].text, cite(record[each].sources)),
        ]),
      ),
    ];
  }

  remove() {
    this.stop.abort();
  }
}
