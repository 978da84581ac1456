// What the page showed when it was left, and how it looks at first.
import { chosen } from "../../document/selection.js";
import { keepState, stateOf } from "../../document/page_state.js";
import { LAYERS, SIDES } from "../../lib/constants.js";

/** @import { Texts, ViewName } from "../../types/wire.d.ts" */
/** @import { ShowKind, TeachState } from "./types.d.ts" */

/** @type {TeachState} */
const FIRST = {
  layer: 1,
  side: "right",
  view: "all",
  muscle: null,
  point: null,
  region: null,
  show: {
    pattern: true,
    nerve: true,
    branches: false,
    others: false,
    dermatomes: false,
    fields: false,
    labels: true,
  },
};

/**
 * What the page shows first: what it showed last, as far as there still is such a thing.
 * @param {Pick<Texts, "trigger_points" | "regions">} texts
 * @param {readonly ViewName[]} views
 * @returns {TeachState}
 */
export function keptState({ trigger_points: points, regions }, views) {
  /** @type {Partial<TeachState>} */
  const kept = stateOf("teach.shown", {});
  const { layer, side, view, point, region } = kept;
  const kinds = /** @type {ShowKind[]} */ (Object.keys(FIRST.show));
  const show = kinds.map((kind) => [kind, kept.show?.[kind] ?? FIRST.show[kind]]);
  const isPoint = typeof point === "string" && Object.hasOwn(points, point);
  return {
    layer: typeof layer === "number" && layer in LAYERS ? layer : FIRST.layer,
    side: [...SIDES, /** @type {const} */ ("both")].find((each) => each === side) ?? FIRST.side,
    view: views.find((each) => each === view) ?? FIRST.view,
    muscle: isPoint ? points[point].muscle : null,
    point: isPoint ? point : null,
    region: typeof region === "string" && Object.hasOwn(regions, region) ? region : null,
    show: /** @type {TeachState["show"]} */ (Object.fromEntries(show)),
  };
}

/** @param {TeachState} state */
export function keepTeachState(state) {
  keepState("teach.shown", state);
}

/** The point that was chosen on another page since it was asked for last; told once. */
export function newlyChosen() {
  const { id, points } = chosen() ?? { id: "", points: [] };
  if (stateOf("teach.chosen", "") === id) return undefined;
  keepState("teach.chosen", id);
  return points.at(0);
}

/**
 * Keep which story or tour is open, and at which step.
 * @param {"story" | "tour"} kind
 * @param {number | null} at - null when it is closed
 */
export function keepOpenShow(kind, at) {
  keepState("teach.open", at === null ? { kind: "", at: 0 } : { kind, at });
}

/** The story or tour that is open, and its step; none for "". */
export function keptOpenShow() {
  const { kind, at } = stateOf("teach.open", { kind: "", at: 0 });
  return { kind, at: Number.isInteger(at) ? at : 0 };
}
