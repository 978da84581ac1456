// A region in the panel: which points are felt in it.
import { button, html } from "../../lib/dom.js";
import { selectionOf } from "../../body/referral_pattern.js";
import { feltIn } from "./lookup.js";
import { count, pointTitle, regionName, t } from "../../language/words.js";

/** @import { Texts } from "../../types/wire.d.ts" */
/** @import { FeltPoint } from "./lookup.js" */
/** @import { ChosenPoint, PanelActions } from "./types.d.ts" */

const MOST_POINTS = 10;

/**
 * What the panel shows of a region.
 * @param {Texts} texts
 * @param {string} region
 * @param {ChosenPoint | null} chosen - what can be gone back to
 * @param {PanelActions} act
 */
export function regionContent(texts, region, chosen, act) {
  const points = feltIn(texts, region);
  const items = points.map((each, place) => feltPoint(each, place, act));
  const more = button({ class: "more" }, t("teach.show_all", { n: points.length }), () => {
    for (const item of items) item.hidden = false;
    more.hidden = true;
    items[MOST_POINTS].querySelector("button")?.focus();
  });
  more.hidden = points.length <= MOST_POINTS;
  return [
    html("h2", { tabindex: "-1" }, t("teach.hurts_in", { region: regionName(region) })),
    ...(chosen ? [backTo(chosen.muscle, texts, act)] : []),
    html("p", {}, count("teach.hurting", points.length)),
    html("p", { class: "quiet" }, t("teach.hurting_how")),
    html("ol", { class: "shares there" }, ...items),
    more,
  ];
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
 * @param {PanelActions} act
 */
function feltPoint({ trigger_point: point, side, share: part, covered }, place, act) {
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
