// The teaching page: its state, and the parts that show it. Only notes and kept points go into the
// person's document.
import * as selections from "../../document/selection.js";
import { LAYERS, SIDES } from "../../lib/constants.js";
import { html } from "../../lib/dom.js";
import { SWATCHES } from "../../body/legend.js";
import { selectionOf } from "../../body/referral_pattern.js";
import { buildControls } from "./controls.js";
import { buildIndex } from "./find.js";
import { buildNotes } from "./notes.js";
import { Panel } from "./panel.js";
import { buildSearch } from "./search.js";
import { Show } from "./show.js";
import { Stage } from "./stage.js";
import { storySteps } from "./story.js";
import { tourSteps } from "./tour.js";
import { lowerFirst, regionName, sideName, t } from "../../language/words.js";

const TYPING = "input[type=text], textarea, select";

export class TeachPage {
  constructor(root, assets) {
    this.assets = assets;
    this.state = {
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
    this.build(root);
    const before = selections.chosen()?.points[0];
    if (before) this.choosePoint(before.trigger_point, before.side);
    else this.refresh();
  }

  build(root) {
    const { texts } = this.assets;
    this.search = buildSearch(
      buildIndex(texts, (id) => this.pointName(id)),
      (entry) => this.find(entry),
    );
    this.controls = buildControls(this.state, (change) => this.set(change));
    this.stage = new Stage(this.assets, {
      muscle: (id, side) => this.chooseMuscle(id, side),
      region: (id) => this.chooseRegion(id),
    });
    this.panel = new Panel(this.assets, {
      point: (id, side) => this.choosePoint(id, side),
      region: (id) => this.chooseRegion(id),
      back: () => this.chooseMuscle(this.state.muscle),
      preview: (selection) => this.stage.preview(selection),
      story: () => this.story(),
    });
    this.notes = buildNotes();
    this.show = new Show(this.assets);
    this.live = html("p", { class: "unseen", role: "status" });
    this.legend = html("ul", { class: "legend-entries", "aria-label": t("legend.key") });
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
        html(
          "section",
          { class: "teach-body", "aria-label": t("teach.body") },
          this.stage.element,
          this.legend,
        ),
        html("div", { class: "teach-side" }, this.panel.element, this.notes.element),
      ),
      this.live,
      this.show.element,
    );
    root.addEventListener("keydown", (event) => this.onKey(event));
  }

  tourDoor() {
    const open = html("button", { type: "button", class: "tour-door" }, t("teach.tour_open"));
    open.addEventListener("click", () =>
      this.show.open(t("teach.tour"), tourSteps(this.assets, this.sides()[0]), { jump: true }),
    );
    return open;
  }

  pointName(id) {
    const { muscle, name } = this.assets.texts.trigger_points[id];
    return t("teach.point_name", {
      muscle: this.assets.texts.muscles[muscle].name,
      point: lowerFirst(name),
    });
  }

  /**
   * + and - anywhere except in a text field; PageDown and PageUp only in the picture and on the layers,
   * because they scroll the page elsewhere.
   */
  onKey(event) {
    if (event.ctrlKey || event.metaKey || event.altKey || event.target.closest("dialog")) return;
    if (event.target.matches(TYPING)) return;
    const paging = event.target.closest(".stage, .layer");
    const deeper = event.key === "+" || (paging && event.key === "PageDown");
    const outward = event.key === "-" || (paging && event.key === "PageUp");
    if (!deeper && !outward) return;
    event.preventDefault();
    const layer = Math.min(LAYERS.length - 1, Math.max(0, this.state.layer + (deeper ? 1 : -1)));
    const view = event.target.closest("[data-view]")?.dataset.view;
    this.set({ layer });
    if (view) this.stage.focusIn(view);
  }

  sides() {
    return this.state.side === "both" ? [...SIDES] : [this.state.side];
  }

  find({ kind, id }) {
    if (kind === "muscle") this.chooseMuscle(id);
    else if (kind === "point") this.choosePoint(id);
    else this.chooseRegion(id);
  }

  /** Choose a muscle; without a side, its layer is shown too. */
  chooseMuscle(id, side) {
    const { layer, trigger_points: points } = this.assets.texts.muscles[id];
    const point = points.includes(this.state.point) ? this.state.point : points[0];
    this.set({
      muscle: id,
      point,
      region: null,
      ...this.sideFor(side),
      ...(side ? {} : { layer: LAYERS.indexOf(layer) }),
    });
  }

  choosePoint(id, side) {
    const { muscle } = this.assets.texts.trigger_points[id];
    const same = muscle === this.state.muscle && this.state.region === null;
    const layer = same ? this.state.layer : LAYERS.indexOf(this.assets.texts.muscles[muscle].layer);
    this.set({ muscle, point: id, region: null, layer, ...this.sideFor(side) });
  }

  chooseRegion(id) {
    const side = id.endsWith("_left") ? "left" : "right";
    this.set({ region: id, layer: 0, ...this.sideFor(side) });
  }

  sideFor(side) {
    return side && this.state.side !== "both" ? { side } : {};
  }

  set(change) {
    const moved = change.layer !== undefined && change.layer !== this.state.layer;
    Object.assign(this.state, change);
    this.refresh();
    if (moved) this.live.textContent = t(`teach.layer_told_${LAYERS[this.state.layer]}`);
    else if (change.muscle)
      this.live.textContent = t("teach.shown", { name: this.pointName(this.state.point) });
    else if (change.region)
      this.live.textContent = t("teach.shown", { name: regionName(this.state.region) });
  }

  refresh() {
    const { state } = this;
    const sides = this.sides();
    const selection =
      state.point && !state.region
        ? selectionOf(sides.map((side) => ({ trigger_point: state.point, side })))
        : null;
    this.controls.update(state);
    this.stage.update({ ...state, sides, selection, muscle: state.region ? null : state.muscle });
    this.panel.update({ ...state, sides });
    this.key();
  }

  key() {
    this.legend.replaceChildren(
      ...Object.keys(SWATCHES)
        .filter((kind) => this.stage.kinds.has(kind))
        .map((kind) =>
          html(
            "li",
            { "data-kind": kind },
            SWATCHES[kind](),
            t(kind === "nerves" ? "teach.nerves_key" : `legend.${kind}`),
          ),
        ),
    );
  }

  story() {
    const [side] = this.sides();
    const title = t("side.after_a_name", {
      name: this.pointName(this.state.point),
      side: sideName(side),
    });
    this.show.open(title, storySteps(this.assets, this.state.point, side));
  }

  update() {}

  remove() {
    this.stage.remove();
    this.notes.remove();
    this.panel.remove();
    this.show.remove();
  }
}
