// The contents: what people ask, by theme, then the self-care guide by part of the body.
import { BODY_PARTS } from "../../lib/constants.js";
import { html } from "../../lib/dom.js";
import { musclePicture, subjectPicture } from "./pictures.js";
import { noSelfCare } from "../../care/urgent.js";
import { subjectFor, t } from "../../language/words.js";

export const SELF_CARE = "self_care";
export const WORDS = "words";

/** The place of a part of the body within the guide. */
export const placeOf = (part) => `${SELF_CARE}_${part}`;

/** The subject that stands before everything else. */
export function first(texts) {
  return subjectFor(texts, "first");
}

/** Themes with their subjects, in the order in which one would ask. */
export function themes({ themes: all, subjects }) {
  const byId = new Map(subjects.map((subject) => [subject.id, subject]));
  return all.map((theme) => ({ ...theme, subjects: theme.subjects.map((id) => byId.get(id)) }));
}

/** Whether a place is self-care, which is hidden while something needs a doctor first. */
export function isSelfCare(id, { themes: all, subjects }) {
  if (id === WORDS) return false;
  if (!subjects.some((subject) => subject.id === id)) return true;
  return all.some((theme) => theme.self_care && theme.subjects.includes(id));
}

/** Muscles of a part of the body, by name. */
export function musclesOf({ muscles, language }, part) {
  return Object.entries(muscles)
    .filter(([, muscle]) => muscle.part_of_body === part)
    .sort(([, a], [, b]) => a.name.localeCompare(b.name, language));
}

/** Every place that the address may name. */
export function places({ subjects, muscles }) {
  return new Set([
    SELF_CARE,
    WORDS,
    ...BODY_PARTS.map(placeOf),
    ...subjects.map(({ id }) => id),
    ...Object.keys(muscles),
  ]);
}

export function link(place, ...content) {
  return html(
    "a",
    { href: place ? `#${place}` : location.pathname, "data-place": place },
    ...content,
  );
}

/** The places before and after in reading order, or undefined. */
export function neighbours(id, texts) {
  const all = [first(texts), ...themes(texts).flatMap(({ subjects }) => subjects)].map(
    (each) => each.id,
  );
  const at = all.indexOf(id);
  return at < 0 ? {} : { before: all[at - 1], after: all[at + 1] ?? SELF_CARE };
}

export function buildContents(texts) {
  const { id: firstId, question } = first(texts);
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
  );
  return {
    element,
    /** Mark the current place; a muscle belongs to the guide. */
    point(id) {
      const current = id in texts.muscles || id?.startsWith(SELF_CARE) ? SELF_CARE : id;
      for (const each of element.querySelectorAll("a")) {
        if (each.dataset.place === current) each.setAttribute("aria-current", "page");
        else each.removeAttribute("aria-current");
      }
    },
  };
}

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

/** The start: all questions as tiles, and the guide's parts of the body. */
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
                tile(each.id, each.question, subjectPicture(each.id, assets, { small: true })),
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

/** The parts of the body that have muscles, in the order of the guide. */
export function partsWithMuscles(texts) {
  return BODY_PARTS.filter((part) => musclesOf(texts, part).length);
}

/** Links to the parts of the body that have muscles. */
export function partLinks(texts) {
  return html(
    "ul",
    { class: "part-links" },
    ...partsWithMuscles(texts).map((part) =>
      html("li", {}, link(placeOf(part), t(`learn.part.${part}`))),
    ),
  );
}

export function muscleTiles(part, assets) {
  return html(
    "ul",
    { class: "tiles" },
    ...musclesOf(assets.texts, part).map(([id, muscle]) =>
      tile(id, muscle.name, musclePicture(id, assets, { small: true }), muscle.plain_name),
    ),
  );
}
