// A region in the panel: which points are felt in it.
import { button, html, setText } from "../../lib/dom.js";
import { GRADES } from "../../lib/constants.js";
import { keepState, stateOf } from "../../document/page_state.js";
import { gradeTag } from "../../language/how_sure.js";
import { selectionOf } from "../../body/referral_pattern.js";
import { feltIn } from "./lookup.js";
import { count, pointTitle, regionName, t } from "../../language/words.js";

/** @import { Grade, Texts } from "../../types/wire.d.ts" */
/** @import { FeltPoint } from "./lookup.js" */
/** @import { ChosenPoint, PanelActions } from "./types.d.ts" */

const MOST_POINTS = 10;
const SURE = "teach.sure";
const LEAST_SURE = GRADES[GRADES.length - 1];

/**
 * What the panel shows of a region.
 * @param {Texts} texts
 * @param {string} region
 * @param {ChosenPoint | null} chosen - what can be gone back to
 * @param {PanelActions} act
 */
export function regionContent(texts, region, chosen, act) {
  const points = feltIn(texts, region);
  const counted = html("p", { role: "status" });
  const list = html("ol", { class: "shares there" });
  const more = button({ class: "more" }, "", () => {
    const next = list.querySelector("li[hidden] button");
    for (const item of list.children) item.toggleAttribute("hidden", false);
    more.hidden = true;
    if (next instanceof HTMLElement) next.focus();
  });
  /** @param {Grade} least - how sure a pattern must be */
  const show = (least) => {
    const sure = points.filter(({ trigger_point: point }) => isAsSure(texts, point, least));
    list.replaceChildren(...sure.map((each, place) => feltPoint(each, place, texts, act)));
    setText(counted, count("teach.hurting", sure.length));
    setText(more, t("teach.show_all", { n: sure.length }));
    more.hidden = sure.length <= MOST_POINTS;
  };
  const filter = sureFilter(show);
  return [
    html("h2", { tabindex: "-1" }, t("teach.hurts_in", { region: regionName(region) })),
    ...(chosen ? [backTo(chosen.muscle, texts, act)] : []),
    filter,
    counted,
    html("p", { class: "quiet" }, t("teach.hurting_how")),
    list,
    more,
  ];
}

/**
 * Whether where a point's pain is mostly felt is at least so sure.
 * @param {Texts} texts
 * @param {string} point
 * @param {Grade} least
 */
function isAsSure({ trigger_points: points }, point, least) {
  return GRADES.indexOf(points[point].essential.how_sure.grade) <= GRADES.indexOf(least);
}

/**
 * The choice of how sure a pattern must be to be listed; kept while the person teaches.
 * @param {(least: Grade) => void} show
 */
function sureFilter(show) {
  const kept = stateOf(SURE, LEAST_SURE);
  const select = html(
    "select",
    {},
    ...[...GRADES]
      .reverse()
      .map((each) => html("option", { value: each }, t(`teach.at_least.${each}`))),
  );
  select.value = GRADES.find((each) => each === kept) ?? LEAST_SURE;
  const choose = () => show(GRADES.find((each) => each === select.value) ?? LEAST_SURE);
  select.addEventListener("change", () => {
    keepState(SURE, select.value);
    choose();
  });
  choose();
  return html(
    "label",
    { class: "sure-filter" },
    html("span", {}, t("teach.at_least.by")),
    " ",
    select,
  );
}

/**
 * @param {string} muscle
 * @param {Texts} texts
 * @param {PanelActions} act
 */
function backTo(muscle, texts, act) {
  const words = t("teach.back_to", { name: texts.muscles[muscle].name });
  return button({ class: "plain back" }, words, () => act.muscle(muscle));
}

/**
 * A point that is felt in the region.
 * @param {FeltPoint} felt
 * @param {number} place - in the list, from 0 on
 * @param {Texts} texts
 * @param {PanelActions} act
 */
function feltPoint({ trigger_point: point, side, share: part, covered }, place, texts, act) {
  const choose = button({ class: "choose-point" }, pointTitle(point, side), () =>
    act.point(point, side),
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
    gradeTag(texts.trigger_points[point].essential.how_sure.grade),
  );
  item.hidden = place >= MOST_POINTS;
  for (const [begin, end] of [
    ["pointerenter", "pointerleave"],
    ["focusin", "focusout"],
  ]) {
    item.addEventListener(begin, () => act.preview(selection));
    item.addEventListener(end, () => act.preview(null));
  }
  return item;
}
