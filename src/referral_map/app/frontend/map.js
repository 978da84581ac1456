// The map inside its component: views, pointer, keyboard, and what is told to the person.
import { button, comeIntoSight, html } from "./dom.js";
import * as bus from "./bus.js";
import { regionMarks, sideOf } from "./document.js";
import { buildLegend } from "./legend.js";
import { drawMarks } from "./mark_shapes.js";
import { buildMarks } from "./marks.js";
import { Painting } from "./painting.js";
import { bestView, drawParts, partsIn } from "./pattern.js";
import { Skin } from "./skin.js";
import * as store from "./store.js";
import { buildToolbar } from "./toolbar.js";
import { buildView } from "./view.js";
import { wire } from "./wiring.js";
import { readingOrder } from "./walking.js";
import { number, regionName, t } from "./words.js";
import { Zoom } from "./zoom.js";

let made = 0;

export class BodyMap {
  constructor(root, { drawings, skin, texts }) {
    this.root = root;
    this.drawings = drawings;
    this.skin = new Skin(skin, drawings.regions.map(({ id }) => id));
    this.texts = texts;
    this.tool = { kind: "region", size_cm: 4, intensity: null, quality: null };
    this.stop = new AbortController();
    this.views = new Map();
    this.marked = new Set();
    this.build();
    store.on("marks", () => this.paint(), this.stop.signal);
    bus.on("shown", () => this.show(), this.stop.signal);
    bus.on("chosen", () => this.turnToChosen(), this.stop.signal);
    bus.on("go-to-map", () => comeIntoSight(this.root), this.stop.signal);
    this.paint();
    this.show();
  }

  build() {
    made += 1;
    this.caption = html("p", { class: "caption", "aria-hidden": "true" }, this.hint());
    this.live = html("p", { class: "unseen", role: "status", "aria-live": "polite" });
    this.toolbar = buildToolbar(this.tool, {
      changed: () => this.onTool(),
      zoom: (factor) => this.each((view) => view.zoom.by(factor)),
      whole: () => this.each((view) => view.zoom.whole()),
    });
    this.marks = buildMarks(this.skin, this.drawings, (text) => this.say(text));
    this.legend = buildLegend();
    this.toResults = button({ class: "to-results primary" }, t("map.to_results"), () => bus.goTo("results"));
    const figures = Object.entries(this.drawings.views).map(([name, view]) => this.figure(name, view));
    this.turns = html("div", { class: "turns", role: "group", "aria-label": t("map.view_shown") },
      ...[...this.views.keys()].map((name) => button({ "data-turn": name }, t(`view.${name}`), () => this.turn(name))));
    const told = html("div", { class: "told" }, this.caption, this.marks.amount);
    this.root.append(this.toolbar.element, this.toolbar.steps, told, this.turns, html("div", { class: "views" }, ...figures),
      this.legend.element, this.toResults, this.marks.element, this.live);
    this.turn(this.views.keys().next().value);
    this.onTool();
  }

  hint() {
    return t(`map.hint_${this.tool.kind}`);
  }

  each(act) {
    for (const view of this.views.values()) act(view);
  }

  figure(name, view) {
    const parts = buildView(name, view, `map${made}`);
    const box = html("figure", { class: "view", "data-view": name },
      html("figcaption", { "aria-hidden": "true" }, t(`view.${name}`)), parts.svg);
    const zoom = new Zoom(parts.svg, view.window, () => this.tool.kind !== "region");
    const painting = new Painting(name, parts, this.skin, this.tool, {
      area: (extra) => this.marks.tell(extra),
      done: (mark) => this.add(mark),
    });
    this.views.set(name, { ...parts, box, zoom, painting });
    parts.regions.get(readingOrder(parts.centres)[0])?.setAttribute("tabindex", "0");
    wire(this, name, box);
    return box;
  }

  onTool() {
    this.root.dataset.tool = this.tool.kind;
    this.caption.textContent = this.hint();
  }

  toggle(id) {
    const { marks } = store.current();
    const there = regionMarks(marks).has(id);
    const { intensity, quality } = this.tool;
    store.setMarks(there
      ? marks.filter((mark) => mark.kind !== "region" || mark.region !== id)
      : [...marks, { kind: "region", region: id, intensity, quality }]);
    this.say(t(there ? "map.unmarked" : "map.marked", { name: regionName(id) }));
  }

  add(mark) {
    store.setMarks([...store.current().marks, mark]);
    this.say(t(mark.kind === "eraser" ? "map.erased" : "map.painted", { side: t(`side.${sideOf(mark)}`) }));
  }

  /** Told to a screen reader, with the area that is marked now. */
  say(text) {
    this.live.textContent = `${text} ${t("map.area_marked", { area: number(this.marks.area()) })}`;
  }

  paint() {
    const { marks } = store.current();
    const marked = new Set(regionMarks(marks).keys());
    // 120 regions in five views: only those that changed are touched.
    const changed = [...marked, ...this.marked].filter((region) => marked.has(region) !== this.marked.has(region));
    this.marked = marked;
    this.each(({ regions, marksLayer, id, name }) => {
      for (const region of changed) regions.get(region)?.setAttribute("aria-pressed", String(marked.has(region)));
      drawMarks(marksLayer, marks, { name, id, view: this.drawings.views[name], skin: this.skin });
    });
    this.root.classList.toggle("has-marks", marks.length > 0);
    this.marks.update(marks);
    this.toolbar.update();
  }

  /** Bring one view to the front where there is room for one only. */
  turn(name) {
    for (const [other, { box }] of this.views) box.toggleAttribute("data-current", other === name);
    for (const tab of this.turns.children) {
      tab.setAttribute("aria-pressed", String(tab.dataset.turn === name));
    }
  }

  turnToChosen() {
    const thing = bus.chosen();
    if (thing) this.turn(bestView(this.drawings, thing));
  }

  show() {
    const thing = bus.shown();
    const kinds = new Set();
    for (const [name, view] of this.views) {
      const parts = thing && partsIn(this.drawings.views[name], this.drawings, thing);
      const { under, over } = parts ? drawParts(parts, view.id) : { under: [], over: [] };
      view.under.replaceChildren(...under);
      view.over.replaceChildren(...over);
      if (!parts) continue;
      for (const [kind, list] of Object.entries(parts)) if (list.length) kinds.add(kind);
    }
    this.root.classList.toggle("has-pattern", thing !== null);
    this.legend.update(thing, kinds, bus.chosen() !== null);
  }

  update() {}

  remove() {
    this.stop.abort();
    this.each(({ zoom, painting }) => { zoom.remove(); painting.remove(); });
  }
}
