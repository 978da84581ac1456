// The life of a part: it is built once for its parent element, updated with each reading, and rebuilt
// when the language changes.
import { button, html, keepKeys } from "../lib/dom.js";
import { fetchOnce } from "../lib/fetch_once.js";
import * as readings from "../document/reading.js";
import * as store from "../document/store.js";
import { useTexts, t } from "../language/words.js";

/** @import { Assets, Part, PartClass, PartTools, StreamlitComponent } from "../types/page.d.ts" */
/** @import { Addresses } from "../types/wire.d.ts" */

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
 * @template {keyof Addresses} Need
 * @param {string} name - class of its root
 * @param {readonly Need[]} needs - names of addresses it reads, besides "texts"
 * @param {PartClass<Need>} Kind - what is built
 * @returns {(component: StreamlitComponent) => () => void}
 */
export function mount(name, needs, Kind) {
  /** @type {WeakMap<Node, Holder<Need>>} */
  const holders = new WeakMap();
  return (component) => {
    const parent = component.parentElement;
    const holder = holders.get(parent) ?? new Holder(component, name, needs, Kind);
    holders.set(parent, holder);
    holder.update(component);
    return () => {
      holders.get(parent)?.remove();
      holders.delete(parent);
    };
  };
}

/** @template {keyof Addresses} Need */
class Holder {
  /**
   * @param {StreamlitComponent} component
   * @param {string} name
   * @param {readonly Need[]} needs
   * @param {PartClass<Need>} Kind
   */
  constructor(component, name, needs, Kind) {
    this.needs = needs;
    this.Kind = Kind;
    this.component = component;
    /** @type {Part | null} */
    this.part = null;
    /** @type {Pick<Assets, Need | "texts"> | null} */
    this.assets = null;
    /**
     * Address of the texts with which the part is built, and of those it is being built with.
     * @type {string | null}
     */
    this.loaded = null;
    /** @type {string | null} */
    this.loading = null;
    this.root = html("div", { class: name }, html("p", { class: "waiting", role: "status" }, "…"));
    this.stop = new AbortController();
    // With another document, or none, everything that was opened or chosen for the last one is reset.
    store.on("replaced", () => this.renew(), this.stop.signal);
    readings.on(() => this.part && this.feed(), this.stop.signal);
    /** @type {PartTools} */
    this.tools = {
      send: (key, value) => this.component.setStateValue(key, value),
      navigate: (page) => this.component.setTriggerValue("navigate", page),
    };
    keepKeys(this.root);
    component.parentElement.append(this.root);
  }

  /** @param {StreamlitComponent} component */
  update(component) {
    this.component = component;
    if (this.part && this.loaded === component.data.addresses.texts) this.feed();
    else this.load();
  }

  /** An error in a part becomes a sentence in its place; the other parts go on working. */
  feed() {
    try {
      this.part?.update({ ...this.component.data, reading: readings.latest() });
    } catch (error) {
      this.fail(error);
    }
  }

  /** Rebuild the part as it was when the page was opened. */
  renew() {
    if (!this.part || !this.assets || this.Kind.outlives) return;
    this.loading = this.loaded;
    this.build(this.assets);
  }

  /** @returns {Promise<void>} */
  async load() {
    const { addresses } = this.component.data;
    if (this.loading === addresses.texts) return;
    this.loading = addresses.texts;
    try {
      const assets = await this.fetchAssets(addresses);
      // The language may have been changed again during the request.
      if (this.component.data.addresses.texts !== addresses.texts) return this.loadAgain();
      this.build(assets);
    } catch (error) {
      this.fail(error);
    }
  }

  /** @param {Addresses} addresses */
  async fetchAssets(addresses) {
    /** @type {(Need | "texts")[]} */
    const names = ["texts", ...this.needs];
    const files = await Promise.all(names.map((each) => fetchOnce(addresses[each])));
    const assets = Object.fromEntries(names.map((each, i) => [each, files[i]]));
    // The server holds what it sends to the same declarations (app/held_to_types.py).
    return /** @type {Pick<Assets, Need | "texts">} */ (assets);
  }

  loadAgain() {
    this.loading = null;
    return this.load();
  }

  /** @param {Pick<Assets, Need | "texts">} assets */
  build(assets) {
    this.assets = assets;
    this.part?.remove();
    useTexts(assets.texts);
    // Streamlit's page says it is in English, whatever it says.
    document.documentElement.lang = assets.texts.language;
    this.root.replaceChildren();
    this.root.lang = assets.texts.language;
    this.part = new this.Kind(this.root, assets, this.tools);
    this.loaded = this.loading;
    this.loading = null;
    this.feed();
  }

  /** @param {unknown} error */
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
