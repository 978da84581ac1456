// The body of the teaching page: its views in layers, to look at and to point at.
import { LAYERS } from "../../lib/constants.js";
import { button, html, svg } from "../../lib/dom.js";
import { arranged, fitRow } from "./arrangement.js";
import { drawLabels, labelsFor } from "./labels.js";
import { MuscleLayers } from "./layers.js";
import { overlays } from "./overlays.js";
import { centresOf, keyOf, listenToView } from "./stage_events.js";
import { buildView } from "../../body/view.js";
import { framed, FRAMING, shownView } from "./views.js";
import { readingOrder } from "../../body/arrow_keys.js";
import { regionName, sideName, t } from "../../language/words.js";
import { keptZoom } from "../../shell/kept_zoom.js";

/** @import { Box, Selection } from "../../types/page.d.ts" */
/** @import { Side, ViewName } from "../../types/wire.d.ts" */
/** @import { StageState, StageView, Target, TeachAssets } from "./types.d.ts" */

let lastId = 0;

/** The views with their caption and zoom. */
export class Stage {
  /**
   * @param {TeachAssets} assets
   * @param {StageState} state - what is shown at first
   * @param {{ muscle(id: string, side: Side): void, region(id: string): void }} act - what was
   *   pointed at
   */
  constructor(assets, state, act) {
    lastId += 1;
    this.assets = assets;
    this.state = state;
    this.act = act;
    /** @type {Map<string, StageView>} */
    this.views = new Map();
    /** @type {Set<string>} */
    this.kinds = new Set();
    this.caption = html("p", { class: "caption", "aria-hidden": "true" });
    this.pictures = arranged(assets.drawings, (name) => this.figure(name));
    this.element = html(
      "div",
      { class: "stage" },
      html("div", { class: "stage-head" }, this.caption, this.zoomButtons()),
      this.pictures,
    );
    // Labels keep their size on the screen: they are drawn again when the pictures change their size.
    this.resized = new ResizeObserver(() => this.label());
    this.each(({ svg: picture }) => this.resized.observe(picture));
  }

  zoomButtons() {
    return html(
      "div",
      { class: "zoom", role: "group", "aria-label": t("tools.zoom") },
      button({ "aria-label": t("tools.zoom_in") }, t("teach.larger"), () => this.grow(1.5)),
      button({ "aria-label": t("tools.zoom_out") }, t("teach.smaller"), () => this.grow(1 / 1.5)),
      button({}, t("tools.whole"), () => this.each((view) => view.zoom.whole())),
    );
  }

  /** @param {(view: StageView) => void} visit */
  each(visit) {
    for (const view of this.views.values()) visit(view);
  }

  /**
   * Zoom around the chosen muscle where a view shows it.
   * @param {number} factor
   */
  grow(factor) {
    const { muscle, sides } = this.state;
    this.each(({ zoom, layers }) =>
      zoom.by(factor, layers.shapes.get(`${muscle}:${sides[0]}`)?.centre),
    );
  }

  /**
   * Build a view.
   * @param {ViewName} name
   */
  figure(name) {
    const drawing = framed(this.assets.drawings, name);
    const parts = buildView(name, drawing, `teach${lastId}`, FRAMING);
    const layers = new MuscleLayers(drawing, parts, this.assets.texts.muscles);
    const labels = svg("g", { class: "labels", "aria-hidden": "true" });
    parts.svg.insertBefore(labels, parts.ring);
    const zoom = keptZoom(parts.svg, drawing.window, () => false, `teach.zoom.${name}`);
    const zoomed = new MutationObserver(() => this.labelView(view));
    zoomed.observe(parts.svg, { attributeFilter: ["viewBox"] });
    const box = html(
      "figure",
      { class: "view", "data-view": name, tabindex: "-1" },
      parts.svg,
      html("figcaption", {}, t(`view.${name}`)),
    );
    /** @type {StageView} */
    const view = { ...parts, drawing, layers, labels, zoom, zoomed, box, overlay: null };
    this.views.set(name, view);
    listenToView(this, view);
    return box;
  }

  /**
   * Choose what a key names.
   * @param {StageView} view
   * @param {string} key
   */
  take(view, key) {
    const muscle = view.layers.shapes.get(key);
    if (muscle) this.act.muscle(muscle.id, muscle.side);
    else this.act.region(key);
  }

  /**
   * What can be pointed at in a view now, by key: a region's id or "muscle:side".
   * @param {StageView} view
   * @returns {Map<string, Target>}
   */
  targets({ regions, centres, layers, drawing }) {
    if (this.state.layer > 0) return new Map(layers.visible());
    /** @type {Map<string, Target>} */
    const targets = new Map();
    for (const [id, element] of regions) {
      const centre = centres.get(id);
      if (centre) targets.set(id, { element, centre, path: drawing.regions[id] });
    }
    return targets;
  }

  /**
   * Make this the only tab stop of its view.
   * @param {StageView} view
   * @param {string} key
   */
  setTabStop(view, key) {
    for (const [other, { element }] of this.targets(view))
      element.setAttribute("tabindex", other === key ? "0" : "-1");
  }

  /**
   * Ring what a key names, and write its name.
   * @param {StageView} view
   * @param {string} key
   * @param {"pointed" | "focused"} how
   */
  highlight(view, key, how) {
    const { ring, layers } = view;
    const target = this.targets(view).get(key);
    if (!target) return;
    ring.setAttribute("d", target.path);
    ring.setAttribute("class", `ring ${how}`);
    const muscle = layers.shapes.get(key);
    this.caption.textContent = muscle
      ? t("side.after_a_name", {
          name: this.assets.texts.muscles[muscle.id].name,
          side: sideName(muscle.side),
        })
      : regionName(key);
    this.caption.classList.add("named");
  }

  /** @param {StageView} view */
  endHighlight(view) {
    const { svg: picture, ring } = view;
    const focused = picture.querySelector(
      "[data-region]:focus-visible, [data-muscle]:focus-visible",
    );
    if (focused) return this.highlight(view, keyOf(focused), "focused");
    ring.setAttribute("class", "ring");
    this.caption.textContent = t(`teach.hint_${LAYERS[this.state.layer]}`);
    this.caption.classList.remove("named");
  }

  /**
   * Show another selection for a moment, or null for the chosen one.
   * @param {Selection | null} selection
   */
  preview(selection) {
    this.draw(selection ?? this.state.selection);
  }

  /** @param {StageState} state */
  update(state) {
    this.state = state;
    this.element.dataset.layer = LAYERS[state.layer];
    this.showViews();
    this.each((view) => {
      view.layers.update(state.layer, state.sides, state.muscle);
      for (const [id, element] of view.regions)
        element.setAttribute("aria-pressed", String(id === state.region));
      this.keepStop(view);
      this.endHighlight(view);
    });
    this.draw(state.selection);
  }

  /**
   * If the tab stop is gone with its layer, the first target becomes the tab stop.
   * @param {StageView} view
   */
  keepStop(view) {
    const all = this.targets(view);
    const current = [...all].find(([, target]) => isTabStop(target))?.[0];
    this.setTabStop(view, current ?? readingOrder(centresOf(all))[0]);
  }

  /**
   * Keep the keyboard in a view whose layer changed under it.
   * @param {string} name - of the view
   */
  focusIn(name) {
    const view = this.views.get(name);
    if (!view) return;
    const stop = [...this.targets(view).values()].find(isTabStop);
    (stop?.element ?? view.box).focus();
  }

  /** Show one view, or all that show the chosen sides. */
  showViews() {
    const { view, sides, selection } = this.state;
    const { drawings } = this.assets;
    const single = view === "all" ? shownView(drawings, selection) : view;
    this.element.toggleAttribute("data-single", view !== "all");
    /** @type {Box[]} */
    const windows = [];
    this.each(({ name, box, drawing }) => {
      const isAside = !drawing.two_sided && !sides.some((side) => side === name);
      box.toggleAttribute("data-current", name === single);
      box.toggleAttribute("data-aside", isAside);
      if (!isAside) windows.push(drawing.window);
    });
    fitRow(this.pictures, windows);
  }

  /** @param {Selection | null} selection */
  draw(selection) {
    this.kinds = new Set();
    this.each((view) => {
      const { layers } = view;
      const now = { shown: layers.structures(), painted: layers.painted() };
      const overlay = overlays({ ...view, ...now }, this.assets, this.state, selection);
      view.under.replaceChildren(...overlay.under);
      view.over.replaceChildren(...overlay.over);
      view.overlay = overlay;
      for (const kind of overlay.kinds) this.kinds.add(kind);
    });
    this.label();
  }

  label() {
    this.each((view) => this.labelView(view));
  }

  /** @param {StageView} view */
  labelView({ labels, layers, overlay, svg: picture }) {
    if (!overlay) return;
    const candidates = this.state.show.labels ? labelsFor(this.assets.texts, layers, overlay) : [];
    drawLabels(labels, candidates, picture, overlay.marks);
  }

  remove() {
    this.resized.disconnect();
    this.each(({ zoom, zoomed }) => {
      zoom.remove();
      zoomed.disconnect();
    });
  }
}

/** @param {Target} target */
function isTabStop({ element }) {
  return element.getAttribute("tabindex") === "0";
}
