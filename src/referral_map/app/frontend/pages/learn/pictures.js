// What is drawn for each subject, from the same drawings as the map. What it shows stands in the
// subject's own file (anatomy/README.md): ids without a side are the right side's.
import { DISC_RADIUS, SIDES } from "../../lib/constants.js";
import { html, shape, svg } from "../../lib/dom.js";
import { fillPatterns } from "../../body/fill_patterns.js";
import { SWATCHES } from "../../body/legend.js";
import {
  bestView,
  cropTo,
  mark,
  nerveLines,
  partsIn,
  selectionOf,
} from "../../body/referral_pattern.js";
import { drawDepth, structuresIn } from "../../body/depth.js";
import { picture } from "../../body/picture.js";
import { skinShapes } from "../../body/view.js";
import { t } from "../../language/words.js";

/** @import { Side, Subject, SubjectPicture } from "../../types/wire.d.ts" */
/** @import { ViewDrawing } from "../../types/page.d.ts" */
/** @import { LearnAssets } from "./types.d.ts" */

const RATIO = 1.15;
const SERIES_RATIO = 0.5;
const LEAST_HEIGHT_MM = 420;
const WHOLE_BODY_MM = 1240;
// A picture that shows as much of the body as this is higher than it is wide.
const TALL_MM = 900;
const TALL_RATIO = 0.62;
const KEY_KINDS = /** @type {const} */ (["essential", "spillover", "marks", "muscle", "nerves"]);
let lastId = 0;

/**
 * @param {SubjectPicture} spec
 * @returns {readonly Side[]}
 */
function sidesOf({ both_sides: both }) {
  return both ? SIDES : ["right"];
}

/**
 * The parts of a subject's picture: see `partsIn`, with the regions marked.
 * @param {SubjectPicture} spec
 * @param {ViewDrawing} view
 * @param {Pick<LearnAssets, "drawings" | "areas">} assets
 */
function partsOf(spec, view, { drawings, areas }) {
  const sides = sidesOf(spec);
  /** @param {readonly string[]} ids */
  const selection = (ids) => ({
    points: sides.flatMap((side) => ids.map((id) => ({ trigger_point: id, side }))),
  });
  const points = partsIn(view, drawings, selection(spec.points));
  const spots = partsIn(view, drawings, selection(spec.spots)).marks;
  /**
   * What is drawn of some ids, on each side.
   * @template Item
   * @param {readonly string[]} ids
   * @param {(id: string, side: Side) => Item | undefined} find
   */
  const each = (ids, find) => {
    const parts = [];
    for (const side of sides) {
      for (const id of ids) {
        const part = find(id, side);
        if (part) parts.push(part);
      }
    }
    return parts;
  };
  return {
    muscle: each(spec.muscles, (id, side) => view.muscles[id]?.[side]),
    muscles: new Set(each(spec.muscles, (id, side) => `${id}:${side}`)),
    essential: points.essential,
    spillover: points.spillover,
    marks: [...points.marks, ...spots],
    places: each(
      spec.narrow_places,
      (id, side) => areas.views[spec.view].narrow_places[id]?.[side],
    ),
    nerves: each(spec.nerves, (id, side) => view.nerves[id]?.[side]).flat(),
    marked: each(spec.regions, (id, side) => view.regions[`${id}_${side}`]),
  };
}

/**
 * The crop of a picture: around everything in it, or around its muscles.
 * @param {SubjectPicture} spec
 * @param {ViewDrawing} view
 * @param {ReturnType<typeof partsOf>} parts
 * @param {number} ratio - width by height
 */
function cut(spec, view, parts, ratio) {
  const around = spec.cut_to_muscles
    ? parts.muscle
    : [
        ...parts.muscle,
        ...parts.essential,
        ...parts.spillover,
        ...parts.marked,
        ...(parts.marked.length ? [] : parts.nerves.map(({ path }) => path)),
      ];
  return cropTo(
    { window: view.windows.lower ?? view.window },
    { essential: around, spillover: [], marks: parts.marks },
    ratio,
    spec.least_height ?? LEAST_HEIGHT_MM,
  );
}

/**
 * What lies inside: bones and muscles, the nearer over the farther, where the picture is about them;
 * else the skin.
 * @param {ViewDrawing} view
 * @param {ReturnType<typeof partsOf>} parts
 */
function groundOf(view, { muscles, nerves }) {
  if (!muscles.size && !nerves.length) return skinShapes(view);
  return [shape(view.body, { class: "body" }), ...drawDepth(view, { muscles, chosen: new Set() })];
}

/**
 * What is laid over that. A muscle stays to be seen under a zone, and what is hidden of a nerve is dashed.
 * @param {ViewDrawing} view
 * @param {ReturnType<typeof partsOf>} parts
 * @param {string} id - before the ids of the fill patterns
 * @param {number} radius - of the discs, picture mm
 */
function drawn(view, parts, id, radius) {
  const { spillover, essential, muscle, marked, nerves, marks } = parts;
  return [
    ...spillover.map((path) => shape(path, { class: "spillover", fill: `url(#${id}-stipple)` })),
    ...essential.map((path) => shape(path, { class: "essential" })),
    ...muscle.map((path) => shape(path, { class: "hidden-line" })),
    ...marked.flatMap((path) => [
      shape(path, { class: "mark-ground" }),
      shape(path, { class: "felt", fill: `url(#${id}-mark-none)` }),
    ]),
    nerves.length ? nerveLines(nerves, structuresIn(view, parts.muscles)) : null,
    ...marks.map((at) => mark(at, radius)),
  ];
}

/**
 * @param {SubjectPicture} spec
 * @param {Pick<LearnAssets, "drawings" | "areas">} assets
 * @param {number} ratio - width by height
 */
function drawingOf(spec, assets, ratio) {
  const view = assets.drawings.views[spec.view];
  if (!view) return null;
  lastId += 1;
  const id = `learn${lastId}`;
  const parts = partsOf(spec, view, assets);
  const crop = cut(spec, view, parts, ratio);
  const radius = spec.true_size ? DISC_RADIUS : Math.max(DISC_RADIUS, crop[3] * 0.028);
  return svg(
    "svg",
    {
      class: parts.muscles.size || parts.nerves.length ? "thumbnail inside" : "thumbnail",
      "aria-hidden": "true",
      viewBox: crop.join(" "),
      style: `aspect-ratio: ${ratio}`,
    },
    svg("defs", {}, ...fillPatterns(id)),
    ...groundOf(view, parts),
    ...drawn(view, parts, id, radius),
    // A ring without an X: a narrow place of a nerve need not have a trigger point.
    ...parts.places.map(([cx, cy]) => svg("circle", { class: "place", cx, cy, r: crop[3] * 0.04 })),
  );
}

/**
 * The legend of a picture.
 * @param {Pick<SubjectPicture, "points" | "spots" | "muscles" | "nerves">} spec
 */
function key(spec) {
  const kinds = {
    essential: spec.points,
    spillover: spec.points,
    marks: [...spec.points, ...spec.spots],
    muscle: spec.muscles,
    nerves: spec.nerves,
  };
  const present = KEY_KINDS.filter((kind) => kinds[kind].length);
  if (!present.length) return null;
  return html(
    "ul",
    { class: "legend-entries", "aria-label": t("legend.key") },
    ...present.map((kind) => html("li", {}, SWATCHES[kind](), t(`legend.${kind}`))),
  );
}

/**
 * The pictures in a row of a subject with a series, otherwise the one.
 * @param {SubjectPicture} spec
 */
function rowOf(spec) {
  if (!spec.series.length) return [spec];
  return spec.series.map((regions) => ({ ...spec, regions, least_height: WHOLE_BODY_MM }));
}

/**
 * How wide a picture is by its height, and the name of its form.
 * @param {SubjectPicture} spec
 */
function formOf({ series, least_height: least }) {
  if (series.length) return { ratio: SERIES_RATIO, name: "series" };
  if (least !== null && least >= TALL_MM) return { ratio: TALL_RATIO, name: "tall" };
  return { ratio: RATIO, name: "" };
}

/**
 * The picture of a subject with its words, or small and without; null where there is none.
 * @param {Pick<Subject, "picture">} subject
 * @param {Pick<LearnAssets, "drawings" | "areas">} assets
 * @param {{ small?: boolean }} [options]
 */
export function subjectPicture({ picture: spec }, assets, { small = false } = {}) {
  if (!spec) return null;
  const all = rowOf(spec);
  if (small) return drawingOf(all[0], assets, RATIO);
  const { ratio, name } = formOf(spec);
  return html(
    "figure",
    { class: `subject-picture ${name}` },
    html("div", { class: "pictures" }, ...all.map((each) => drawingOf(each, assets, ratio))),
    html("figcaption", {}, spec.caption, key(spec)),
  );
}

/**
 * All points of a muscle with the muscle itself.
 * @param {string} id
 * @param {Pick<LearnAssets, "drawings" | "texts">} assets
 * @param {{ small?: boolean }} [options]
 */
export function musclePicture(id, { drawings, texts }, { small = false } = {}) {
  const selection = selectionOf(
    texts.muscles[id].trigger_points.map((point) => ({
      trigger_point: point,
      side: /** @type {const} */ ("right"),
    })),
  );
  const drawing = picture(drawings, selection, {
    ratio: RATIO,
    least: small ? 300 : 360,
    muscle: true,
    view: bestView(drawings, selection),
  });
  if (small) {
    drawing.setAttribute("aria-hidden", "true");
    return drawing;
  }
  const all = { points: [id], spots: [], muscles: [id], nerves: [drawings.main_nerve] };
  return html(
    "figure",
    { class: "subject-picture" },
    html("div", { class: "pictures" }, drawing),
    html("figcaption", {}, t("learn.picture.muscle"), key(all)),
  );
}
