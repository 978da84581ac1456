// What is drawn for each subject, from the same drawings as the map. What it shows stands in the
// subject's own file (anatomy/README.md): ids without a side are the right side's.
import { DISC_RADIUS, SIDES } from "../../lib/constants.js";
import { html, shape, svg } from "../../lib/dom.js";
import { fillPatterns } from "../../body/fill_patterns.js";
import { SWATCHES } from "../../body/legend.js";
import { bestView, cropTo, drawParts, partsIn, selectionOf } from "../../body/referral_pattern.js";
import { picture } from "../../body/picture.js";
import { t } from "../../language/words.js";

const RATIO = 1.15;
const TALL = 0.5;
const LEAST_HEIGHT_MM = 420;
const WHOLE_BODY_MM = 1240;
let lastId = 0;

function sidesOf({ both_sides: both }) {
  return both ? SIDES : ["right"];
}

/** The parts of a subject's picture: see `partsIn`, with the regions marked. */
function partsOf(spec, { drawings, areas }) {
  const view = drawings.views[spec.view];
  const sides = sidesOf(spec);
  const selection = (ids) => ({
    points: sides.flatMap((side) => ids.map((id) => ({ trigger_point: id, side }))),
  });
  const points = partsIn(view, drawings, selection(spec.points));
  const spots = partsIn(view, drawings, selection(spec.spots)).marks;
  const each = (ids, find) =>
    sides.flatMap((side) => ids.map((id) => find(id, side))).filter(Boolean);
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

/** The crop of a picture: around everything in it, or around its muscles. */
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

/** The legend of a picture. */
function key(spec) {
  const kinds = {
    essential: spec.points,
    spillover: spec.points,
    marks: [...spec.points, ...spec.spots],
    muscle: spec.muscles,
    nerves: spec.nerves,
  };
  const present = Object.keys(kinds).filter((kind) => kinds[kind].length);
  if (!present.length) return null;
  return html(
    "ul",
    { class: "legend-entries", "aria-label": t("legend.key") },
    ...present.map((kind) => html("li", {}, SWATCHES[kind](), t(`legend.${kind}`))),
  );
}

/** The picture of a subject with its words, or small and without; null where there is none. */
export function subjectPicture(id, assets, { small = false } = {}) {
  const { picture: spec } = assets.texts.subjects.find((subject) => subject.id === id);
  if (!spec) return null;
  const { series } = spec;
  const all = series.length
    ? series.map((regions) => ({ ...spec, regions, least_height: WHOLE_BODY_MM }))
    : [spec];
  if (small) return drawingOf(all[0], assets, RATIO);
  const ratio = series.length ? TALL : (spec.least_height ?? 0) >= 900 ? 0.62 : RATIO;
  return html(
    "figure",
    { class: `subject-picture ${series.length ? "series" : ratio < 1 ? "tall" : ""}` },
    html("div", { class: "pictures" }, ...all.map((each) => drawingOf(each, assets, ratio))),
    html("figcaption", {}, spec.caption, key(spec)),
  );
}

/** All points of a muscle with the muscle itself. */
export function musclePicture(id, { drawings, texts }, { small = false } = {}) {
  const selection = selectionOf(
    texts.muscles[id].trigger_points.map((point) => ({ trigger_point: point, side: "right" })),
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
