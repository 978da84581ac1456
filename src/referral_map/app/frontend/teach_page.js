// The teaching page put together: what is shown, and the parts that show it. All of it happens in
// the browser; only notes and kept points go into the person's document.
import * as bus from "./bus.js";
import { html } from "./dom.js";
import { SWATCHES } from "./legend.js";
import { thingOf } from "./pattern.js";
import { buildControls } from "./teach_controls.js";
import { buildIndex } from "./teach_find.js";
import { LAYERS } from "./teach_layers.js";
import { buildNotes } from "./teach_notes.js";
import { Panel } from "./teach_panel.js";
import { buildSearch } from "./teach_search.js";
import { Show } from "./teach_show.js";
import { Stage } from "./teach_stage.js";
import { storySteps } from "./teach_story.js";
import { tourSteps } from "./teach_tour.js";
import { lowerFirst, regionName, sideName, t } from "./words.js";

const TYPING = "input[type=text], textarea, select";

export class TeachPage {
  constructor(root, assets) {
    this.assets = assets;
    this.state = {
      layer: 1, side: "right", view: "all", muscle: null, point: null, region: null,
      show: { pattern: true, nerve: true, branches: false, others: false, dermatomes: false, fields: false, labels: true },
    };
    this.build(root);
    const before = bus.chosen()?.points[0];
    if (before) this.choosePoint(before.trigger_point, before.side);
    else this.refresh();
  }

  build(root) {
    const { texts } = this.assets;
    this.search = buildSearch(buildIndex(texts, (id) => this.pointName(id)), (found) => this.find(found));
    this.controls = buildControls(this.state, (change) => this.set(change));
    this.stage = new Stage(this.assets, {
      muscle: (id, side) => this.chooseMuscle(id, side),
      region: (id) => this.chooseRegion(id),
    });
    this.panel = new Panel(this.assets, {
      point: (id, side) => this.choosePoint(id, side),
      region: (id) => this.chooseRegion(id),
      back: () => this.chooseMuscle(this.state.muscle),
      preview: (thing) => this.stage.preview(thing),
      story: () => this.story(),
    });
    this.notes = buildNotes();
    this.show = new Show(this.assets);
    this.live = html("p", { class: "unseen", role: "status" });
    this.legend = html("ul", { class: "legend-entries", "aria-label": t("legend.key") });
    root.append(
      html("div", { class: "teach-grid" },
        html("section", { class: "teach-tools", "aria-label": t("teach.tools") },
          html("h2", {}, t("teach.title")), this.search.element, this.controls.element, this.tourDoor()),
        html("section", { class: "teach-body", "aria-label": t("teach.body") }, this.stage.element, this.legend),
        html("div", { class: "teach-side" }, this.panel.element, this.notes.element)),
      this.live, this.show.element);
    root.addEventListener("keydown", (event) => this.onKey(event));
  }

  tourDoor() {
    const open = html("button", { type: "button", class: "tour-door" }, t("teach.tour_open"));
    open.addEventListener("click", () => this.show.open(t("teach.tour"), tourSteps(this.assets, this.sides()[0]), { jump: true }));
    return open;
  }

  pointName(id) {
    const { muscle, name } = this.assets.texts.trigger_points[id];
    return t("teach.point_name", { muscle: this.assets.texts.muscles[muscle].name, point: lowerFirst(name) });
  }

  /**
   * + and - anywhere but in a text; PageDown and PageUp in the picture and on the layers alone, for
   * elsewhere they scroll the page.
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
    return this.state.side === "both" ? ["right", "left"] : [this.state.side];
  }

  find({ kind, id }) {
    if (kind === "muscle") this.chooseMuscle(id);
    else if (kind === "point") this.choosePoint(id);
    else this.chooseRegion(id);
  }

  /** Choose a muscle: with no side given, its layer comes into sight. */
  chooseMuscle(id, side) {
    const { layer, trigger_points: points } = this.assets.texts.muscles[id];
    const point = points.includes(this.state.point) ? this.state.point : points[0];
    this.set({ muscle: id, point, region: null, ...this.sideFor(side), ...(side ? {} : { layer: LAYERS.indexOf(layer) }) });
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
    else if (change.muscle) this.live.textContent = t("teach.shown", { name: this.pointName(this.state.point) });
    else if (change.region) this.live.textContent = t("teach.shown", { name: regionName(this.state.region) });
  }

  refresh() {
    const { state } = this;
    const sides = this.sides();
    const thing = state.point && !state.region
      ? thingOf(sides.map((side) => ({ trigger_point: state.point, side }))) : null;
    this.controls.update(state);
    this.stage.update({ ...state, sides, thing, muscle: state.region ? null : state.muscle });
    this.panel.update({ ...state, sides });
    this.key();
  }

  key() {
    this.legend.replaceChildren(...Object.keys(SWATCHES).filter((kind) => this.stage.kinds.has(kind))
      .map((kind) => html("li", { "data-kind": kind }, SWATCHES[kind](), t(kind === "nerves" ? "teach.nerves_key" : `legend.${kind}`))));
  }

  story() {
    const [side] = this.sides();
    const title = t("side.after_a_name", { name: this.pointName(this.state.point), side: sideName(side) });
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
