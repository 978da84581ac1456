// What is drawn for each subject, from the same drawings as the map. Ids without a side are the
// right side's; `both` draws the left as well.
import { html, shape, svg } from "./dom.js";
import { fills } from "./fills.js";
import { SWATCHES } from "./legend.js";
import { bestView, cropTo, DISC_RADIUS, drawParts, partsIn, thingOf } from "./pattern.js";
import { picture } from "./picture.js";
import { t } from "./words.js";

const NERVE = ["sciatic_nerve"];
const HAMSTRINGS = ["biceps_femoris", "semitendinosus", "semimembranosus"];
const BACK = ["longissimus_thoracis", "iliocostalis_lumborum"];
const LOW_BACK = ["low_back_upper", "low_back_lower"];
const THIGH = ["thigh_back_upper", "thigh_back_middle", "thigh_back_lower"];
const CALF = ["knee_back", "calf_upper", "calf_middle", "calf_lower"];

// view; points with their zones, spots without; muscles; marked: regions, hatched as on the map;
// nerves; places: narrow places of nerves; least: mm of the body shown in height, at least.
const PICTURES = {
  when_to_see_someone: { view: "front", marked: ["genital_area", "thigh_inner_upper"], both: true },
  what_is_a_trigger_point: { view: "back", points: ["gluteus_medius_2"], muscles: ["gluteus_medius"] },
  why_pain_is_felt_elsewhere: { view: "back", points: ["gluteus_minimus_posterior"], muscles: ["gluteus_minimus"], least: 900 },
  what_is_sciatica: { view: "back", marked: ["buttock_lower", ...THIGH, ...CALF], nerves: NERVE, least: 1000 },
  causes_of_sciatica: { view: "back", muscles: ["piriformis"], nerves: NERVE, places: ["sciatic_at_piriformis"], around: "muscles", least: 480 },
  course_of_the_nerve: { view: "back", nerves: NERVE, least: 1240 },
  how_sure_is_science: { view: "back", spots: ["gluteus_medius_1"], muscles: ["gluteus_medius"], least: 240, size: DISC_RADIUS },
  self_test_with_a_ball: { view: "back", spots: ["gluteus_medius_2", "piriformis_medial", "biceps_femoris_long_head"], muscles: ["gluteus_medius", "piriformis", "biceps_femoris"] },
  massage_and_deep_pressure: { view: "back", muscles: ["gluteus_maximus", ...HAMSTRINGS] },
  foam_rolling: { view: "back", marked: LOW_BACK, both: true, muscles: ["gluteus_maximus", ...HAMSTRINGS] },
  heat_and_cold: { view: "back", marked: LOW_BACK, both: true },
  one_side_or_both: { view: "back", points: ["gluteus_medius_1"], both: true },
  warm_up_and_stretching: { view: "back", muscles: ["gluteus_maximus", ...HAMSTRINGS, "gastrocnemius"] },
  exercise_and_walking: { view: "right", muscles: ["gluteus_maximus", "vastus_lateralis", "biceps_femoris", "gastrocnemius", "tibialis_anterior"] },
  core_strength: { view: "right", muscles: ["transversus_abdominis", "internal_abdominal_oblique", "multifidus_lumborum"] },
  posture_and_sitting: { view: "back", marked: ["buttock_lower", "thigh_back_upper"], both: true },
  lifting: { view: "back", muscles: [...BACK, "quadratus_lumborum"], both: true },
  sleep: { view: "right", marked: ["hip_outer", "hip_outer_upper", "thigh_outer_upper"] },
  stress: { view: "back", spots: ["gluteus_maximus_1"], muscles: ["gluteus_maximus"] },
  weight: { view: "back", nerves: NERVE, marked: LOW_BACK, least: 900 },
  food_and_water: { view: "back", spots: ["gastrocnemius_1"], muscles: ["gastrocnemius"] },
  what_getting_better_looks_like: { view: "back", series: [[...THIGH, ...CALF], [...THIGH, "knee_back", "calf_upper"], ["thigh_back_upper"]] },
  pain_drawing_back: { view: "back", series: [[...CALF, ...THIGH, "buttock_lower"], [...THIGH, "buttock_lower"], LOW_BACK] },
  who_can_help: { view: "back", spots: ["piriformis_lateral"], muscles: ["piriformis"], nerves: NERVE, around: "muscles", least: 480 },
  dry_needling: { view: "back", points: ["gluteus_maximus_2"], muscles: ["gluteus_maximus"] },
};

const RATIO = 1.15;
const TALL = 0.5;
let made = 0;

function sidesOf({ view, both }) {
  return both && view !== "right" ? ["right", "left"] : ["right"];
}

/** The parts of a subject's picture: see `partsIn`, with the regions marked. */
function partsOf(spec, { drawings, areas }) {
  const view = drawings.views[spec.view];
  const sides = sidesOf(spec);
  const thing = (ids = []) => ({ points: sides.flatMap((side) => ids.map((id) => ({ trigger_point: id, side }))) });
  const points = partsIn(view, drawings, thing(spec.points));
  const spots = partsIn(view, drawings, thing(spec.spots)).marks;
  const each = (ids, find) => sides.flatMap((side) => (ids ?? []).map((id) => find(id, side))).filter(Boolean);
  const muscle = each(spec.muscles, (id, side) => view.muscles[id]?.[side]);
  return {
    muscle, essential: points.essential, spillover: points.spillover,
    marks: [...points.marks, ...spots],
    places: each(spec.places, (id, side) => areas.views[spec.view].narrow_places[id]?.[side]),
    nerves: each(spec.nerves, (id, side) => view.nerves[id]?.[side]).flat(),
    marked: each(spec.marked, (id, side) => view.regions[`${id}_${side}`]),
  };
}

/** What the picture is cut to: everything in it, or its muscles. */
function cut(spec, view, parts, ratio) {
  const around = spec.around === "muscles" ? parts.muscle
    : [...parts.muscle, ...parts.essential, ...parts.spillover, ...parts.marked, ...(parts.marked.length ? [] : parts.nerves.map(({ path }) => path))];
  return cropTo(view, { essential: around, spillover: [], marks: parts.marks }, ratio, spec.least ?? 420);
}

function drawn(spec, assets, ratio) {
  made += 1;
  const id = `learn${made}`;
  const view = assets.drawings.views[spec.view];
  const parts = partsOf(spec, assets);
  const crop = cut(spec, view, parts, ratio);
  const { under, over } = drawParts(parts, id, spec.size ?? Math.max(DISC_RADIUS, crop[3] * 0.028));
  return svg("svg", { class: "thumbnail", "aria-hidden": "true", viewBox: crop.join(" "), style: `aspect-ratio: ${ratio}` },
    svg("defs", {}, ...fills(id)),
    shape(view.body, { class: "body" }), shape(view.bones, { class: "bones" }), ...under,
    ...parts.marked.flatMap((path) => [shape(path, { class: "mark-ground" }), shape(path, { class: "felt", fill: `url(#${id}-mark-none)` })]),
    ...over,
    // A ring and no X: where a nerve is narrow there need be no trigger point.
    ...parts.places.map(([cx, cy]) => svg("circle", { class: "place", cx, cy, r: crop[3] * 0.04 })));
}

/** The kinds of things in a picture, for its key. */
function key(spec) {
  const kinds = {
    essential: spec.points, spillover: spec.points, marks: spec.points ?? spec.spots, muscle: spec.muscles, nerves: spec.nerves,
  };
  const there = Object.keys(kinds).filter((kind) => kinds[kind]?.length);
  if (!there.length) return null;
  return html("ul", { class: "legend-entries", "aria-label": t("legend.key") }, ...there.map((kind) =>
    html("li", {}, SWATCHES[kind](), t(`legend.${kind}`))));
}

/** The picture of a subject with its words, or small and without; null where there is none. */
export function subjectPicture(id, assets, { small = false } = {}) {
  const spec = PICTURES[id];
  if (!spec) return null;
  const all = spec.series?.map((marked) => ({ ...spec, marked, least: 1240 })) ?? [spec];
  if (small) return drawn(all[0], assets, RATIO);
  const ratio = spec.series ? TALL : (spec.least ?? 0) >= 900 ? 0.62 : RATIO;
  return html("figure", { class: `subject-picture ${spec.series ? "series" : ratio < 1 ? "tall" : ""}` },
    html("div", { class: "pictures" }, ...all.map((each) => drawn(each, assets, ratio))),
    html("figcaption", {}, t(`learn.picture.${id}`), key(spec)));
}

/** All points of a muscle with the muscle itself. */
export function musclePicture(id, { drawings, texts }, { small = false } = {}) {
  const thing = thingOf(texts.muscles[id].trigger_points.map((point) => ({ trigger_point: point, side: "right" })));
  const drawing = picture(drawings, thing, { ratio: RATIO, least: small ? 300 : 360, muscle: true, view: bestView(drawings, thing) });
  if (small) {
    drawing.setAttribute("aria-hidden", "true");
    return drawing;
  }
  const all = { points: [id], muscles: [id], nerves: NERVE };
  return html("figure", { class: "subject-picture" }, html("div", { class: "pictures" }, drawing),
    html("figcaption", {}, t("learn.picture.muscle"), key(all)));
}
