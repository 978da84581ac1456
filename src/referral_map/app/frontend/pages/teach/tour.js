// The course of the main nerve from the spine to the toes, stop by stop, with its narrow places.
import { VIEW_NAMES } from "../../lib/constants.js";
import { html } from "../../lib/dom.js";
import { otherSide } from "../../document/sides.js";
import { cite } from "../../language/citations.js";
import { nerveParts } from "./overlays.js";
import { boxAround } from "./picture.js";
import { t, together } from "../../language/words.js";

const CLOSE_MM = 260;

/** Lines of one nerve in a view. */
function linesOf({ drawings, texts }, view, nerve, side) {
  return Object.values(nerveParts(drawings.views[view], texts.nerves, side))
    .flat()
    .filter((line) => line.nerve === nerve);
}

/** The rest of the main nerve and its branches, to be drawn faintly. */
function otherLines({ drawings, texts }, view, nerve, side) {
  const { nerve: trunk, branches } = nerveParts(drawings.views[view], texts.nerves, side);
  return [...trunk, ...branches].filter((line) => line.nerve !== nerve);
}

/** The view that shows the nerve's narrow place, or else most of its length. */
function viewOf(assets, nerve, side) {
  const length = (name) =>
    linesOf(assets, name, nerve, side).reduce((sum, { path }) => sum + path.length, 0);
  const [place] = assets.texts.nerves[nerve].narrow_places;
  const narrowView = place && seenIn(place, side);
  if (narrowView && length(narrowView)) return narrowView;
  return VIEW_NAMES.filter((name) => name !== otherSide(side)).reduce((a, b) =>
    length(b) > length(a) ? b : a,
  );
}

/** The view of a narrow place on a side: what is seen from the right is, on the left, seen from the left. */
function seenIn({ view }, side) {
  return view === "right" ? side : view;
}

/** The lines of the nerve, and the others that are drawn faintly. */
function linesFor(assets, view, nerve, side) {
  return {
    nerves: linesOf(assets, view, nerve, side),
    others: otherLines(assets, view, nerve, side),
  };
}

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

function narrow(assets, nerve, place, side) {
  const { texts, areas } = assets;
  const view = seenIn(place, side);
  const at = areas.views[view].narrow_places[place.id][side];
  const names = place.muscles.map((id) => texts.muscles[id].name);
  return {
    title: place.name,
    scene: {
      view,
      box: boxAround([], [at], view === "soles" ? CLOSE_MM * 0.7 : CLOSE_MM),
      ring: at,
      muscles: place.muscles.map((id) => [id, side]),
      ...linesFor(assets, view, nerve, side),
    },
    body: () => [
      html("p", { class: "quiet" }, t("teach.tour_narrow", { nerve: texts.nerves[nerve].name })),
      html("p", { class: "lead" }, place.text, cite(place.sources)),
      names.length ? html("p", {}, t("teach.tour_muscles", { muscles: together(names) })) : null,
    ],
  };
}

/** Narrow places of a nerve from the top down; the sole comes last. */
function downwards({ areas }, { narrow_places: places }, side) {
  const height = (place) => {
    const view = seenIn(place, side);
    return (
      (view === "soles" ? 1e5 : 0) +
      (areas.views[view].narrow_places[place.id]?.[side]?.[1] ?? Infinity)
    );
  };
  return places
    .filter((place) => Number.isFinite(height(place)))
    .sort((a, b) => height(a) - height(b));
}

/** @returns {{title, scene, body}[]} see `Show.open` */
export function tourSteps(assets, side) {
  const { nerves, tour } = assets.texts;
  return tour
    .filter((id) => nerves[id])
    .flatMap((id) => [
      course(assets, id, side),
      ...downwards(assets, nerves[id], side).map((place) => narrow(assets, id, place, side)),
    ]);
}
