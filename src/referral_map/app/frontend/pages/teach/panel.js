// The panel beside the body: the chosen muscle and point, or a region.
import { button, html } from "../../lib/dom.js";
import { cite, sourceList } from "../../language/citations.js";
import { choices, checkbox } from "../../lib/fields.js";
import { selectionOf } from "../../body/referral_pattern.js";
import * as store from "../../document/store.js";
import { feltBy, feltIn, narrowBy, nervesNear } from "./lookup.js";
import { count, number, pointTitle, regionName, sideName, t } from "../../language/words.js";

const MOST_REGIONS = 6;
const MOST_POINTS = 10;

function share(value) {
  const percent = Math.round(value * 100);
  const bar = html("span", { class: "bar", "aria-hidden": "true" }, html("span", {}));
  bar.firstChild.style.setProperty("inline-size", `${percent}%`);
  return [bar, html("span", { class: "percent" }, t("app.percent", { n: percent }))];
}

export class Panel {
  /**
   * @param {{texts}} assets
   * @param {{point(id, side), region(id), back(), preview(selection), story()}} act
   */
  constructor({ texts }, act) {
    Object.assign(this, { texts, act, stop: new AbortController(), drawn: "", drawnPoint: "" });
    this.element = html("section", { class: "teach-panel", "aria-label": t("teach.panel") });
    this.pointPart = html("div", { class: "point-part" });
    store.on("kept", () => this.updateKept(), this.stop.signal);
  }

  /** @param {{muscle, point, region, sides}} state */
  update(state) {
    const subject = state.region ? `region ${state.region}` : `muscle ${state.muscle}`;
    const point = `${state.point} ${state.sides}`;
    if (subject !== this.drawn) this.drawAll(state);
    else if (!state.region && state.point && point !== this.drawnPoint) this.drawPoint(state);
    this.drawn = subject;
    this.drawnPoint = point;
  }

  drawAll(state) {
    const hadFocus = this.element.contains(this.element.getRootNode().activeElement);
    if (state.region) this.element.replaceChildren(...this.region(state));
    else if (state.muscle) this.element.replaceChildren(...this.muscle(state));
    else
      this.element.replaceChildren(
        html("h2", { tabindex: "-1" }, t("teach.nothing")),
        html("p", {}, t("teach.nothing_how")),
      );
    // The button that was pressed is gone, so the focus moves to the new heading.
    if (hadFocus) this.element.querySelector("h2").focus();
  }

  muscle(state) {
    const {
      name,
      latin,
      plain_name: plain,
      other_names: others,
      layer,
      trigger_points: points,
    } = this.texts.muscles[state.muscle];
    const list = points.map((id) => [id, this.texts.trigger_points[id].name]);
    this.field = choices(t("teach.points"), list, state.point, (id) => this.act.point(id));
    this.drawPoint(state);
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
      this.field.element,
      this.pointPart,
    ];
  }

  drawPoint(state) {
    const record = this.texts.trigger_points[state.point];
    const [side] = state.sides;
    this.field.set(state.point);
    const parts = [
      html("p", {}, record.where, cite(record.sources)),
      button({ class: "primary story-door" }, t("teach.story_open"), () => this.act.story()),
      this.keeps(state),
      this.fold("hurts", true, this.hurtsThere(record, state.point, side)),
      this.fold("beside", false, this.beside(record, state.muscle)),
      this.fold("facts", false, this.facts(state.muscle)),
    ];
    this.pointPart.replaceChildren(...parts);
    this.pointPart.append(sourceList(this.pointPart, this.texts.sources));
  }

  /** A part that stays open or closed from point to point. */
  fold(name, open, content) {
    this.open ??= {};
    const element = html(
      "details",
      { class: `fold fold-${name}` },
      html("summary", {}, t(`teach.${name}`)),
      ...content,
    );
    element.open = this.open[name] ?? open;
    element.addEventListener("toggle", () => {
      this.open[name] = element.open;
    });
    return element;
  }

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
    for (const { key, field } of this.kept ?? [])
      field.input.checked = store.current().kept.includes(key);
  }

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
      ...["essential", "spillover"]
        .filter((zone) => record[zone])
        .map((zone) =>
          html(
            "p",
            {},
            html("strong", {}, `${t(`legend.${zone}`)}: `),
            record[zone].text,
            cite(record[zone].sources),
          ),
        ),
    ];
  }

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

  facts(muscle) {
    const record = this.texts.muscles[muscle];
    return [
      html(
        "dl",
        {},
        ...["attachments", "action", "nerve_supply"].flatMap((each) => [
          html("dt", {}, t(`teach.${each}`)),
          html("dd", {}, record[each].text, cite(record[each].sources)),
        ]),
      ),
    ];
  }

  region({ region, muscle }) {
    const points = feltIn(this.texts, region);
    const list = html(
      "ol",
      { class: "shares there" },
      ...points.map((each, place) => this.hurting(each, place)),
    );
    const more = button({ class: "more" }, t("teach.show_all", { n: points.length }), () => {
      for (const item of list.children) item.hidden = false;
      more.hidden = true;
      list.children[MOST_POINTS].querySelector("button").focus();
    });
    more.hidden = points.length <= MOST_POINTS;
    return [
      html("h2", { tabindex: "-1" }, t("teach.hurts_in", { region: regionName(region) })),
      muscle
        ? button(
            { class: "plain back" },
            t("teach.back_to", { name: this.texts.muscles[muscle].name }),
            () => this.act.back(),
          )
        : null,
      html("p", {}, count("teach.hurting", points.length)),
      html("p", { class: "quiet" }, t("teach.hurting_how")),
      list,
      more,
    ].filter(Boolean);
  }

  hurting({ trigger_point: point, side, share: part, covered }, place) {
    const choose = button({ class: "choose-point" }, pointTitle(point, side), () =>
      this.act.point(point, side),
    );
    const selection = selectionOf([{ trigger_point: point, side }]);
    const item = html(
      "li",
      { "data-point": point, "data-side": side },
      choose,
      html(
        "span",
        { class: "two-shares" },
        t("teach.of_its_pattern", { n: Math.round(part * 100) }),
        " · ",
        t("teach.of_the_region", { n: Math.round(covered * 100) }),
      ),
    );
    item.hidden = place >= MOST_POINTS;
    for (const [begin, end] of [
      ["pointerenter", "pointerleave"],
      ["focusin", "focusout"],
    ]) {
      item.addEventListener(begin, () => this.act.preview(selection));
      item.addEventListener(end, () => this.act.preview(null));
    }
    return item;
  }

  remove() {
    this.stop.abort();
  }
}
