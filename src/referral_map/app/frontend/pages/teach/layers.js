// The muscles of one view as shapes, layer by layer: each with its tint and its fibres.
import { FLESH_TINTS, LAYERS, SIDES } from "../../lib/constants.js";
import { shape, svg } from "../../lib/dom.js";
import { Fibres } from "./fibres.js";
import { pathCentre } from "../../lib/svg_paths.js";
import { sideName, t } from "../../language/words.js";

/** @import { BuiltView } from "../../types/page.d.ts" */
/** @import { DrawnView, MuscleTexts, Side, Texts, ViewDrawing, ViewName } from "../../types/wire.d.ts" */
/** @import { MuscleShape } from "./types.d.ts" */

/** @type {Partial<Record<ViewName, DrawnView>>} */
const BEHIND = { back: "front", front: "back" };

/**
 * A muscle whose points are all reached from the other side of the body lies behind the bones.
 * @param {MuscleTexts} muscle
 * @param {Texts["trigger_points"]} points
 * @param {ViewName} view
 */
function isBehind({ trigger_points: ids }, points, view) {
  return ids.every((id) => points[id].view === BEHIND[view]);
}

/**
 * One muscle as it is painted.
 * @param {string} path
 * @param {Fibres} fibres
 * @param {number} tint - from 1 on
 */
export function flesh(path, fibres, tint) {
  return [
    shape(path, { class: `flesh tint-${tint}` }),
    shape(path, { class: "fibres", fill: fibres.along(path) }),
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
 * Ids from the deepest to the one nearest to the skin, as they are painted.
 * @param {Texts["muscles"]} muscles
 */
export function paintOrder(muscles) {
  /** @param {string} id */
  const rank = (id) => [LAYERS.indexOf(muscles[id].layer), -muscles[id].depth_mm];
  return Object.keys(muscles).sort((a, b) => {
    const [one, other] = [rank(a), rank(b)];
    return other[0] - one[0] || one[1] - other[1];
  });
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

/** The muscles of a view. */
export class MuscleLayers {
  /**
   * @param {ViewName} name
   * @param {ViewDrawing} view - its part of the drawings
   * @param {BuiltView} parts
   * @param {Pick<Texts, "muscles" | "trigger_points">} texts
   */
  constructor(name, view, parts, { muscles, trigger_points: points }) {
    // `buildView` gives every picture its own.
    const defs = /** @type {SVGDefsElement} */ (parts.svg.querySelector("defs"));
    const fibres = new Fibres(parts.id, defs);
    /**
     * By "muscle:side".
     * @type {Map<string, MuscleShape>}
     */
    this.shapes = new Map();
    this.behind = svg("g", { class: "muscles behind" });
    this.before = svg("g", { class: "muscles" });
    for (const id of paintOrder(muscles)) {
      for (const side of SIDES) {
        const path = view.muscles[id]?.[side];
        const centre = path && pathCentre(path);
        if (!path || !centre) continue;
        const element = muscleElement(
          { id, side, name: muscles[id].name },
          flesh(path, fibres, tintOf(muscles, id)),
        );
        (isBehind(muscles[id], points, name) ? this.behind : this.before).append(element);
        this.shapes.set(`${id}:${side}`, {
          id,
          side,
          path,
          element,
          layer: LAYERS.indexOf(muscles[id].layer),
          centre,
          visible: false,
          inLayer: false,
        });
      }
    }
    parts.svg.insertBefore(this.behind, parts.svg.querySelector(".bones"));
    parts.svg.insertBefore(this.before, parts.under);
  }

  /**
   * Show what lies at a layer and below it, on some sides; the chosen one is marked.
   * @param {number} layer - its place in `LAYERS`
   * @param {readonly Side[]} sides
   * @param {string | null} chosen - id of a muscle
   */
  update(layer, sides, chosen) {
    const muscular = layer > 0 && layer < LAYERS.length - 1;
    for (const each of this.shapes.values()) {
      each.visible = muscular && each.layer >= layer && sides.includes(each.side);
      each.inLayer = each.visible && each.layer === layer;
      each.element.style.display = each.visible ? "" : "none";
      each.element.classList.toggle("below", each.visible && !each.inLayer);
      each.element.setAttribute("aria-pressed", String(each.id === chosen));
    }
  }

  /** What can be pointed at now: [key, {path, centre, element}]. */
  visible() {
    return [...this.shapes].filter(([, { visible }]) => visible);
  }
}
