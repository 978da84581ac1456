// The self-care guide: by part of the body, then by muscle.
import { html } from "../../lib/dom.js";
import { sourceList } from "../../language/citations.js";
import { massage } from "../../care/massage.js";
import { articleHead, fact, home } from "./article.js";
import {
  first,
  link,
  muscleTiles,
  partLinks,
  partsWithMuscles,
  placeOf,
  SELF_CARE,
} from "./contents.js";
import { musclePicture } from "./pictures.js";
import { forYou } from "../../care/for_you.js";
import { noSelfCare } from "../../care/urgent.js";
import { explainTerms } from "../../language/terms.js";
import { t } from "../../language/words.js";

/** @import { Child } from "../../types/page.d.ts" */
/** @import { LearnAssets } from "./types.d.ts" */

/**
 * @param {string} title
 * @param {...Child} content
 */
function part(title, ...content) {
  return html("section", { class: "care-part" }, html("h4", {}, title), ...content);
}

/**
 * @param {string} title
 * @param {...Child} content
 */
function care(title, ...content) {
  return html("div", { class: "caution" }, html("h4", {}, title), ...content);
}

/**
 * All muscles by part of the body, after when to see someone.
 * @param {LearnAssets} assets
 * @param {boolean} stopped - whether something needs a doctor first
 */
export function guideArticle(assets, stopped) {
  const head = articleHead(t("learn.guide"), [home()]);
  if (stopped) return html("article", { class: "article guide" }, head, noSelfCare());
  return html(
    "article",
    { class: "article guide" },
    head,
    html("p", {}, explainTerms(t("learn.guide_intro"))),
    care(
      t("learn.first"),
      html(
        "p",
        {},
        t("learn.guide_first"),
        " ",
        link(first(assets.texts).id, t("learn.guide_when")),
      ),
    ),
    html("nav", { "aria-label": t("learn.parts") }, partLinks(assets.texts)),
    ...partsWithMuscles(assets.texts).map((each) =>
      html(
        "section",
        { class: "theme", "data-section": placeOf(each) },
        html("h4", { tabindex: "-1" }, t(`learn.part.${each}`)),
        muscleTiles(each, assets),
      ),
    ),
  );
}

/**
 * One muscle: how to check it, what to try, what sets it off, when to stop, when to see someone.
 * @param {string} id
 * @param {LearnAssets} assets
 * @param {boolean} stopped - whether something needs a doctor first
 */
export function muscleArticle(id, assets, stopped) {
  const { texts } = assets;
  const {
    name,
    plain_name: plain,
    latin,
    self_care: self,
    trigger_points: points,
  } = texts.muscles[id];
  const head = articleHead(name, [home(), link(SELF_CARE, t("learn.guide"))]);
  if (stopped)
    return html("article", { class: "article", "data-place-shown": id }, head, noSelfCare());
  /** @type {Set<string>} */
  const within = new Set();
  const change = forYou(texts, points);
  const tried = change.waits
    ? []
    : [
        part(t("card.check"), fact(self.self_test, within)),
        part(t("learn.massage"), ...massage(self.massage, texts.dose, within)),
        part(t("learn.movement"), fact(self.movement, within)),
      ];
  const element = html(
    "article",
    { class: "article", "data-place-shown": id },
    head,
    html("p", { class: "quiet names" }, `${plain} · `, html("i", { lang: "la" }, latin)),
    musclePicture(id, assets),
    html(
      "div",
      { class: "care" },
      change.element,
      ...tried,
      part(t("card.sets_off"), fact(self.sets_it_off, within)),
      care(t("learn.stop"), fact(self.stop, within)),
      care(t("learn.see_someone"), fact(self.see_someone, within)),
    ),
  );
  element.append(sourceList(element, texts.sources));
  return element;
}
