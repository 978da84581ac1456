// The map: its views, tools and marks, and what it announces.
import { button, comeIntoSight, html } from "../../lib/dom.js";
import * as selections from "../../document/selection.js";
import { regionMarks, sideOf } from "../../document/document.js";
import { buildLegend } from "../../body/legend.js";
import { drawMarks } from "../../body/mark_shapes.js";
import { buildMarks } from "./marks.js";
import { Painting } from "./painting.js";
import { bestView, drawParts, partsIn } from "../../body/referral_pattern.js";
import { Skin } from "../../body/skin.js";
import * as store from "../../document/store.js";
import { buildToolbar } from "./toolbar.js";
import { buildView } from "../../body/view.js";
import { listenToRegions } from "../../body/region_events.js";
import { readingOrder } from "../../body/arrow_keys.js";
import { number, regionName, t } from "../../language/words.js";
import { Zoom } from "../../body/zoom.js";

let lastId = 0;

export class BodyMap {
  constructor(root, { drawings, skin, texts }) {
    this.root = root;
    this.drawings = drawings;
    this.skin = new Skin(
      skin,
      drawings.regions.map(({ id }) => id),
    );
    this.texts = texts;
    this.tool = { kind: "region", size_cm: 4, intensity: null, quality: null };
    this.stop = new AbortController();
    this.views = new Map();
    this.marked = new Set();
    this.build();
    store.on("marks", () => this.paint(), this.stop.signal);
    selections.on("displayed", () => this.show(), this.stop.signal);
    selections.on("chosen", () => this.bringChosenForward(), this.stop.signal);
    selections.on("go-to-map", () => comeIntoSight(this.root), this.stop.signal);
    this.paint();
    this.show();
  }

  build() {
    lastId += 1;
    this.caption = html("p", { class: "caption", "aria-hidden": "true" }, this.hint());
    this.live = html("p", { class: "unseen", role: "status", "aria-live": "polite" });
    this.toolbar = buildToolbar(this.tool, {
      changed: () => this.onTool(),
      zoom: (factor) => this.each((view) => view.zoom.by(factor)),
      whole: () => this.each((view) => view.zoom.whole()),
    });
    this.marks = buildMarks(this.skin, this.drawings, (text) => this.announce(text));
    this.legend = buildLegend();
    this.toResults = button({ class: "to-results primary" }, t("map.to_results"), () =>
      selections.goTo("results"),
    );
    const figures = Object.entries(this.drawings.views).map(([name, view]) =>
      this.figure(name, view),
    );
    this.viewButtons = html(
      "div",
      { class: "turns", role: "group", "aria-label": t("map.view_shown") },
      ...[...this.views.keys()].map((name) =>
        button({ "data-turn": name }, t(`view.${name}`), () => this.bringForward(name)),
      ),
    );
    const captionLine = html("div", { class: "told" }, this.caption, this.marks.amount);
    this.root.append(
      this.toolbar.element,
      this.toolbar.steps,
      captionLine,
      this.viewButtons,
      html("div", { class: "views" }, ...figures),
      this.legend.element,
      this.toResults,
      this.marks.element,
      this.live,
    );
    this.bringForward(this.views.keys().next().value);
    this.onTool();
  }

  hint() {
    return t(`map.hint_${this.tool.kind}`);
  }

  each(act) {
    for (const view of this.views.values()) act(view);
  }

  figure(name, view) {
    const parts = buildView(name, view, `map${lastId}`);
    const box = html(
      "figure",
      { class: "view", "data-view": name },
      html("figcaption", { "aria-hidden": "true" }, t(`view.${name}`)),
      parts.svg,
    );
    const zoom = new Zoom(parts.svg, view.window, () => this.tool.kind !== "region");
    const painting = new Painting(name, parts, this.skin, this.tool, {
      area: (extra) => this.marks.showArea(extra),
      done: (mark) => this.add(mark),
    });
    this.views.set(name, { ...parts, box, zoom, painting });
    parts.regions.get(readingOrder(parts.centres)[0])?.setAttribute("tabindex", "0");
    listenToRegions(this, name, box);
    return box;
  }

  onTool() {
    this.root.dataset.tool = this.tool.kind;
    this.caption.textContent = this.hint();
  }

  toggle(id) {
    const { marks } = store.current();
    const isMarked = regionMarks(marks).has(id);
    const { intensity, quality } = this.tool;
    store.setMarks(
      isMarked
        ? marks.filter((mark) => mark.kind !== "region" || mark.region !== id)
        : [...marks, { kind: "region", region: id, intensity, quality }],
    );
    this.announce(t(isMarked ? "map.unmarked" : "map.marked", { name: regionName(id) }));
  }

  add(mark) {
    store.setMarks([...store.current().marks, mark]);
    this.announce(
      t(mark.kind === "eraser" ? "map.erased" : "map.painted", { side: t(`side.${sideOf(mark)}`) }),
    );
  }

  /** Announce to a screen reader, with the area that is marked now. */
  announce(text) {
    this.live.textContent = `${text} ${t("map.area_marked", { area: number(this.marks.area()) })}`;
  }

  paint() {
    const { marks } = store.current();
    const marked = new Set(regionMarks(marks).keys());
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
    this.marks.update(marks);
    this.toolbar.update();
  }

  /** Show one view where there is room for only one. */
  bringForward(name) {
    for (const [other, { box }] of this.views) box.toggleAttribute("data-current", other === name);
    for (const tab of this.viewButtons.children) {
      tab.setAttribute("aria-pressed", String(tab.dataset.turn === name));
    }
  }

  bringChosenForward() {
    const selection = selections.chosen();
    if (selection) this.bringForward(bestView(this.drawings, selection));
  }

  show() {
    const selection = selections.displayed();
    const kinds = new Set();
    for (const [name, view] of this.views) {
      const parts = selection && partsIn(this.drawings.views[name], this.drawings, selection);
      const { under, over } = parts ? drawParts(parts, view.id) : { under: [], over: [] };
      view.under.replaceChildren(...under);
      view.over.replaceChildren(...over);
      if (!parts) continue;
      for (const [kind, list] of Object.entries(parts)) if (list.length) kinds.add(kind);
    }
    this.root.classList.toggle("has-pattern", selection !== null);
    this.legend.update(selection, kinds, selections.chosen() !== null);
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
