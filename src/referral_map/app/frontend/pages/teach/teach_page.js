// The teaching page: its state, and the parts that show it. Only notes and kept points go into the
// person's document.
import * as selections from "../../document/selection.js";
import { LAYERS, SIDES } from "../../lib/constants.js";
import { html } from "../../lib/dom.js";
import { SWATCHES } from "../../body/legend.js";
import { selectionOf } from "../../body/referral_pattern.js";
import { buildControls } from "./controls.js";
import { buildIndex } from "./find.js";
import { layerStep } from "./layer_keys.js";
import { buildNotes } from "./notes.js";
import { Panel } from "./panel.js";
import { Search } from "./search.js";
import { Show } from "./show.js";
import { Stage } from "./stage.js";
import { storySteps } from "./story.js";
import { tourSteps } from "./tour.js";
import { viewNames } from "./views.js";
import {
  keepOpenShow,
  keepTeachState,
  keptOpenShow,
  keptState,
  newlyChosen,
} from "./kept_state.js";
import { lowerFirst, regionName, sideName, t } from "../../language/words.js";

/** @import { Side } from "../../types/wire.d.ts" */
/** @import { Entry, StageState, TeachAssets, TeachState } from "./types.d.ts" */

/** The page. */
export class TeachPage {
  /**
   * @param {HTMLElement} root
   * @param {TeachAssets} assets
   */
  constructor(root, assets) {
    this.assets = assets;
    this.stop = new AbortController();
    selections.keepOnlyKnown(assets.texts.trigger_points);
    const views = viewNames(assets.drawings);
    this.state = keptState(assets.texts, views);
    this.search = new Search(
      buildIndex(assets.texts, (id) => this.pointName(id)),
      (entry) => this.find(entry),
    );
    this.controls = buildControls(this.state, views, (change) => this.set(change));
    this.stage = new Stage(assets, this.onStage(), {
      muscle: (id, side) => this.chooseMuscle(id, side),
      region: (id) => this.chooseRegion(id),
    });
    this.panel = new Panel(assets, {
      muscle: (id) => this.chooseMuscle(id),
      point: (id, side) => this.choosePoint(id, side),
      region: (id) => this.chooseRegion(id),
      preview: (selection) => this.stage.preview(selection),
      story: () => this.story(),
    });
    this.notes = buildNotes();
    this.show = new Show(assets);
    this.live = html("p", { class: "unseen", role: "status" });
    this.legend = html("ul", { class: "legend-entries", "aria-label": t("legend.key") });
    this.build(root);
    // What was chosen on another page since this one was left comes first.
    const chosen = newlyChosen();
    if (chosen) this.choosePoint(chosen.trigger_point, chosen.side);
    else this.refresh();
    this.openAgain();
  }

  /** @param {HTMLElement} root */
  build(root) {
    const body = html(
      "section",
      { class: "teach-body", "aria-label": t("teach.body") },
      this.stage.element,
      this.legend,
    );
    watchHeight(body, this.stop.signal);
    root.append(
      html(
        "div",
        { class: "teach-grid" },
        html(
          "section",
          { class: "teach-tools", "aria-label": t("teach.tools") },
          html("h2", {}, t("teach.title")),
          this.search.element,
          this.controls.element,
          this.tourDoor(),
        ),
        body,
        html("div", { class: "teach-side" }, this.panel.element, this.notes.element),
      ),
      this.live,
      this.show.element,
    );
    root.addEventListener("keydown", (event) => this.onKey(event));
  }

  tourDoor() {
    const open = html("button", { type: "button", class: "tour-door" }, t("teach.tour_open"));
    open.addEventListener("click", () => this.tour());
    return open;
  }

  /** @param {number} [at] - step to begin with */
  tour(at = 0) {
    const steps = tourSteps(this.assets, this.sides()[0]);
    this.show.open(t("teach.tour"), steps, {
      jump: true,
      at,
      went: (to) => keepOpenShow("tour", to),
    });
  }

  /** Go on with the story or the tour that was open when the page was left. */
  openAgain() {
    if (!this.show.element.isConnected) return;
    const { kind, at } = keptOpenShow();
    if (kind === "tour") this.tour(at);
    if (kind === "story") this.story(at);
  }

  /**
   * The whole name of a trigger point.
   * @param {string} id
   */
  pointName(id) {
    const { muscle, name } = this.assets.texts.trigger_points[id];
    return t("teach.point_name", {
      muscle: this.assets.texts.muscles[muscle].name,
      point: lowerFirst(name),
    });
  }

  /** @param {KeyboardEvent} event */
  onKey(event) {
    const { target } = event;
    if (!(target instanceof Element)) return;
    const step = layerStep(event, target);
    if (!step) return;
    event.preventDefault();
    const layer = Math.min(LAYERS.length - 1, Math.max(0, this.state.layer + step));
    const view = target.closest("[data-view]")?.getAttribute("data-view");
    this.set({ layer });
    if (view) this.stage.focusIn(view);
  }

  /**
   * The chosen sides, the one that is shown first at the front.
   * @returns {Side[]}
   */
  sides() {
    return this.state.side === "both" ? [...SIDES] : [this.state.side];
  }

  /**
   * Choose what was found.
   * @param {Entry} entry
   */
  find({ kind, id }) {
    if (kind === "muscle") this.chooseMuscle(id);
    else if (kind === "point") this.choosePoint(id);
    else this.chooseRegion(id);
  }

  /**
   * Choose a muscle; without a side, its layer is shown too.
   * @param {string} id
   * @param {Side} [side]
   */
  chooseMuscle(id, side) {
    const { layer, trigger_points: points } = this.assets.texts.muscles[id];
    const point = points.find((each) => each === this.state.point) ?? points[0];
    this.set({
      muscle: id,
      point,
      region: null,
      ...this.sideFor(side),
      ...(side ? {} : { layer: LAYERS.indexOf(layer) }),
    });
  }

  /**
   * Choose a point.
   * @param {string} id
   * @param {Side} [side]
   */
  choosePoint(id, side) {
    const { muscle } = this.assets.texts.trigger_points[id];
    const same = muscle === this.state.muscle && this.state.region === null;
    const layer = same ? this.state.layer : LAYERS.indexOf(this.assets.texts.muscles[muscle].layer);
    this.set({ muscle, point: id, region: null, layer, ...this.sideFor(side) });
  }

  /**
   * Choose a region.
   * @param {string} id
   */
  chooseRegion(id) {
    const side = id.endsWith("_left") ? "left" : "right";
    this.set({ region: id, layer: 0, ...this.sideFor(side) });
  }

  /**
   * The change to a side, unless both are shown.
   * @param {Side | undefined} side
   */
  sideFor(side) {
    return side && this.state.side !== "both" ? { side } : {};
  }

  /** @param {Partial<TeachState>} change */
  set(change) {
    const moved = change.layer !== undefined && change.layer !== this.state.layer;
    Object.assign(this.state, change);
    keepTeachState(this.state);
    this.refresh();
    if (moved) this.live.textContent = t(`teach.layer_told_${LAYERS[this.state.layer]}`);
    else if (change.muscle && this.state.point)
      this.live.textContent = t("teach.shown", { name: this.pointName(this.state.point) });
    else if (change.region)
      this.live.textContent = t("teach.shown", { name: regionName(change.region) });
  }

  /**
   * What the body shows now: a region is shown without the muscle that was chosen before it.
   * @returns {StageState}
   */
  onStage() {
    const { point, region, muscle } = this.state;
    const sides = this.sides();
    const selection =
      point && !region ? selectionOf(sides.map((side) => ({ trigger_point: point, side }))) : null;
    return { ...this.state, sides, selection, muscle: region ? null : muscle };
  }

  refresh() {
    this.controls.update(this.state);
    this.stage.update(this.onStage());
    this.panel.update({ ...this.state, sides: this.sides() });
    this.key();
  }

  key() {
    this.legend.replaceChildren(
      ...Object.entries(SWATCHES)
        .filter(([kind]) => this.stage.kinds.has(kind))
        .map(([kind, draw]) =>
          html(
            "li",
            { "data-kind": kind },
            draw(),
            t(kind === "nerves" ? "teach.nerves_key" : `legend.${kind}`),
          ),
        ),
    );
  }

  /** @param {number} [at] - step to begin with */
  story(at = 0) {
    const { point } = this.state;
    if (!point) return;
    const [side] = this.sides();
    const title = t("side.after_a_name", {
      name: this.pointName(point),
      side: sideName(side),
    });
    const steps = storySteps(this.assets, point, side);
    this.show.open(title, steps, { at, went: (to) => keepOpenShow("story", to) });
  }

  update() {}

  remove() {
    this.stop.abort();
    this.stage.remove();
    this.notes.remove();
    this.panel.remove();
    this.show.remove();
  }
}

/**
 * Tell the style sheet how high an element is: one that is higher than the window stays in sight with
 * its end, not with its beginning.
 * @param {HTMLElement} element
 * @param {AbortSignal} signal - ends it
 */
function watchHeight(element, signal) {
  const observer = new ResizeObserver(() =>
    element.style.setProperty("--high", `${element.offsetHeight}px`),
  );
  observer.observe(element);
  signal.addEventListener("abort", () => observer.disconnect());
}
