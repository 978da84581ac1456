// The map: its views, tools and marks, and what it announces.
import { button, comeIntoSight, html } from "../../lib/dom.js";
import { MARK_KINDS, OFFERED_SIZES_CM, VIEW_NAMES } from "../../lib/constants.js";
import * as selections from "../../document/selection.js";
import { regionMarks, sideOf } from "../../document/marks.js";
import { buildLegend } from "../../body/legend.js";
import { drawMarks } from "../../body/mark_shapes.js";
import { buildMarks } from "./marks.js";
import { Painting } from "./painting.js";
import { bestView, drawParts, partsIn } from "../../body/referral_pattern.js";
import { Skin } from "../../body/skin.js";
import { keepState, stateOf } from "../../document/page_state.js";
import * as store from "../../document/store.js";
import { buildSteps } from "./step_buttons.js";
import { buildToolbar } from "./toolbar.js";
import { keptZoom } from "../../shell/kept_zoom.js";
import { buildView } from "../../body/view.js";
import { showAsked } from "./asked_region.js";
import { listenToRegions } from "../../body/region_events.js";
import { readingOrder } from "../../body/arrow_keys.js";
import { number, regionName, t } from "../../language/words.js";

/**
 * @import { BuiltView, Selection, Stroke, Tool, ViewParts } from "../../types/page.d.ts"
 * @import { Zoom } from "../../body/zoom.js"
 * @import { Drawings, RegionMark, SkinPoints, Texts, ViewDrawing, ViewName } from "../../types/wire.d.ts"
 */

/**
 * A view on the map.
 * @typedef {BuiltView & {box: HTMLElement, zoom: Zoom, painting: Painting}} MapView
 */

let lastId = 0;

export class BodyMap {
  /**
   * @param {HTMLElement} root
   * @param {{drawings: Drawings, skin: SkinPoints, texts: Texts}} assets
   */
  constructor(root, { drawings, skin, texts }) {
    selections.keepOnlyKnown(texts.trigger_points);
    this.root = root;
    this.drawings = drawings;
    this.skin = new Skin(
      skin,
      drawings.regions.map(({ id }) => id),
    );
    /** @type {Tool} */
    this.tool = { ...keptTool(), intensity: null, quality: null };
    this.stop = new AbortController();
    /** @type {Map<ViewName, MapView>} */
    this.views = new Map();
    /**
     * Regions that are drawn as marked.
     * @type {Set<string>}
     */
    this.marked = new Set();
    lastId += 1;
    this.caption = html("p", { class: "caption", "aria-hidden": "true" }, this.hint());
    this.live = html("p", { class: "unseen", role: "status", "aria-live": "polite" });
    this.told = html("p", { class: "told-now", "aria-hidden": "true", hidden: "" });
    this.toolbar = buildToolbar(this.tool, () => {
      const { kind, size_cm: size } = this.tool;
      keepState("map.tool", { kind, size_cm: size });
      this.onTool();
    });
    this.steps = buildSteps({
      zoom: (factor) => this.each((view) => view.zoom.by(factor)),
      whole: () => this.each((view) => view.zoom.whole()),
      announce: (text) => this.announce(text),
      tell: (text) => this.tell(text),
    });
    this.marks = buildMarks(
      this.skin,
      drawings,
      (text) => this.announce(text),
      (region) => this.toggle(region),
    );
    this.legend = buildLegend();
    for (const name of VIEW_NAMES) this.buildView(name, drawings.views[name]);
    this.viewButtons = this.buildViewButtons();
    this.arrange();
    store.on("marks", () => this.paint(), this.stop.signal);
    store.on("document", () => this.steps.update(), this.stop.signal);
    selections.on("displayed", () => this.show(), this.stop.signal);
    selections.on("chosen", () => this.bringChosenForward(), this.stop.signal);
    showAsked(this, this.stop.signal);
    selections.on("go-to-map", () => comeIntoSight(this.root), this.stop.signal);
    this.paint();
    this.show();
  }

  arrange() {
    const captionLine = html("div", { class: "told" }, this.caption, this.marks.amount, this.told);
    const toResults = button({ class: "to-results primary" }, t("map.to_results"), () =>
      selections.goTo("results"),
    );
    const boxes = [...this.views.values()].map(({ box }) => box);
    this.root.append(
      this.toolbar.element,
      this.steps.element,
      captionLine,
      html(
        "div",
        { class: "turns", role: "group", "aria-label": t("map.view_shown") },
        ...this.viewButtons.values(),
      ),
      html("div", { class: "views" }, ...boxes),
      this.legend.element,
      toResults,
      this.marks.element,
      this.live,
    );
    const kept = stateOf("map.view", VIEW_NAMES[0]);
    this.bringForward(VIEW_NAMES.find((name) => name === kept) ?? VIEW_NAMES[0]);
    this.onTool();
  }

  /**
   * By view, the button that brings it forward.
   * @returns {Map<ViewName, HTMLButtonElement>}
   */
  buildViewButtons() {
    return new Map(
      VIEW_NAMES.map((name) => [
        name,
        button({ "data-turn": name }, t(`view.${name}`), () => this.turnTo(name)),
      ]),
    );
  }

  hint() {
    return t(`map.hint_${this.tool.kind}`);
  }

  /** @param {(view: MapView) => void} act - what to do with each view */
  each(act) {
    for (const view of this.views.values()) act(view);
  }

  /**
   * @param {ViewName} name
   * @param {ViewDrawing} view
   */
  buildView(name, view) {
    const parts = buildView(name, view, `map${lastId}`);
    const box = html(
      "figure",
      { class: "view", "data-view": name },
      html("figcaption", { "aria-hidden": "true" }, t(`view.${name}`)),
      parts.svg,
    );
    const paints = () => this.tool.kind !== "region" || painting.painted !== null;
    const zoom = keptZoom(parts.svg, view.window, paints, `map.zoom.${name}`);
    const window = view.window;
    const report = {
      area: (/** @type {Stroke | null} */ extra) => this.marks.showArea(extra),
      done: (/** @type {Stroke} */ mark) => this.add(mark),
    };
    const painting = new Painting(name, { ...parts, window }, this.skin, this.tool, report, zoom);
    this.views.set(name, { ...parts, box, zoom, painting });
    const [first] = readingOrder(parts.centres);
    parts.regions.get(first)?.setAttribute("tabindex", "0");
    listenToRegions(this, name, box);
  }

  onTool() {
    this.root.dataset.tool = this.tool.kind;
    this.caption.textContent = this.hint();
  }

  /**
   * Mark a region, or remove its mark. One of which nothing is seen any more is marked again.
   * @param {string} id
   */
  toggle(id) {
    const { marks } = store.current();
    const marked = regionMarks([...this.skin.standing(marks)]).get(id);
    const { intensity, quality } = this.tool;
    /** @type {RegionMark} */
    const added = { kind: "region", region: id, intensity, quality };
    store.changeMarks(marked ? { remove: [marked] } : { add: [added] });
    this.announce(t(marked ? "map.unmarked" : "map.marked", { name: regionName(id) }));
  }

  /** @param {Stroke} mark */
  add(mark) {
    const done = mark.kind === "eraser" ? "map.erased" : "map.painted";
    store.changeMarks({ add: [mark] });
    this.announce(t(done, { side: t(`side.${sideOf(mark)}`) }));
  }

  /**
   * Announce to a screen reader, with the area that is marked now.
   * @param {string} text
   */
  announce(text) {
    this.live.textContent = `${text} ${t("map.area_marked", { area: number(this.marks.area()) })}`;
  }

  /**
   * Say something to everybody, until the next change.
   * @param {string} text
   */
  tell(text) {
    this.told.textContent = text;
    this.told.hidden = !text;
    this.announce(text);
  }

  paint() {
    const { marks } = store.current();
    const marked = this.skin.standingRegions(marks);
    // 120 regions in five views: only those that changed are touched.
    const changed = [...marked, ...this.marked].filter(
      (region) => marked.has(region) !== this.marked.has(region),
    );
    this.marked = marked;
    this.each(({ regions, marksLayer, id, name }) => {
      for (const region of changed)
        regions.get(region)?.setAttribute("aria-pressed", String(marked.has(region)));
      drawMarks(marksLayer, marks, { name, id, view: this.drawings.views[name], skin: this.skin });
    });
    this.root.classList.toggle("has-marks", marks.length > 0);
    this.told.hidden = true;
    this.marks.update(marks);
    this.steps.update();
  }

  /** @param {ViewName} name - of the view that is shown, also when one comes back to the page */
  turnTo(name) {
    keepState("map.view", name);
    this.bringForward(name);
  }

  /**
   * Show one view where there is room for only one.
   * @param {ViewName} name
   */
  bringForward(name) {
    for (const [other, { box }] of this.views) box.toggleAttribute("data-current", other === name);
    for (const [other, tab] of this.viewButtons)
      tab.setAttribute("aria-pressed", String(other === name));
  }

  bringChosenForward() {
    const selection = selections.chosen();
    if (selection) this.turnTo(bestView(this.drawings, selection));
  }

  /** Show the selection in every view, and describe it in the legend. */
  show() {
    const selection = selections.displayed();
    /** @type {Set<string>} */
    const kinds = new Set();
    for (const view of this.views.values()) {
      const parts = this.showIn(view, selection);
      for (const [kind, list] of Object.entries(parts ?? {})) if (list.length) kinds.add(kind);
    }
    this.root.classList.toggle("has-pattern", selection !== null);
    this.legend.update(selection, kinds, selections.chosen() !== null);
  }

  /**
   * Show a selection in a view; null clears it. Returns the parts that the view has of it.
   * @param {MapView} view
   * @param {Selection | null} selection
   * @returns {ViewParts | null}
   */
  showIn({ name, id, under, over }, selection) {
    const parts = selection && partsIn(this.drawings.views[name], this.drawings, selection);
    const shapes = parts ? drawParts(parts, id) : { under: [], over: [] };
    under.replaceChildren(...shapes.under);
    over.replaceChildren(...shapes.over);
    return parts;
  }

  update() {}
  remove() {
    this.stop.abort();
    this.each(({ zoom, painting }) => {
      zoom.remove();
      painting.remove();
    });
  }
}

/**
 * The tool that was taken last, but for the rating: that is of the next mark.
 * @returns {Pick<Tool, "kind" | "size_cm">}
 */
function keptTool() {
  const [least, most] = OFFERED_SIZES_CM;
  const { kind, size_cm: size } = stateOf("map.tool", { kind: "", size_cm: 4 });
  return {
    kind: MARK_KINDS.find((each) => each === kind) ?? "region",
    size_cm: size >= least && size <= most ? size : 4,
  };
}
