// How a part comes to life: built once for its parent element, fed at each answer of the server,
// built anew when the language changes.
import { fetchOnce } from "./bus.js";
import { button, html, keepKeys } from "./dom.js";
import * as said from "./said.js";
import * as store from "./store.js";
import { speak, t } from "./words.js";

/** Stands in the place of what could not be loaded. */
export function notLoaded() {
  return html("p", { class: "waiting", role: "alert" }, t("app.not_loaded", {}, "This part of the page could not be loaded."));
}

/**
 * The default export of a component.
 * @param {string} name - class of its root
 * @param {string[]} needs - names of addresses it reads, besides "texts"
 * @param {new (root, assets, tools) => {update(data), remove()}} Part
 */
export function mounted(name, needs, Part) {
  const holders = new WeakMap();
  return (component) => {
    const parent = component.parentElement;
    if (!holders.has(parent)) holders.set(parent, new Holder(parent, name, needs, Part));
    holders.get(parent).update(component);
    return () => {
      holders.get(parent)?.remove();
      holders.delete(parent);
    };
  };
}

class Holder {
  constructor(parent, name, needs, Part) {
    Object.assign(this, { needs, Part, part: null, loaded: null, loading: null });
    this.root = html("div", { class: name }, html("p", { class: "waiting", role: "status" }, "…"));
    this.stop = new AbortController();
    // Another person's document, or none: what was unfolded or chosen for the last one goes, too.
    store.on("replaced", () => this.renew(), this.stop.signal);
    said.on(() => this.part && this.feed(), this.stop.signal);
    this.tools = {
      send: (key, value) => this.component.setStateValue(key, value),
      turn: (page) => this.component.setTriggerValue("turn", page),
    };
    keepKeys(this.root);
    parent.append(this.root);
  }

  update(component) {
    const { data } = component;
    this.component = component;
    this.data = data;
    if (this.part && this.loaded === data.addresses.texts) this.feed();
    else this.load();
  }

  /** What goes wrong in a part is told in its place, in a sentence: the others go on. */
  feed() {
    try {
      this.part.update({ ...this.data, reading: said.reading() });
    } catch (error) {
      this.fail(error);
    }
  }

  /** Builds the part anew, as it was when the page was opened. */
  renew() {
    if (!this.part || this.Part.outlives) return;
    this.loading = this.loaded;
    this.build(this.assets);
  }

  async load() {
    const { addresses } = this.data;
    if (this.loading === addresses.texts) return;
    this.loading = addresses.texts;
    try {
      const names = ["texts", ...this.needs];
      const found = await Promise.all(names.map((each) => fetchOnce(addresses[each])));
      // A newer language may have been asked for while this one was on its way.
      if (this.data.addresses.texts !== addresses.texts) return this.again();
      this.build(Object.fromEntries(names.map((each, i) => [each, found[i]])));
    } catch (error) {
      this.fail(error);
    }
  }

  again() {
    this.loading = null;
    return this.load();
  }

  build(assets) {
    this.assets = assets;
    this.part?.remove();
    speak(assets.texts);
    this.root.replaceChildren();
    this.root.lang = assets.texts.language;
    this.part = new this.Part(this.root, assets, this.tools);
    this.loaded = this.loading;
    this.loading = null;
    this.feed();
  }

  fail(error) {
    console.error(error);
    this.loading = null;
    this.part?.remove();
    this.part = null;
    this.root.replaceChildren(
      notLoaded(),
      button({ class: "again" }, t("app.try_again", {}, "Try again"), () => this.load()),
    );
  }

  remove() {
    this.stop.abort();
    this.part?.remove();
    this.root.remove();
  }
}
