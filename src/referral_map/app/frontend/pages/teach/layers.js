// Bones and muscles of one view, painted from the farthest to the nearest; muscles can be chosen.
import { FLESH_TINTS, LAYERS, SIDES } from "../../lib/constants.js";
import { shape, svg } from "../../lib/dom.js";
import { structuresIn } from "../../body/depth.js";
import { pathCentre } from "../../lib/svg_paths.js";
import { sideName, t } from "../../language/words.js";
import { paintedShapes, paintingSteps } from "./order.js";
import { seenParts } from "./seen.js";

/** @import { BuiltView, ViewDrawing } from "../../types/page.d.ts" */
/** @import { Side, Texts } from "../../types/wire.d.ts" */
/** @import { MuscleShape, PaintedPatch, PatchStep, SeenPart } from "./types.d.ts" */

/**
 * One muscle as it is painted: its flesh, where it is tendon, lines along its fibres, and its edge.
 * @param {Pick<ViewDrawing, "muscles" | "tendons" | "fibres">} view
 * @param {string} id
 * @param {Side} side
 * @param {number} tint - from 1 on
 */
export function flesh({ muscles, tendons, fibres }, id, side, tint) {
  return [
    shape(muscles[id]?.[side], { class: `flesh tint-${tint}` }),
    shape(tendons[id]?.[side], { class: "tendon" }),
    shape(fibres[id]?.[side], { class: "fibres" }),
    shape(muscles[id]?.[side], { class: "edge" }),
  ];
}

/**
 * A tint for each muscle, so that neighbours in the atlas's order differ.
 * @param {Texts["muscles"]} muscles
 * @param {string} id
 */
export function tintOf(muscles, id) {
  return ((Object.keys(muscles).indexOf(id) * 3) % FLESH_TINTS) + 1;
}

/**
 * A muscle that can be chosen.
 * @param {{ id: string, side: Side, name: string }} muscle
 * @param {(SVGElement | null)[]} painting
 */
function muscleElement({ id, side, name }, painting) {
  return svg(
    "g",
    {
      class: "teach-muscle",
      "data-muscle": id,
      "data-side": side,
      role: "button",
      tabindex: "-1",
      "aria-pressed": "false",
      "aria-label": t("side.after_a_name", { name, side: sideName(side) }),
    },
    ...painting,
  );
}

/** The bones and muscles of a view. */
export class MuscleLayers {
  /**
   * @param {ViewDrawing} view
   * @param {Pick<BuiltView, "id" | "under">} parts
   * @param {Texts["muscles"]} muscles
   */
  constructor(view, parts, muscles) {
    this.view = view;
    this.id = parts.id;
    this.muscles = muscles;
    /**
     * By "muscle:side".
     * @type {Map<string, MuscleShape>}
     */
    this.shapes = new Map();
    /** @type {PaintedPatch[]} */
    this.patches = [];
    this.clips = 0;
    /**
     * The muscles that are shown, by "muscle:side".
     * @type {ReadonlySet<string>}
     */
    this.shown = new Set();
    /** Whether the skin is off. */
    this.bare = false;
    /** @type {Map<string, SeenPart> | null} */
    this.seenNow = null;
    this.steps = paintingSteps(view);
    const painted = this.steps.flatMap((step) => {
      if (step.kind === "bone") return [shape(view.bones[step.id], { class: "bone" })];
      return step.kind === "patch" ? this.patch(step) : this.muscle(step.id);
    });
    // A view of the feet ends above them, and muscles do not.
    const clip = `url(#${parts.id}-skin)`;
    this.element = svg("g", { class: "depth", "clip-path": clip }, ...painted);
    parts.under.before(this.element);
  }

  /** @param {string} id */
  muscle(id) {
    return SIDES.flatMap((side) => {
      const path = this.view.muscles[id]?.[side];
      const centre = path && pathCentre(path);
      if (!path || !centre || !this.muscles[id]) return [];
      const { name, layer } = this.muscles[id];
      const painting = flesh(this.view, id, side, tintOf(this.muscles, id));
      const element = muscleElement({ id, side, name }, painting);
      this.shapes.set(`${id}:${side}`, {
        id,
        side,
        path,
        element,
        layer: LAYERS.indexOf(layer),
        centre,
        visible: false,
        inLayer: false,
      });
      return [element];
    });
  }

  /**
   * A part of a muscle that lies in front of something painted after it: the muscle again, cut to it.
   * @param {PatchStep} step
   */
  patch({ of, over, path }) {
    const [kind, id] = of.split(":");
    if (kind === "bone") return [];
    this.clips += 1;
    const clip = `${this.id}-patch-${this.clips}`;
    const cut = svg("clipPath", { id: clip }, shape(path));
    const sides = SIDES.filter((side) => this.view.muscles[id]?.[side]).map((side) => {
      const painting = flesh(this.view, id, side, tintOf(this.muscles, id));
      const attributes = { "clip-path": `url(#${clip})`, "data-patch": `${id}:${side}` };
      const element = svg("g", attributes, ...painting);
      this.patches.push({ of: `${id}:${side}`, over, side, element, visible: false });
      return element;
    });
    return [cut, ...sides];
  }

  /**
   * Show what lies at a layer and below it, on some sides; the chosen one is marked.
   * @param {number} layer - its place in `LAYERS`
   * @param {readonly Side[]} sides
   * @param {string | null} chosen - id of a muscle
   */
  update(layer, sides, chosen) {
    const muscular = layer > 0 && layer < LAYERS.length - 1;
    this.seenNow = null;
    this.bare = layer > 0;
    for (const each of this.shapes.values()) {
      each.visible = muscular && each.layer >= layer && sides.includes(each.side);
      each.inLayer = each.visible && each.layer === layer;
      show(each.element, each.visible);
      each.element.classList.toggle("below", each.visible && !each.inLayer);
      each.element.setAttribute("aria-pressed", String(each.id === chosen));
    }
    this.shown = new Set(this.visible().map(([key]) => key));
    for (const patch of this.patches) this.showPatch(patch, chosen);
  }

  /**
   * A patch is seen where its muscle is, and what it lies over.
   * @param {PaintedPatch} patch
   * @param {string | null} chosen
   */
  showPatch(patch, chosen) {
    const [kind, under] = patch.over.split(":");
    const muscle = this.shapes.get(patch.of);
    patch.visible = Boolean(
      muscle?.visible && (kind === "bone" || this.shapes.get(`${under}:${patch.side}`)?.visible),
    );
    show(patch.element, patch.visible);
    patch.element.setAttribute("class", muscle?.inLayer ? "patch" : "patch below");
    patch.element.toggleAttribute("data-chosen", muscle?.id === chosen);
  }

  /** What can be pointed at now: [key, {path, centre, element}]. */
  visible() {
    return [...this.shapes].filter(([, { visible }]) => visible);
  }

  /**
   * The structures that are shown now, as the order of the view names them; none under the skin.
   * @returns {Set<string>}
   */
  structures() {
    return this.bare ? structuresIn(this.view, this.shown) : new Set();
  }

  /** What is seen of each muscle now, by "muscle:side". */
  seen() {
    this.seenNow ??= seenParts(this.painted(), this.view.window);
    return this.seenNow;
  }

  /** The shapes that are painted now. */
  painted() {
    return this.bare ? paintedShapes(this.view, this.shown) : [];
  }
}

/**
 * @param {SVGElement} element
 * @param {boolean} on
 */
function show(element, on) {
  element.style.display = on ? "" : "none";
}
