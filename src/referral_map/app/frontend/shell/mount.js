// The life of a part: it is built once for its parent element, updated with each reading, and rebuilt
// when the language changes.
import { button, html, keepKeys } from "../lib/dom.js";
import { fetchOnce } from "../lib/fetch_once.js";
import * as readings from "../document/reading.js";
import * as store from "../document/store.js";
import { useTexts, t } from "../language/words.js";

/** A message in place of a part that could not be loaded. */
export function notLoaded() {
  return html(
    "p",
    { class: "waiting", role: "alert" },
    t("app.not_loaded", {}, "This part of the page could not be loaded."),
  );
}

/**
 * The default export of a component.
 * @param {string} name - class of its root
 * @param {string[]} needs - names of addresses it reads, besides "texts"
 * @param {new (root, assets, tools) => {update(data), remove()}} Part
 */
export function mount(name, needs, Part) {
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
    // With another document, or none, everything that was opened or chosen for the last one is reset.
    store.on("replaced", () => this.renew(), this.stop.signal);
    readings.on(() => this.part && this.feed(), this.stop.signal);
    this.tools = {
      send: (key, value) => this.component.setStateValue(key, value),
      navigate: (page) => this.component.setTriggerValue("navigate", page),
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

  /** An error in a part becomes a sentence in its place; the other parts go on working. */
  feed() {
    try {
      this.part.update({ ...this.data, reading: readings.latest() });
    } catch (error) {
      this.fail(error);
    }
  }

  /** Rebuild the part as it was when the page was opened. */
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
      const files = await Promise.all(names.map((each) => fetchOnce(addresses[each])));
      // The language may have been changed again during the request.
      if (this.data.addresses.texts !== addresses.texts) return this.loadAgain();
      this.build(Object.fromEntries(names.map((each, i) => [each, files[i]])));
    } catch (error) {
      this.fail(error);
    }
  }

  loadAgain() {
    this.loading = null;
    return this.load();
  }

  build(assets) {
    this.assets = assets;
    this.part?.remove();
    useTexts(assets.texts);
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
