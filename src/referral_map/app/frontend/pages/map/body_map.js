// The map: its views, tools and marks, and what it announces.
import { button, comeIntoSight, html } from "../../lib/dom.js";
import { MARK_KINDS, OFFERED_SIZES_CM } from "../../lib/constants.js";
import * as selections from "../../document/selection.js";
import { regionMarks, sideOf } from "../../document/marks.js";
import { buildLegend } from "../../body/legend.js";
import { drawMarks } from "../../body/mark_shapes.js";
import { buildMarks } from "./marks.js";
import { Painting } from "./painting.js";
import { Skin } from "../../body/skin.js";
import { keepState, stateOf } from "../../document/page_state.js";
import * as store from "../../document/store.js";
import { buildFraming, framingWith, keptFraming } from "./framing.js";
import { MapViews } from "./map_views.js";
import { ShownSelection } from "./shown_selection.js";
import { buildSteps } from "./step_buttons.js";
import { buildToolbar } from "./toolbar.js";
import { keptZoom } from "../../shell/kept_zoom.js";
import { showAsked } from "./asked_region.js";
import { listenToRegions } from "../../body/region_events.js";
import { readingOrder } from "../../body/arrow_keys.js";
import { number, regionName, t } from "../../language/words.js";

/**
 * @import { Assets, PartTools, Place, Stroke, Tool } from "../../types/page.d.ts"
 * @import { Zoom } from "../../body/zoom.js"
 * @import { ShownView } from "./map_views.js"
 * @import { Framing, Mark, RegionMark, ViewName } from "../../types/wire.d.ts"
 */

/**
 * A view on the map.
 * @typedef {ShownView & { zoom: Zoom, painting: Painting }} MapView
 */

const AGAIN_MS = 5000;

export class BodyMap {
  /**
   * @param {HTMLElement} root
   * @param {Pick<Assets, "drawings" | "skin" | "texts">} assets
   * @param {Pick<PartTools, "skinOf">} tools
   */
  constructor(root, { drawings, skin, texts }, { skinOf }) {
    selections.keepOnlyKnown(texts.trigger_points);
    this.root = root;
    this.drawings = drawings;
    this.skinOf = skinOf;
    /** Whether the skin of the other body is on its way. */
    this.meeting = false;
    this.regionIds = drawings.regions.map(({ id }) => id);
    this.skin = new Skin(skin, this.regionIds, drawings.body);
    /** @type {Tool} */
    this.tool = { ...keptTool(), intensity: null, quality: null };
    this.stop = new AbortController();
    /**
     * Those that are built.
     * @type {Map<ViewName, MapView>}
     */
    this.views = new Map();
    /**
     * Regions that are drawn as marked.
     * @type {Set<string>}
     */
    this.marked = new Set();
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
    this.framing = buildFraming(drawings, (framing) => this.pictures.frame(framing));
    this.pictures = new MapViews(drawings, (view, framing) => this.take(view, framing));
    this.selection = new ShownSelection(this, buildLegend());
    this.asked = showAsked(this, this.stop.signal);
    this.arrange();
    this.listen(this.stop.signal);
    this.paint();
    this.selection.show();
  }

  /** @param {AbortSignal} signal */
  listen(signal) {
    store.on("marks", () => this.paint(), signal);
    store.on("document", () => this.steps.update(), signal);
    selections.on("displayed", () => this.selection.show(), signal);
    selections.on("chosen", () => void this.selection.bringForward(), signal);
    selections.on("go-to-map", () => comeIntoSight(this.root), signal);
  }

  arrange() {
    const captionLine = html("div", { class: "told" }, this.caption, this.marks.amount, this.told);
    const toResults = button({ class: "to-results primary" }, t("map.to_results"), () =>
      selections.goTo("results"),
    );
    this.root.append(
      html("div", { class: "map-tools" }, this.toolbar.element, this.framing.element),
      this.steps.element,
      captionLine,
      this.pictures.turns,
      this.pictures.element,
      this.selection.legend.element,
      toResults,
      this.marks.element,
      this.live,
    );
    const framing = keptFraming();
    this.framing.update(framing);
    this.pictures.frame(framing);
    this.onTool();
  }

  hint() {
    return t(`map.hint_${this.tool.kind}`);
  }

  /** @param {(view: MapView) => void} act - what to do with each view */
  each(act) {
    for (const view of this.views.values()) act(view);
  }

  /**
   * A view is built: from now on it can be marked in.
   * @param {ShownView} shown
   * @param {Framing} framing
   */
  take(shown, framing) {
    const { name, window, box } = shown;
    const paints = () => this.tool.kind !== "region" || painting.painted !== null;
    const zoom = keptZoom(shown.svg, window, paints, `map.zoom.${framing}.${name}`);
    const report = {
      area: (/** @type {Stroke | null} */ extra) => this.marks.showArea(extra),
      done: (/** @type {Stroke} */ mark) => this.add(mark),
    };
    const painting = new Painting(name, shown, this.skin, this.tool, report, zoom);
    const view = { ...shown, zoom, painting };
    this.views.set(name, view);
    const [first] = readingOrder(view.centres);
    view.regions.get(first)?.setAttribute("tabindex", "0");
    listenToRegions(this, name, box);
    this.paintIn(view, store.current().marks, this.marked);
    this.selection.showIn(view);
    this.asked.showIn(view);
    void this.framing.draw().catch((error) => console.info(String(error)));
    return () => {
      zoom.remove();
      painting.remove();
      this.views.delete(name);
    };
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
    // Many regions in many views: only those that changed are touched.
    const changed = [...marked, ...this.marked].filter(
      (region) => marked.has(region) !== this.marked.has(region),
    );
    this.marked = marked;
    this.each((view) => this.paintIn(view, marks, changed));
    this.root.classList.toggle("has-marks", marks.length > 0);
    this.told.hidden = true;
    this.marks.update(marks);
    this.steps.update();
    void this.meetOther(marks);
  }

  /**
   * @param {MapView} view
   * @param {readonly Mark[]} marks
   * @param {Iterable<string>} changed - regions that may be marked otherwise than before
   */
  paintIn({ regions, marksLayer, id, name, drawing }, marks, changed) {
    for (const region of changed)
      regions.get(region)?.setAttribute("aria-pressed", String(this.marked.has(region)));
    drawMarks(marksLayer, marks, { name, id, view: drawing, skin: this.skin });
  }

  /**
   * Strokes on the other body reach what they reach there: its skin is loaded where there are any.
   * @param {readonly Mark[]} marks
   */
  async meetOther(marks) {
    const mark = marks.find((each) => !this.skin.knows(each));
    if (!mark || mark.kind === "region" || this.meeting) return;
    this.meeting = true;
    try {
      const other = new Skin(await this.skinOf(mark.body), this.regionIds, mark.body);
      if (this.stop.signal.aborted) return;
      this.skin.meet(other);
      this.paint();
    } catch (error) {
      console.info("The skin of the other body is not here yet:", String(error));
      setTimeout(() => this.paint(), AGAIN_MS);
    } finally {
      this.meeting = false;
    }
  }

  /**
   * Show a view, in the part of the body whose window has a place in it.
   * @param {ViewName} name
   * @param {Place | null} [place] - picture mm
   */
  turnTo(name, place = null) {
    const framing = framingWith(this.drawings, name, place, this.pictures.framing ?? keptFraming());
    if (framing !== this.pictures.framing) this.framing.take(framing);
    this.pictures.turnTo(name);
  }

  /** The keyboard goes on here. */
  focus() {
    this.pictures.element.focus({ preventScroll: true });
  }

  update() {}
  remove() {
    this.stop.abort();
    this.pictures.clear();
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
