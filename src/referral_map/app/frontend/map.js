// The map inside its component: views, pointer, keyboard, and what is told to the person.
import { button, comeIntoSight, html } from "./dom.js";
import * as bus from "./bus.js";
import { buildLegend } from "./legend.js";
import { buildMarks } from "./marks.js";
import { bestView, drawParts, partsIn } from "./pattern.js";
import { buildView } from "./view.js";
import { isWalkingKey, nextRegion, readingOrder } from "./walking.js";
import { count, regionLabels } from "./words.js";

const HINT = "Point at where it hurts. Click to mark it, click again to unmark it.";
let made = 0;

export class BodyMap {
  constructor(root, drawings, onMarks) {
    this.root = root;
    this.drawings = drawings;
    this.onMarks = onMarks;
    this.selected = new Set();
    this.labels = regionLabels(drawings);
    this.stop = new AbortController();
    this.views = new Map();
    this.build();
    bus.on("shown", () => this.show(), this.stop.signal);
    bus.on("chosen", () => this.turnToChosen(), this.stop.signal);
    bus.on("go-to-map", () => comeIntoSight(this.root), this.stop.signal);
    this.show();
  }

  build() {
    made += 1;
    this.caption = html("p", { class: "caption", "aria-hidden": "true" }, HINT);
    this.live = html("p", { class: "unseen", role: "status", "aria-live": "polite" });
    this.marks = buildMarks(this.labels, (id) => this.toggle(id), () => this.clear());
    this.legend = buildLegend();
    this.toResults = button({ class: "to-results" }, "See what might explain it", () => bus.goTo("results"));
    const figures = Object.entries(this.drawings.views).map(([name, view]) => this.figure(name, view));
    this.turns = html("div", { class: "turns", role: "group", "aria-label": "View shown" },
      ...[...this.views].map(([name, { title }]) =>
        button({ "data-turn": name }, title, () => this.turn(name))));
    this.root.append(this.caption, this.turns, html("div", { class: "views" }, ...figures),
      this.legend.element, this.toResults, this.marks.element, this.live);
    this.turn(this.views.keys().next().value);
  }

  figure(name, view) {
    const parts = buildView(name, view, this.labels, `map${made}`);
    const box = html("figure", { class: "view", "data-view": name },
      html("figcaption", { "aria-hidden": "true" }, view.title), parts.svg);
    this.views.set(name, { ...parts, box, title: view.title });
    parts.regions.get(readingOrder(parts.centres)[0])?.setAttribute("tabindex", "0");
    this.wire(name, box);
    return box;
  }

  /** Listens on the figure: an svg that listens for focus becomes a tab stop itself. */
  wire(name, box) {
    const region = (event) => event.target.closest?.("[data-region]");
    const listen = (type, act) => box.addEventListener(type, (event) => {
      const target = region(event);
      if (target) act(target.dataset.region, event);
    });
    listen("click", (id) => {
      this.stopAt(name, id);
      this.toggle(id);
    });
    listen("pointerover", (id) => this.light(name, id, "pointed"));
    listen("focusin", (id, { target }) => {
      this.stopAt(name, id);
      this.light(name, id, target.matches(":focus-visible") ? "focused" : "pointed");
    });
    listen("keydown", (id, event) => this.onKey(name, id, event));
    box.addEventListener("pointerleave", () => this.unlight(name));
    box.addEventListener("focusout", () => this.unlight(name));
  }

  onKey(name, id, event) {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "Enter" || event.key === " ") {
      event.preventDefault();
      if (!event.repeat) this.toggle(id);
    } else if (isWalkingKey(event.key)) {
      event.preventDefault();
      const { regions, centres } = this.views.get(name);
      const next = nextRegion(event.key, id, centres);
      if (next) regions.get(next).focus();
    }
  }

  /** One tab stop a view: the region last used. */
  stopAt(name, id) {
    for (const [other, element] of this.views.get(name).regions) {
      element.setAttribute("tabindex", other === id ? "0" : "-1");
    }
  }

  light(name, id, how) {
    const { regions, ring } = this.views.get(name);
    ring.setAttribute("d", regions.get(id).getAttribute("d"));
    ring.setAttribute("class", `ring ${how}`);
    this.caption.textContent = this.labels.get(id);
    this.caption.classList.add("named");
  }

  unlight(name) {
    const { svg: picture, ring } = this.views.get(name);
    const focused = picture.querySelector("[data-region]:focus-visible");
    if (focused) return this.light(name, focused.dataset.region, "focused");
    ring.setAttribute("class", "ring");
    this.caption.textContent = HINT;
    this.caption.classList.remove("named");
  }

  toggle(id) {
    const marked = !this.selected.delete(id);
    if (marked) this.selected.add(id);
    this.paint();
    this.live.textContent = `${this.labels.get(id) ?? id} ${marked ? "marked" : "unmarked"}. ${this.tally()}`;
    this.onMarks([...this.selected]);
  }

  clear() {
    this.selected.clear();
    this.paint();
    this.live.textContent = this.tally();
    this.onMarks([]);
  }

  /** Take over a selection from outside, without sending it back. */
  select(ids) {
    this.selected = new Set(ids);
    this.paint();
  }

  tally() {
    const { size } = this.selected;
    return size ? `${count(size, "region", "regions")} marked.` : "Nothing is marked.";
  }

  paint() {
    for (const { regions } of this.views.values()) {
      for (const [id, element] of regions) {
        element.setAttribute("aria-pressed", String(this.selected.has(id)));
      }
    }
    this.root.classList.toggle("has-marks", this.selected.size > 0);
    this.marks.update(this.selected);
  }

  /** Bring one view to the front where there is room for one only. */
  turn(name) {
    for (const [other, { box }] of this.views) box.toggleAttribute("data-current", other === name);
    for (const tab of this.turns.children) {
      tab.setAttribute("aria-pressed", String(tab.dataset.turn === name));
    }
  }

  turnToChosen() {
    const candidate = bus.chosen();
    if (candidate) this.turn(bestView(this.drawings, candidate));
  }

  show() {
    const asked = bus.shown();
    const candidate = asked && this.drawings.trigger_points[asked.trigger_point] ? asked : null;
    const kinds = new Set();
    for (const [name, view] of this.views) {
      const parts = candidate && partsIn(this.drawings.views[name], this.drawings, candidate);
      const { under, over } = parts ? drawParts(parts, view.id) : { under: [], over: [] };
      view.under.replaceChildren(...under);
      view.over.replaceChildren(...over);
      if (!parts) continue;
      for (const kind of ["essential", "spillover", "muscle"]) if (parts[kind]) kinds.add(kind);
      for (const kind of ["marks", "nerves"]) if (parts[kind].length) kinds.add(kind);
    }
    this.root.classList.toggle("has-pattern", candidate !== null);
    this.legend.update(candidate, kinds, this.drawings, bus.chosen() !== null);
  }

  remove() {
    this.stop.abort();
  }
}
