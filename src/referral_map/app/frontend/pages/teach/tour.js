// The course of the main nerve from the spine to the toes, stop by stop, with its narrow places.
import { html } from "../../lib/dom.js";
import { otherSide } from "../../document/sides.js";
import { cite } from "../../language/citations.js";
import { nerveParts } from "./overlays.js";
import { boxAround } from "./picture.js";
import { framed, viewNames } from "./views.js";
import { t, together } from "../../language/words.js";

/** @import { NarrowPlaceTexts, NerveTexts, Side, ViewName } from "../../types/wire.d.ts" */
/** @import { ShowStep, TeachAssets, VisibleNarrowPlace } from "./types.d.ts" */

const CLOSE_MM = 260;

/**
 * Lines of one nerve in a view.
 * @param {TeachAssets} assets
 * @param {ViewName} view
 * @param {string} nerve
 * @param {Side} side
 */
function linesOf({ drawings, texts }, view, nerve, side) {
  return Object.values(nerveParts(framed(drawings, view), texts.nerves, side))
    .flat()
    .filter((line) => line.nerve === nerve);
}

/**
 * The rest of the main nerve and its branches, to be drawn faintly.
 * @param {TeachAssets} assets
 * @param {ViewName} view
 * @param {string} nerve
 * @param {Side} side
 */
function otherLines({ drawings, texts }, view, nerve, side) {
  const { nerve: trunk, branches } = nerveParts(framed(drawings, view), texts.nerves, side);
  return [...trunk, ...branches].filter((line) => line.nerve !== nerve);
}

/**
 * The view that shows the nerve's narrow place, or else most of its length.
 * @param {TeachAssets} assets
 * @param {string} nerve
 * @param {Side} side
 */
function viewOf(assets, nerve, side) {
  /** @param {ViewName} name */
  const length = (name) =>
    linesOf(assets, name, nerve, side).reduce((sum, { path }) => sum + path.length, 0);
  const [place] = assets.texts.nerves[nerve].narrow_places;
  const narrowView = place && seenIn(place, side);
  if (narrowView && length(narrowView)) return narrowView;
  return viewNames(assets.drawings)
    .filter((name) => name !== otherSide(side))
    .reduce((a, b) => (length(b) > length(a) ? b : a));
}

/**
 * The view of a narrow place on a side: what is seen from the right is, on the left, seen from the left.
 * @param {Pick<NarrowPlaceTexts, "view">} place
 * @param {Side} side
 * @returns {ViewName}
 */
function seenIn({ view }, side) {
  return view === "right" ? side : view;
}

/**
 * The lines of the nerve, and the others that are drawn faintly.
 * @param {TeachAssets} assets
 * @param {ViewName} view
 * @param {string} nerve
 * @param {Side} side
 */
function linesFor(assets, view, nerve, side) {
  return {
    nerves: linesOf(assets, view, nerve, side),
    others: otherLines(assets, view, nerve, side),
  };
}

/**
 * The step that shows the whole nerve.
 * @param {TeachAssets} assets
 * @param {string} nerve
 * @param {Side} side
 * @returns {ShowStep}
 */
function course(assets, nerve, side) {
  const record = assets.texts.nerves[nerve];
  const view = viewOf(assets, nerve, side);
  const lines = linesFor(assets, view, nerve, side);
  return {
    title: record.name,
    scene: {
      view,
      box: boxAround(
        lines.nerves.map(({ path }) => path),
        [],
        CLOSE_MM,
      ),
      ...lines,
    },
    body: () => [
      html("p", { class: "lead" }, record.in_plain_words.text, cite(record.in_plain_words.sources)),
      html("p", {}, record.course.text, cite(record.course.sources)),
    ],
  };
}

/**
 * The step that shows a narrow place of the nerve.
 * @param {TeachAssets} assets
 * @param {string} nerve
 * @param {VisibleNarrowPlace} visible
 * @param {Side} side
 * @returns {ShowStep}
 */
function narrow(assets, nerve, { place, view, at }, side) {
  const { texts } = assets;
  const names = place.muscles.map((id) => texts.muscles[id].name);
  return {
    title: place.name,
    scene: {
      view,
      box: boxAround([], [at], view === "soles" ? CLOSE_MM * 0.7 : CLOSE_MM),
      ring: at,
      muscles: place.muscles.map((id) => `${id}:${side}`),
      ...linesFor(assets, view, nerve, side),
    },
    body: () => [
      html("p", { class: "quiet" }, t("teach.tour_narrow", { nerve: texts.nerves[nerve].name })),
      html("p", { class: "lead" }, place.text, cite(place.sources)),
      names.length ? html("p", {}, t("teach.tour_muscles", { muscles: together(names) })) : null,
    ],
  };
}

/**
 * Narrow places of a nerve from the top down; the sole comes last.
 * @param {Pick<TeachAssets, "areas">} assets
 * @param {NerveTexts} nerve
 * @param {Side} side
 * @returns {VisibleNarrowPlace[]}
 */
function downwards({ areas }, { narrow_places: places }, side) {
  /** @param {VisibleNarrowPlace} visible */
  const height = ({ view, at }) => (view === "soles" ? 1e5 : 0) + at[1];
  return places
    .flatMap((place) => {
      const view = seenIn(place, side);
      const at = areas.views[view].narrow_places[place.id]?.[side];
      return at ? [{ place, view, at }] : [];
    })
    .sort((a, b) => height(a) - height(b));
}

/**
 * The steps of the tour.
 * @param {TeachAssets} assets
 * @param {Side} side
 * @returns {ShowStep[]}
 */
export function tourSteps(assets, side) {
  const { nerves, tour } = assets.texts;
  return tour
    .filter((id) => nerves[id])
    .flatMap((id) => [
      course(assets, id, side),
      ...downwards(assets, nerves[id], side).map((each) => narrow(assets, id, each, side)),
    ]);
}
