// The contents: what people ask, by theme, then the self-care guide by part of the body.
import { BODY_PARTS } from "../../lib/constants.js";
import { html } from "../../lib/dom.js";
import { musclePicture, subjectPicture } from "./pictures.js";
import { noSelfCare } from "../../care/urgent.js";
import { subjectFor, t } from "../../language/words.js";

/** @import { Child } from "../../types/page.d.ts" */
/** @import { BodyPart, Texts } from "../../types/wire.d.ts" */
/** @import { LearnAssets, Theme } from "./types.d.ts" */

/** The place of the self-care guide. */
export const SELF_CARE = "self_care";
/** The place of the terms. */
export const WORDS = "words";
/** The place that says what the map is for. */
export const PURPOSE = "purpose";

/**
 * The place of a part of the body within the guide.
 * @param {BodyPart} part
 */
export const placeOf = (part) => `${SELF_CARE}_${part}`;

/**
 * The subject that stands before everything else.
 * @param {Pick<Texts, "subjects">} texts
 */
export function first(texts) {
  const subject = subjectFor(texts, "first");
  if (!subject) throw new Error("no subject stands before all others");
  return subject;
}

/**
 * Themes with their subjects, in the order in which one would ask.
 * @param {Pick<Texts, "themes" | "subjects">} texts
 * @returns {Theme[]}
 */
export function themes({ themes: all, subjects }) {
  const byId = new Map(subjects.map((subject) => [subject.id, subject]));
  return all.map((theme) => ({
    ...theme,
    subjects: theme.subjects.flatMap((id) => byId.get(id) ?? []),
  }));
}

/**
 * Whether a place is self-care, which is hidden while something needs a doctor first.
 * @param {string} id
 * @param {Pick<Texts, "themes" | "subjects">} texts
 */
export function isSelfCare(id, { themes: all, subjects }) {
  if (id === WORDS || id === PURPOSE) return false;
  if (!subjects.some((subject) => subject.id === id)) return true;
  return all.some((theme) => theme.self_care && theme.subjects.includes(id));
}

/**
 * Muscles of a part of the body, by name.
 * @param {Pick<Texts, "muscles" | "language">} texts
 * @param {BodyPart} part
 */
export function musclesOf({ muscles, language }, part) {
  return Object.entries(muscles)
    .filter(([, muscle]) => muscle.part_of_body === part)
    .sort(([, a], [, b]) => a.name.localeCompare(b.name, language));
}

/**
 * Every place that the address may name.
 * @param {Pick<Texts, "subjects" | "muscles">} texts
 */
export function places({ subjects, muscles }) {
  return new Set([
    SELF_CARE,
    WORDS,
    PURPOSE,
    ...BODY_PARTS.map(placeOf),
    ...subjects.map(({ id }) => id),
    ...Object.keys(muscles),
  ]);
}

/**
 * A link inside the page.
 * @param {string} place - "" for the start
 * @param {...Child} content
 */
export function link(place, ...content) {
  return html(
    "a",
    { href: place ? `#${place}` : location.pathname, "data-place": place },
    ...content,
  );
}

/**
 * The places before and after in reading order, or undefined.
 * @param {string} id
 * @param {Pick<Texts, "themes" | "subjects">} texts
 * @returns {{ before?: string, after?: string }}
 */
export function neighbours(id, texts) {
  const all = [first(texts), ...themes(texts).flatMap(({ subjects }) => subjects)].map(
    (each) => each.id,
  );
  const at = all.indexOf(id);
  return at < 0 ? {} : { before: all[at - 1], after: all[at + 1] ?? SELF_CARE };
}

/**
 * The contents.
 * @param {Texts} texts
 */
export function buildContents(texts) {
  const { id: firstId, question } = first(texts);
  /**
   * @param {string} title
   * @param {readonly HTMLElement[]} links
   */
  const list = (title, links) =>
    html(
      "section",
      {},
      html("h3", {}, title),
      html("ul", {}, ...links.map((each) => html("li", {}, each))),
    );
  const element = html(
    "nav",
    { class: "contents", "aria-label": t("learn.contents") },
    html("p", { class: "contents-first" }, link(firstId, question)),
    ...themes(texts).map(({ name, subjects }) =>
      list(
        name,
        subjects.map((each) => link(each.id, each.question)),
      ),
    ),
    html("p", { class: "contents-first" }, link(SELF_CARE, t("learn.guide"))),
    html("p", { class: "contents-first" }, link(WORDS, t("learn.words"))),
    html("p", { class: "contents-first" }, link(PURPOSE, texts.purpose.title)),
  );
  return {
    element,
    /**
     * Mark the current place; a muscle belongs to the guide.
     * @param {string | null} id
     */
    point(id) {
      const inGuide = id !== null && (id in texts.muscles || id.startsWith(SELF_CARE));
      const current = inGuide ? SELF_CARE : id;
      for (const each of element.querySelectorAll("a")) {
        if (each.dataset.place === current) each.setAttribute("aria-current", "page");
        else each.removeAttribute("aria-current");
      }
    },
  };
}

/**
 * @param {string} place
 * @param {string} title
 * @param {Child} drawing
 * @param {string} [under] - the title
 */
function tile(place, title, drawing, under = "") {
  const words = html(
    "span",
    { class: "tile-words" },
    html("span", { class: "tile-title" }, title),
    under ? html("span", { class: "quiet" }, under) : null,
  );
  const element = link(place, html("span", { class: "tile-picture" }, drawing), words);
  element.classList.add("tile");
  return html("li", {}, element);
}

/**
 * The start: all questions as tiles, and the guide's parts of the body.
 * @param {LearnAssets} assets
 * @param {boolean} stopped - whether something needs a doctor first
 */
export function startTiles(assets, stopped) {
  const { texts } = assets;
  return html(
    "div",
    { class: "start" },
    ...themes(texts).map(({ name, self_care: care, subjects }) =>
      html(
        "section",
        { class: "theme" },
        html("h3", {}, name),
        stopped && care
          ? noSelfCare()
          : html(
              "ul",
              { class: "tiles" },
              ...subjects.map((each) =>
                tile(each.id, each.question, subjectPicture(each, assets, { small: true })),
              ),
            ),
      ),
    ),
    html(
      "section",
      { class: "theme" },
      html("h3", {}, t("learn.guide")),
      html("p", {}, t("learn.guide_intro")),
      stopped ? noSelfCare() : partLinks(texts),
    ),
    html("p", { class: "contents-first" }, link(WORDS, t("learn.words"))),
  );
}

/**
 * The parts of the body that have muscles, in the order of the guide.
 * @param {Pick<Texts, "muscles" | "language">} texts
 */
export function partsWithMuscles(texts) {
  return BODY_PARTS.filter((part) => musclesOf(texts, part).length);
}

/**
 * Links to the parts of the body that have muscles.
 * @param {Pick<Texts, "muscles" | "language">} texts
 */
export function partLinks(texts) {
  return html(
    "ul",
    { class: "part-links" },
    ...partsWithMuscles(texts).map((part) =>
      html("li", {}, link(placeOf(part), t(`learn.part.${part}`))),
    ),
  );
}

/**
 * The muscles of a part of the body as tiles.
 * @param {BodyPart} part
 * @param {LearnAssets} assets
 */
export function muscleTiles(part, assets) {
  return html(
    "ul",
    { class: "tiles" },
    ...musclesOf(assets.texts, part).map(([id, muscle]) =>
      tile(id, muscle.name, musclePicture(id, assets, { small: true }), muscle.plain_name),
    ),
  );
}
