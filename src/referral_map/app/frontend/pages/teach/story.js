// The story of a point in six steps, from where it is felt to what the person can do.
import { html } from "../../lib/dom.js";
import { cite } from "../../language/citations.js";
import { partsIn, selectionOf } from "../../body/referral_pattern.js";
import { pathArea, pathCentre } from "../../lib/svg_paths.js";
import { forYou } from "../../care/for_you.js";
import { alarmContent, stoppingFlags } from "../../care/urgent.js";
import { doseOf } from "../../care/massage.js";
import { feltBy, nervesNear } from "./lookup.js";
import { nerveParts } from "./overlays.js";
import { boxAround } from "./picture.js";
import { framed, shownView } from "./views.js";
import {
  lowerFirst,
  number,
  regionName,
  sideName,
  subjectFor,
  t,
  together,
} from "../../language/words.js";

/** @import { Fact, MuscleTexts, PointTexts, Side } from "../../types/wire.d.ts" */
/** @import { ShowStep, TeachAssets } from "./types.d.ts" */

/**
 * What the steps are about, besides the files they read.
 * @typedef {object} PointOnSide
 * @property {string} point
 * @property {Side} side
 * @property {PointTexts} record - of the point
 * @property {MuscleTexts} muscle
 * @property {ReturnType<typeof scenesOf>} scenes
 */
/** @typedef {TeachAssets & PointOnSide} Context */
/** @typedef {Pick<ShowStep, "scene" | "body">} StepContent */

const REGIONS_TOLD = 3;
// A shorter arrow would hide what it leads to.
const FAR_MM = 70;
const MASSAGE_STEPS = /** @type {const} */ (["tool", "position", "strokes", "pressure"]);

/**
 * What a step is about, in large letters.
 * @param {string} text
 * @param {readonly string[]} sources
 */
function lead(text, sources) {
  return html("p", { class: "lead" }, text, cite(sources));
}

/** @param {Fact} fact */
function detail({ text, sources }) {
  return html("p", {}, text, cite(sources));
}

/**
 * The steps of the story.
 * @param {TeachAssets} assets
 * @param {string} point
 * @param {Side} side
 * @returns {ShowStep[]}
 */
export function storySteps(assets, point, side) {
  const { texts } = assets;
  const record = texts.trigger_points[point];
  const context = {
    ...assets,
    record,
    point,
    side,
    muscle: texts.muscles[record.muscle],
    scenes: scenesOf(assets, point, side, record),
  };
  return [felt, muscleStep, nerveStep, elsewhere, weDo, youDo].map((step, i) => ({
    title: t(`teach.story_${i + 1}`),
    ...step(context),
  }));
}

/**
 * What the pictures of the steps need, computed once.
 * @param {Pick<TeachAssets, "drawings">} assets
 * @param {string} point
 * @param {Side} side
 * @param {PointTexts} record
 */
function scenesOf({ drawings }, point, side, { muscle, view: pointView }) {
  const selection = selectionOf([{ trigger_point: point, side }]);
  const feltView = shownView(drawings, selection);
  const own = pointView === "right" ? side : pointView;
  const view = drawings.views[own]?.muscles[muscle]?.[side] ? own : feltView;
  const painParts = partsIn(framed(drawings, feltView), drawings, selection);
  const muscleParts = partsIn(framed(drawings, view), drawings, selection);
  const whole = boxAround(
    [...painParts.essential, ...painParts.spillover, ...painParts.muscle],
    painParts.marks,
  );
  const close = boxAround(muscleParts.muscle, muscleParts.marks, 300);
  const muscles = [`${muscle}:${side}`];
  return {
    painParts,
    /** Where it is felt. */
    pain: { selection, view: feltView, box: whole, skin: true },
    /** The same, with the muscle. */
    both: { selection, muscles, view: feltView, box: whole, dot: true },
    /** The muscle with its point. */
    near: { selection, muscles, view, box: close, dot: true },
  };
}

/**
 * A closed explanation, so that the step stays one or two sentences.
 * @param {Fact | null | undefined} fact
 */
function more(fact) {
  if (!fact) return null;
  return html("details", {}, html("summary", {}, t("teach.more")), detail(fact));
}

/**
 * A region's name, with its side only if that is not the side of the story.
 * @param {string} region
 * @param {Side} side
 */
function place(region, side) {
  const name = lowerFirst(regionName(region));
  const ending = t("side.after_a_name", { name: "", side: sideName(side) });
  return name.endsWith(ending) ? name.slice(0, -ending.length) : name;
}

/**
 * @param {Context} context
 * @returns {StepContent}
 */
function felt({ record, point, side, texts, scenes: { pain } }) {
  const places = feltBy(texts, point, side)
    .slice(0, REGIONS_TOLD)
    .map(({ region }) => place(region, side));
  return {
    scene: { ...pain, zones: true },
    body: () => [
      lead(t("teach.story_felt", { places: together(places) }), record.essential.sources),
      html("p", {}, t("teach.story_differs")),
    ],
  };
}

/**
 * @param {Context} context
 * @returns {StepContent}
 */
function muscleStep({ record, muscle, scenes: { near } }) {
  return {
    scene: near,
    body: () => [
      lead(t("teach.story_muscle", { plain: muscle.plain_name, name: muscle.name }), []),
      detail({ text: record.where, sources: record.sources }),
    ],
  };
}

/**
 * @param {Context} context
 * @returns {StepContent}
 */
function nerveStep({ record, texts, drawings, side, scenes: { near: scene } }) {
  const near = nervesNear(texts, record.muscle);
  // The nerve that the texts warn of, else the nearest.
  const named = record.nerve_risk?.nerves?.[0];
  const nerve = near.find((each) => each.nerve === named) ?? near[0];
  const all = Object.values(nerveParts(framed(drawings, scene.view), texts.nerves, side)).flat();
  return {
    scene: { ...scene, nerves: all.filter((line) => line.nerve === nerve?.nerve) },
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

/**
 * @param {Context} context
 * @returns {StepContent}
 */
function elsewhere({ texts, scenes: { both, painParts } }) {
  const [first, second] = subjectFor(texts, "felt_elsewhere")?.paragraphs ?? [];
  const zones = painParts.essential.length ? painParts.essential : painParts.spillover;
  const largest = zones.reduce((a, b) => (pathArea(b) > pathArea(a) ? b : a), zones[0]);
  const to = largest ? pathCentre(largest) : null;
  const [from] = painParts.marks;
  const far = from && to && Math.hypot(to[0] - from[0], to[1] - from[1]) > FAR_MM;
  return {
    scene: { ...both, zones: true, arrow: far ? [from, to] : null },
    body: () => [lead(first.text, first.sources), detail(second)],
  };
}

/**
 * @param {Context} context
 * @returns {StepContent}
 */
function weDo({ texts, muscle, scenes: { near } }) {
  const [first, second] = subjectFor(texts, "who_can_help")?.paragraphs ?? [];
  return {
    scene: near,
    body: () => [
      lead(t("teach.story_we_do", { plain: muscle.plain_name }), []),
      detail(first),
      more(second),
    ],
  };
}

/**
 * Self-care, or the alarm for somebody who needs a doctor first.
 * @param {Context} context
 * @returns {StepContent}
 */
function youDo({ texts, point, muscle, scenes: { near } }) {
  const { massage, stop } = muscle.self_care;
  const flags = stoppingFlags(texts);
  const change = forYou(texts, [point]);
  return {
    scene: near,
    body: () => {
      if (flags.length) return [html("div", { class: "urgent" }, ...alarmContent(flags))];
      const caution = html("div", { class: "caution" }, detail(stop));
      if (change.waits) return [change.element, caution];
      return [
        change.element,
        lead(t("teach.story_you_try"), massage.sources),
        html(
          "ul",
          { class: "bullets" },
          ...MASSAGE_STEPS.map((each) => html("li", {}, massage[each])),
        ),
        detail(doseOf(massage, texts.dose)),
        caution,
      ];
    },
  };
}
