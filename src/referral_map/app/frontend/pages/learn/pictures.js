// What is drawn for each subject, from the same drawings as the map. What it shows stands in the
// subject's own file (anatomy/README.md): ids without a side are the right side's.
import { DISC_RADIUS, SIDES } from "../../lib/constants.js";
import { html, shape, svg } from "../../lib/dom.js";
import { fillPatterns } from "../../body/fill_patterns.js";
import { SWATCHES } from "../../body/legend.js";
import { bestView, cropTo, drawParts, partsIn, selectionOf } from "../../body/referral_pattern.js";
import { picture } from "../../body/picture.js";
import { t } from "../../language/words.js";

/** @import { Side, Subject, SubjectPicture, ViewDrawing } from "../../types/wire.d.ts" */
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
 * @param {Pick<LearnAssets, "drawings" | "areas">} assets
 */
function partsOf(spec, { drawings, areas }) {
  const view = drawings.views[spec.view];
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
  const muscle = each(spec.muscles, (id, side) => view.muscles[id]?.[side]);
  return {
    muscle,
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
    view,
    { essential: around, spillover: [], marks: parts.marks },
    ratio,
    spec.least_height ?? LEAST_HEIGHT_MM,
  );
}

/**
 * @param {SubjectPicture} spec
 * @param {Pick<LearnAssets, "drawings" | "areas">} assets
 * @param {number} ratio - width by height
 */
function drawingOf(spec, assets, ratio) {
  lastId += 1;
  const id = `learn${lastId}`;
  const view = assets.drawings.views[spec.view];
  const parts = partsOf(spec, assets);
  const crop = cut(spec, view, parts, ratio);
  const { under, over } = drawParts(
    parts,
    id,
    spec.true_size ? DISC_RADIUS : Math.max(DISC_RADIUS, crop[3] * 0.028),
  );
  return svg(
    "svg",
    {
      class: "thumbnail",
      "aria-hidden": "true",
      viewBox: crop.join(" "),
      style: `aspect-ratio: ${ratio}`,
    },
    svg("defs", {}, ...fillPatterns(id)),
    shape(view.body, { class: "body" }),
    shape(view.bones, { class: "bones" }),
    ...under,
    ...parts.marked.flatMap((path) => [
      shape(path, { class: "mark-ground" }),
      shape(path, { class: "felt", fill: `url(#${id}-mark-none)` }),
    ]),
    ...over,
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
