// The contents: what people ask, by theme, then the self-care guide by part of the body.
import { html } from "./dom.js";
import { musclePicture, subjectPicture } from "./learn_pictures.js";
import { noSelfCare } from "./learn_urgent.js";
import { t } from "./words.js";

// It stands before everything else.
export const FIRST = "when_to_see_someone";

export const SELF_CARE = "self_care";
export const WORDS = "words";

// The order in which one would ask. What "help" holds is self-care.
const THEMES = {
  understand: ["what_is_a_trigger_point", "why_pain_is_felt_elsewhere", "what_is_sciatica", "causes_of_sciatica", "course_of_the_nerve", "how_sure_is_science"],
  help: ["self_test_with_a_ball", "massage_and_deep_pressure", "foam_rolling", "heat_and_cold", "one_side_or_both", "warm_up_and_stretching", "exercise_and_walking", "core_strength"],
  every_day: ["posture_and_sitting", "lifting", "sleep", "stress", "weight", "food_and_water"],
  better: ["what_getting_better_looks_like", "pain_drawing_back", "who_can_help", "dry_needling"],
};
const LAST = "better";

export const PARTS = ["trunk", "buttock", "hip", "thigh", "leg", "foot"];

/** The place of a part of the body within the guide. */
export const placeOf = (part) => `${SELF_CARE}_${part}`;

/** Subjects by theme. One that no theme names yet stands at the end of the last. */
export function themes({ subjects }) {
  const there = new Map(subjects.map((subject) => [subject.id, subject]));
  const named = new Set([FIRST, ...Object.values(THEMES).flat()]);
  const rest = subjects.filter(({ id }) => !named.has(id)).map(({ id }) => id);
  return Object.entries(THEMES).map(([theme, ids]) =>
    [theme, [...ids, ...(theme === LAST ? rest : [])].filter((id) => there.has(id)).map((id) => there.get(id))]);
}

/** Whether a place is self-care, which is not shown while something needs a doctor first. */
export function isSelfCare(id) {
  return id === SELF_CARE || !subjectIds().has(id) || THEMES.help.includes(id);
}

function subjectIds() {
  return new Set([FIRST, WORDS, ...Object.values(THEMES).flat()]);
}

/** Muscles of a part of the body, by name. */
export function musclesOf({ muscles, language }, part) {
  return Object.entries(muscles).filter(([, muscle]) => muscle.part_of_body === part)
    .sort(([, a], [, b]) => a.name.localeCompare(b.name, language));
}

/** Every place the address may name. */
export function places({ subjects, muscles }) {
  return new Set([SELF_CARE, WORDS, ...PARTS.map(placeOf), ...subjects.map(({ id }) => id), ...Object.keys(muscles)]);
}

export function link(place, ...content) {
  return html("a", { href: place ? `#${place}` : location.pathname, "data-place": place }, ...content);
}

/** The order of reading: the place before and the one after, or undefined. */
export function neighbours(id, texts) {
  const all = [FIRST, ...themes(texts).flatMap(([, subjects]) => subjects.map((each) => each.id))];
  const at = all.indexOf(id);
  return at < 0 ? {} : { before: all[at - 1], after: all[at + 1] ?? SELF_CARE };
}

export function buildContents(texts) {
  const question = (id) => texts.subjects.find((each) => each.id === id).question;
  const list = (title, links) => html("section", {}, html("h3", {}, title), html("ul", {}, ...links.map((each) => html("li", {}, each))));
  const element = html("nav", { class: "contents", "aria-label": t("learn.contents") },
    html("p", { class: "contents-first" }, link(FIRST, question(FIRST))),
    ...themes(texts).map(([theme, subjects]) => list(t(`learn.theme.${theme}`), subjects.map((each) => link(each.id, each.question)))),
    html("p", { class: "contents-first" }, link(SELF_CARE, t("learn.guide"))),
    html("p", { class: "contents-first" }, link(WORDS, t("learn.words"))));
  return {
    element,
    /** Mark the place that is read; a muscle belongs to the guide. */
    point(id) {
      const marked = id in texts.muscles || id?.startsWith(SELF_CARE) ? SELF_CARE : id;
      for (const each of element.querySelectorAll("a")) {
        if (each.dataset.place === marked) each.setAttribute("aria-current", "page");
        else each.removeAttribute("aria-current");
      }
    },
  };
}

function tile(place, title, drawn, under = "") {
  const words = html("span", { class: "tile-words" }, html("span", { class: "tile-title" }, title),
    under ? html("span", { class: "quiet" }, under) : null);
  const element = link(place, html("span", { class: "tile-picture" }, drawn), words);
  element.classList.add("tile");
  return html("li", {}, element);
}

/** The start: all questions as tiles, and the guide's parts of the body. */
export function startTiles(assets, stopped) {
  const { texts } = assets;
  return html("div", { class: "start" },
    ...themes(texts).map(([theme, subjects]) => html("section", { class: "theme" }, html("h3", {}, t(`learn.theme.${theme}`)),
      stopped && theme === "help" ? noSelfCare()
        : html("ul", { class: "tiles" }, ...subjects.map((each) => tile(each.id, each.question, subjectPicture(each.id, assets, { small: true })))))),
    html("section", { class: "theme" }, html("h3", {}, t("learn.guide")), html("p", {}, t("learn.guide_intro")),
      stopped ? noSelfCare() : partLinks(texts)),
    html("p", { class: "contents-first" }, link(WORDS, t("learn.words"))));
}

/** Links to the parts of the body that have muscles. */
export function partLinks(texts) {
  return html("ul", { class: "part-links" }, ...PARTS.filter((part) => musclesOf(texts, part).length).map((part) =>
    html("li", {}, link(placeOf(part), t(`learn.part.${part}`)))));
}

export function muscleTiles(part, assets) {
  return html("ul", { class: "tiles" }, ...musclesOf(assets.texts, part).map(([id, muscle]) =>
    tile(id, muscle.name, musclePicture(id, assets, { small: true }), muscle.plain_name)));
}
