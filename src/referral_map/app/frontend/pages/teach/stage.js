// The body of the teaching page: its views in layers, to look at and to point at.
import { LAYERS } from "../../lib/constants.js";
import { button, html, svg } from "../../lib/dom.js";
import { bestView } from "../../body/referral_pattern.js";
import { drawLabels, labelsFor } from "./labels.js";
import { MuscleLayers } from "./layers.js";
import { overlays } from "./overlays.js";
import { hovers, onTap } from "../../body/taps.js";
import { buildView } from "../../body/view.js";
import { isNavigationKey, nextRegion, readingOrder } from "../../body/arrow_keys.js";
import { regionName, sideName, t } from "../../language/words.js";
import { Zoom } from "../../body/zoom.js";

let lastId = 0;

export class Stage {
  /**
   * @param {{drawings, areas, texts}} assets
   * @param {{muscle(id, side), region(id)}} act - what was pointed at
   */
  constructor(assets, act) {
    lastId += 1;
    Object.assign(this, { assets, act, views: new Map(), state: null, kinds: new Set() });
    this.caption = html("p", { class: "caption", "aria-hidden": "true" });
    const figures = Object.keys(assets.drawings.views).map((name) => this.figure(name));
    const zoom = html(
      "div",
      { class: "zoom", role: "group", "aria-label": t("tools.zoom") },
      button({ "aria-label": t("tools.zoom_in") }, t("teach.larger"), () => this.grow(1.5)),
      button({ "aria-label": t("tools.zoom_out") }, t("teach.smaller"), () => this.grow(1 / 1.5)),
      button({}, t("tools.whole"), () => this.each((view) => view.zoom.whole())),
    );
    this.element = html(
      "div",
      { class: "stage" },
      html("div", { class: "stage-head" }, this.caption, zoom),
      html("div", { class: "stage-views" }, ...figures),
    );
    // Labels keep their size on the screen: they are drawn again when the pictures change their size.
    this.resized = new ResizeObserver(() => this.label());
    this.each(({ svg: picture }) => this.resized.observe(picture));
  }

  each(visit) {
    for (const view of this.views.values()) visit(view);
  }

  /** Zoom around the chosen muscle where a view shows it. */
  grow(factor) {
    const { muscle, sides } = this.state;
    this.each(({ zoom, layers }) =>
      zoom.by(factor, layers.shapes.get(`${muscle}:${sides[0]}`)?.centre),
    );
  }

  figure(name) {
    const drawing = this.assets.drawings.views[name];
    const parts = buildView(name, drawing, `teach${lastId}`);
    const layers = new MuscleLayers(name, drawing, parts, this.assets.texts);
    const labels = svg("g", { class: "labels", "aria-hidden": "true" });
    parts.svg.insertBefore(labels, parts.ring);
    const zoom = new Zoom(parts.svg, drawing.window, () => false);
    const zoomed = new MutationObserver(() => this.label(name));
    zoomed.observe(parts.svg, { attributeFilter: ["viewBox"] });
    const box = html(
      "figure",
      { class: "view", "data-view": name, tabindex: "-1" },
      parts.svg,
      html("figcaption", {}, t(`view.${name}`)),
    );
    this.views.set(name, { ...parts, layers, labels, zoom, zoomed, box, drawing });
    this.listenTo(name, box);
    return box;
  }

  listenTo(name, box) {
    const listen = (type, react) =>
      box.addEventListener(type, (event) => {
        const target = event.target.closest?.("[data-region], [data-muscle]");
        if (target) react(keyOf(target), event);
      });
    onTap(box, "[data-region], [data-muscle]", (target) => {
      if (!this.views.get(name).zoom.dragged) this.take(keyOf(target));
    });
    listen("pointerover", (key, event) => {
      if (hovers(event)) this.highlight(name, key, "pointed");
    });
    listen("focusin", (key, { target }) => {
      this.setTabStop(name, key);
      if (target.matches(":focus-visible")) this.highlight(name, key, "focused");
    });
    listen("keydown", (key, event) => this.onKey(name, key, event));
    box.addEventListener("pointerleave", (event) => {
      if (hovers(event)) this.endHighlight(name);
    });
    box.addEventListener("focusout", () => this.endHighlight(name));
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
    } else if (isNavigationKey(event.key)) {
      event.preventDefault();
      const all = this.targets(name);
      const next = nextRegion(
        event.key,
        key,
        new Map([...all].map(([each, { centre }]) => [each, centre])),
      );
      if (next) all.get(next).element.focus();
    }
  }

  /** What can be pointed at in a view now, by key: a region's id or "muscle:side". */
  targets(name) {
    const { regions, centres, layers } = this.views.get(name);
    if (this.state.layer > 0) return new Map(layers.visible());
    return new Map(
      [...regions].map(([id, element]) => [
        id,
        { element, centre: centres.get(id), path: element.getAttribute("d") },
      ]),
    );
  }

  /** Make this the only tab stop of its view. */
  setTabStop(name, key) {
    for (const [other, { element }] of this.targets(name))
      element.setAttribute("tabindex", other === key ? "0" : "-1");
  }

  highlight(name, key, how) {
    const { ring } = this.views.get(name);
    const target = this.targets(name).get(key);
    if (!target) return;
    ring.setAttribute("d", target.path);
    ring.setAttribute("class", `ring ${how}`);
    const [id, side] = key.split(":");
    this.caption.textContent = side
      ? t("side.after_a_name", { name: this.assets.texts.muscles[id].name, side: sideName(side) })
      : regionName(id);
    this.caption.classList.add("named");
  }

  endHighlight(name) {
    const { svg: picture, ring } = this.views.get(name);
    const focused = picture.querySelector(
      "[data-region]:focus-visible, [data-muscle]:focus-visible",
    );
    if (focused) return this.highlight(name, keyOf(focused), "focused");
    ring.setAttribute("class", "ring");
    this.caption.textContent = t(`teach.hint_${LAYERS[this.state.layer]}`);
    this.caption.classList.remove("named");
  }

  /** Show another selection for a moment, or null for the chosen one. */
  preview(selection) {
    this.draw(selection);
  }

  /** @param {{layer, sides, view, muscle, region, selection, show}} state - see pages/teach/teach_page.js */
  update(state) {
    this.state = state;
    this.element.dataset.layer = LAYERS[state.layer];
    this.showViews();
    for (const [name, { layers, regions }] of this.views) {
      layers.update(state.layer, state.sides, state.muscle);
      for (const [id, element] of regions)
        element.setAttribute("aria-pressed", String(id === state.region));
      this.keepStop(name);
      this.endHighlight(name);
    }
    this.draw();
  }

  /** If the tab stop is gone with its layer, the first target becomes the tab stop. */
  keepStop(name) {
    const all = this.targets(name);
    const current = [...all].find(
      ([, { element }]) => element.getAttribute("tabindex") === "0",
    )?.[0];
    this.setTabStop(
      name,
      current ?? readingOrder(new Map([...all].map(([key, { centre }]) => [key, centre])))[0],
    );
  }

  /** Keep the keyboard in a view whose layer changed under it. */
  focusIn(name) {
    const stop = [...this.targets(name).values()].find(
      ({ element }) => element.getAttribute("tabindex") === "0",
    );
    (stop?.element ?? this.views.get(name).box).focus();
  }

  /** Show one view, or all that show the chosen sides. */
  showViews() {
    const { view, sides, selection } = this.state;
    const single =
      view === "all" ? (selection ? bestView(this.assets.drawings, selection) : "back") : view;
    this.element.toggleAttribute("data-single", view !== "all");
    for (const [name, { box }] of this.views) {
      box.toggleAttribute("data-current", name === single);
      box.toggleAttribute(
        "data-aside",
        (name === "right" || name === "left") && !sides.includes(name),
      );
    }
  }

  draw(selection = null) {
    selection ??= this.state.selection;
    this.kinds = new Set();
    for (const [name, view] of this.views) {
      const overlay = overlays(name, this.assets, this.state, selection, view.id);
      view.under.replaceChildren(...overlay.under);
      view.over.replaceChildren(...overlay.over);
      view.overlay = overlay;
      for (const kind of overlay.kinds) this.kinds.add(kind);
    }
    this.label();
  }

  label(only) {
    if (!this.state) return;
    for (const [name, { labels, layers, overlay, svg: picture }] of this.views) {
      if (only && name !== only) continue;
      drawLabels(
        labels,
        this.state.show.labels ? labelsFor(this.assets.texts, layers, overlay) : [],
        picture,
        overlay.marks,
      );
    }
  }

  remove() {
    this.resized.disconnect();
    this.each(({ zoom, zoomed }) => {
      zoom.remove();
      zoomed.disconnect();
    });
  }
}

function keyOf({ dataset: { region, muscle, side } }) {
  return region ?? `${muscle}:${side}`;
}
