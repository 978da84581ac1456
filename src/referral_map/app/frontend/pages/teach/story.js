// The story of a point in six steps, from where it is felt to what the person can do.
import { html } from "../../lib/dom.js";
import { cite } from "../../language/citations.js";
import { bestView, partsIn, selectionOf } from "../../body/referral_pattern.js";
import { pathArea, pathCentre } from "../../lib/svg_paths.js";
import { alarmContent, stoppingFlags } from "../../care/urgent.js";
import { feltBy, nervesNear } from "./lookup.js";
import { nerveParts } from "./overlays.js";
import { boxAround } from "./picture.js";
import {
  lowerFirst,
  number,
  regionName,
  sideName,
  subjectFor,
  t,
  together,
} from "../../language/words.js";

const REGIONS_TOLD = 3;

function lead(text, sources) {
  return html("p", { class: "lead" }, text, cite(sources));
}

function detail({ text, sources }) {
  return html("p", {}, text, cite(sources));
}

/** @returns {{title, scene, body}[]} see `Show.open` */
export function storySteps(assets, point, side) {
  const { texts } = assets;
  const record = texts.trigger_points[point];
  const context = {
    ...assets,
    record,
    point,
    side,
    muscle: texts.muscles[record.muscle],
    scenes: scenes(assets, point, side, record),
  };
  return [felt, muscleStep, nerveStep, elsewhere, weDo, youDo].map((step, i) => ({
    title: t(`teach.story_${i + 1}`),
    ...step(context),
  }));
}

/** What the pictures of the steps need, computed once. */
function scenes({ drawings }, point, side, { muscle, view: pointView }) {
  const selection = selectionOf([{ trigger_point: point, side }]);
  const feltView = bestView(drawings, selection);
  const own = ["right", "left"].includes(pointView) ? side : pointView;
  const view = drawings.views[own].muscles[muscle]?.[side] ? own : feltView;
  const painParts = partsIn(drawings.views[feltView], drawings, selection);
  const muscleParts = partsIn(drawings.views[view], drawings, selection);
  const whole = boxAround(
    [...painParts.essential, ...painParts.spillover, ...painParts.muscle],
    painParts.marks,
  );
  const close = boxAround(muscleParts.muscle, muscleParts.marks, 300);
  return {
    selection,
    feltView,
    view,
    painParts,
    muscleParts,
    whole,
    close,
    muscles: [[muscle, side]],
  };
}

/** A closed explanation, so that the step stays one or two sentences. */
function more(fact) {
  return fact && html("details", {}, html("summary", {}, t("teach.more")), detail(fact));
}

/** A region's name, with its side only if that is not the side of the story. */
function place(region, side) {
  const name = lowerFirst(regionName(region));
  const ending = t("side.after_a_name", { name: "", side: sideName(side) });
  return name.endsWith(ending) ? name.slice(0, -ending.length) : name;
}

function felt({ record, point, side, texts, scenes: { selection, feltView, whole } }) {
  const places = feltBy(texts, point, side)
    .slice(0, REGIONS_TOLD)
    .map(({ region }) => place(region, side));
  return {
    scene: { view: feltView, box: whole, selection, zones: true },
    body: () => [
      lead(t("teach.story_felt", { places: together(places) }), record.essential.sources),
      html("p", {}, t("teach.story_differs")),
    ],
  };
}

function muscleStep({ record, muscle, scenes: { selection, view, close, muscles } }) {
  return {
    scene: { view, box: close, muscles, selection, dot: true },
    body: () => [
      lead(t("teach.story_muscle", { plain: muscle.plain_name, name: muscle.name }), []),
      detail({ text: record.where, sources: record.sources }),
    ],
  };
}

function nerveStep({ record, texts, drawings, side, scenes: { selection, view, close, muscles } }) {
  const near = nervesNear(texts, record.muscle);
  // The nerve that the texts warn of, else the nearest.
  const named = record.nerve_risk?.nerves?.[0];
  const nerve = near.find((each) => each.nerve === named) ?? near[0];
  const all = Object.values(nerveParts(drawings.views[view], texts.nerves, side)).flat();
  return {
    scene: {
      view,
      box: close,
      muscles,
      selection,
      dot: true,
      nerves: all.filter((line) => line.nerve === nerve?.nerve),
    },
    body: () => [
      lead(
        nerve
          ? t(nerve.distance_mm < 1 ? "teach.story_touches" : "teach.story_near", {
              nerve: texts.nerves[nerve.nerve].plain_name,
              name: texts.nerves[nerve.nerve].name,
              mm: number(nerve.distance_mm),
            })
          : t("teach.no_nerve"),
        [],
      ),
      more(record.nerve_risk),
    ],
  };
}

function elsewhere({ texts, scenes: { selection, feltView, painParts, whole, muscles } }) {
  const [first, second] = subjectFor(texts, "felt_elsewhere").paragraphs;
  const zones = painParts.essential.length ? painParts.essential : painParts.spillover;
  const largest = zones.reduce((a, b) => (pathArea(b) > pathArea(a) ? b : a), zones[0]);
  const to = largest && pathCentre(largest);
  const [from] = painParts.marks;
  const far = from && to && Math.hypot(to[0] - from[0], to[1] - from[1]) > 40;
  return {
    scene: {
      view: feltView,
      box: whole,
      muscles,
      selection,
      zones: true,
      dot: true,
      arrow: far ? [from, to] : null,
    },
    body: () => [lead(first.text, first.sources), detail(second)],
  };
}

function weDo({ texts, muscle, scenes: { selection, view, close, muscles } }) {
  const paragraphs = subjectFor(texts, "who_can_help").paragraphs;
  return {
    scene: { view, box: close, muscles, selection, dot: true },
    body: () => [
      lead(t("teach.story_we_do", { plain: muscle.plain_name }), []),
      detail(paragraphs[0]),
      more(paragraphs[1]),
    ],
  };
}

/** Self-care, or the alarm for somebody who needs a doctor first. */
function youDo({ texts, muscle, scenes: { selection, view, close, muscles } }) {
  const { massage, stop } = muscle.self_care;
  const flags = stoppingFlags(texts);
  return {
    scene: { view, box: close, muscles, selection, dot: true },
    body: () =>
      flags.length
        ? [html("div", { class: "urgent" }, ...alarmContent(flags))]
        : [
            lead(
              t("card.dose", {
                minutes: number(massage.minutes, massage.minutes % 1 ? 1 : 0),
                times: massage.times_a_week,
              }),
              massage.sources,
            ),
            html(
              "ul",
              { class: "bullets" },
              ...["tool", "position", "strokes", "pressure"].map((each) =>
                html("li", {}, massage[each]),
              ),
            ),
            html("div", { class: "caution" }, detail(stop)),
          ],
  };
}
