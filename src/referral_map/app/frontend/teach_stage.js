// The body of the teaching page: its views in layers, to look at and to point at.
import { button, html, svg } from "./dom.js";
import { bestView } from "./pattern.js";
import { drawLabels, wanted } from "./teach_labels.js";
import { LAYERS, MuscleLayers } from "./teach_layers.js";
import { overlays } from "./teach_overlays.js";
import { hovers, onTap } from "./taps.js";
import { buildView } from "./view.js";
import { isWalkingKey, nextRegion, readingOrder } from "./walking.js";
import { regionName, sideName, t } from "./words.js";
import { Zoom } from "./zoom.js";

let made = 0;

export class Stage {
  /**
   * @param {{drawings, areas, texts}} assets
   * @param {{muscle(id, side), region(id)}} act - what was pointed at
   */
  constructor(assets, act) {
    made += 1;
    Object.assign(this, { assets, act, views: new Map(), state: null, kinds: new Set() });
    this.caption = html("p", { class: "caption", "aria-hidden": "true" });
    const figures = Object.keys(assets.drawings.views).map((name) => this.figure(name));
    const zoom = html("div", { class: "zoom", role: "group", "aria-label": t("tools.zoom") },
      button({ "aria-label": t("tools.zoom_in") }, t("teach.larger"), () => this.grow(1.5)),
      button({ "aria-label": t("tools.zoom_out") }, t("teach.smaller"), () => this.grow(1 / 1.5)),
      button({}, t("tools.whole"), () => this.each((view) => view.zoom.whole())));
    this.element = html("div", { class: "stage" }, html("div", { class: "stage-head" }, this.caption, zoom),
      html("div", { class: "stage-views" }, ...figures));
    // Names keep their size on the screen: they are set anew when the pictures grow or shrink.
    this.resized = new ResizeObserver(() => this.label());
    this.each(({ svg: picture }) => this.resized.observe(picture));
  }

  each(visit) {
    for (const view of this.views.values()) visit(view);
  }

  /** Zoom about the chosen muscle where a view shows it. */
  grow(factor) {
    const { muscle, sides } = this.state;
    this.each(({ zoom, layers }) => zoom.by(factor, layers.shapes.get(`${muscle}:${sides[0]}`)?.centre));
  }

  figure(name) {
    const drawn = this.assets.drawings.views[name];
    const parts = buildView(name, drawn, `teach${made}`);
    const layers = new MuscleLayers(name, drawn, parts, this.assets.texts);
    const labels = svg("g", { class: "labels", "aria-hidden": "true" });
    parts.svg.insertBefore(labels, parts.ring);
    const zoom = new Zoom(parts.svg, drawn.window, () => false);
    const zoomed = new MutationObserver(() => this.label(name));
    zoomed.observe(parts.svg, { attributeFilter: ["viewBox"] });
    const box = html("figure", { class: "view", "data-view": name, tabindex: "-1" }, parts.svg, html("figcaption", {}, t(`view.${name}`)));
    this.views.set(name, { ...parts, layers, labels, zoom, zoomed, box, drawn });
    this.wire(name, box);
    return box;
  }

  wire(name, box) {
    const listen = (type, react) => box.addEventListener(type, (event) => {
      const target = event.target.closest?.("[data-region], [data-muscle]");
      if (target) react(keyOf(target), event);
    });
    onTap(box, "[data-region], [data-muscle]", (target) => {
      if (!this.views.get(name).zoom.dragged) this.take(keyOf(target));
    });
    listen("pointerover", (key, event) => { if (hovers(event)) this.light(name, key, "pointed"); });
    listen("focusin", (key, { target }) => {
      this.stopAt(name, key);
      if (target.matches(":focus-visible")) this.light(name, key, "focused");
    });
    listen("keydown", (key, event) => this.onKey(name, key, event));
    box.addEventListener("pointerleave", (event) => { if (hovers(event)) this.unlight(name); });
    box.addEventListener("focusout", () => this.unlight(name));
  }

  take(key) {
    const [id, side] = key.split(":");
    return side ? this.act.muscle(id, side) : this.act.region(id);
  }

  onKey(name, key, event) {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "Enter" || event.key === " ") {
      event.preventDefault();
      if (!event.repeat) this.take(key);
    } else if (isWalkingKey(event.key)) {
      event.preventDefault();
      const all = this.targets(name);
      const next = nextRegion(event.key, key, new Map([...all].map(([each, { centre }]) => [each, centre])));
      if (next) all.get(next).element.focus();
    }
  }

  /** What can be pointed at in a view now, by key: a region's id or "muscle:side". */
  targets(name) {
    const { regions, centres, layers } = this.views.get(name);
    if (this.state.layer > 0) return new Map(layers.visible());
    return new Map([...regions].map(([id, element]) => [id, { element, centre: centres.get(id), path: element.getAttribute("d") }]));
  }

  /** One tab stop a view. */
  stopAt(name, key) {
    for (const [other, { element }] of this.targets(name)) element.setAttribute("tabindex", other === key ? "0" : "-1");
  }

  light(name, key, how) {
    const { ring } = this.views.get(name);
    const target = this.targets(name).get(key);
    if (!target) return;
    ring.setAttribute("d", target.path);
    ring.setAttribute("class", `ring ${how}`);
    const [id, side] = key.split(":");
    this.caption.textContent = side
      ? t("side.after_a_name", { name: this.assets.texts.muscles[id].name, side: sideName(side) }) : regionName(id);
    this.caption.classList.add("named");
  }

  unlight(name) {
    const { svg: picture, ring } = this.views.get(name);
    const focused = picture.querySelector("[data-region]:focus-visible, [data-muscle]:focus-visible");
    if (focused) return this.light(name, keyOf(focused), "focused");
    ring.setAttribute("class", "ring");
    this.caption.textContent = t(`teach.hint_${LAYERS[this.state.layer]}`);
    this.caption.classList.remove("named");
  }

  /** Show something else for a moment: {id, points}, or null for what is chosen. */
  preview(thing) {
    this.draw(thing);
  }

  /** @param {{layer, sides, view, muscle, region, thing, show}} state - see teach_page.js */
  update(state) {
    this.state = state;
    this.element.dataset.layer = LAYERS[state.layer];
    this.turn();
    for (const [name, { layers, regions }] of this.views) {
      layers.update(state.layer, state.sides, state.muscle);
      for (const [id, element] of regions) element.setAttribute("aria-pressed", String(id === state.region));
      this.keepStop(name);
      this.unlight(name);
    }
    this.draw();
  }

  /** Where the tab stop went away with its layer, the first of what is there takes it. */
  keepStop(name) {
    const all = this.targets(name);
    const kept = [...all].find(([, { element }]) => element.getAttribute("tabindex") === "0")?.[0];
    this.stopAt(name, kept ?? readingOrder(new Map([...all].map(([key, { centre }]) => [key, centre])))[0]);
  }

  /** Keep the keyboard in a view whose layer changed under it. */
  focusIn(name) {
    const stop = [...this.targets(name).values()].find(({ element }) => element.getAttribute("tabindex") === "0");
    (stop?.element ?? this.views.get(name).box).focus();
  }

  /** Which views stand there: one, or all that show the sides wanted. */
  turn() {
    const { view, sides, thing } = this.state;
    const single = view === "all" ? (thing ? bestView(this.assets.drawings, thing) : "back") : view;
    this.element.toggleAttribute("data-single", view !== "all");
    for (const [name, { box }] of this.views) {
      box.toggleAttribute("data-current", name === single);
      box.toggleAttribute("data-aside", (name === "right" || name === "left") && !sides.includes(name));
    }
  }

  draw(thing = null) {
    thing ??= this.state.thing;
    this.kinds = new Set();
    for (const [name, view] of this.views) {
      const laid = overlays(name, this.assets, this.state, thing, view.id);
      view.under.replaceChildren(...laid.under);
      view.over.replaceChildren(...laid.over);
      view.laid = laid;
      for (const kind of laid.kinds) this.kinds.add(kind);
    }
    this.label();
  }

  label(only) {
    if (!this.state) return;
    for (const [name, { labels, layers, laid, svg: picture }] of this.views) {
      if (only && name !== only) continue;
      drawLabels(labels, this.state.show.labels ? wanted(this.assets.texts, layers, laid) : [], picture, laid.marks);
    }
  }

  remove() {
    this.resized.disconnect();
    this.each(({ zoom, zoomed }) => { zoom.remove(); zoomed.disconnect(); });
  }
}

function keyOf({ dataset: { region, muscle, side } }) {
  return region ?? `${muscle}:${side}`;
}
