// The life of a part: it is built once for its parent element, updated with each reading, and rebuilt
// when the language changes, or the body that it shows.
import { button, html, keepKeys } from "../lib/dom.js";
import { fetchOnce } from "../lib/fetch_once.js";
import { loadBody, viewsOf } from "../body/views.js";
import { shownBody } from "../document/document.js";
import * as readings from "../document/reading.js";
import * as store from "../document/store.js";
import { useTexts, t } from "../language/words.js";

/** @import { Assets, DrawnBody, Part, PartClass, PartTools } from "../types/page.d.ts" */
/** @import { StreamlitComponent } from "../types/page.d.ts" */
/** @import { Addresses, AreaDrawings, Body, BodyFigure, SkinPoints, Texts } from "../types/wire.d.ts" */

/** What there is of each body. */
const OF_BODY = /** @type {const} */ (["drawings", "skin", "areas"]);

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
 * @template {keyof Assets} Need
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

/** @template {keyof Assets} Need */
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
     * What the part is built with, and what it is being built with: see `wanted`.
     * @type {string | null}
     */
    this.loaded = null;
    /** @type {string | null} */
    this.loading = null;
    this.root = html("div", { class: name }, html("p", { class: "waiting", role: "status" }, "…"));
    this.stop = new AbortController();
    this.listen(this.stop.signal);
    /** @type {PartTools} */
    this.tools = {
      send: (key, value) => this.component.setStateValue(key, value),
      navigate: (page) => this.component.setTriggerValue("navigate", page),
      skinOf: (body) => skinOf(this.component.data.addresses, body),
      figureOf: (body) => figureOf(this.component.data.addresses, body),
    };
    keepKeys(this.root);
    component.parentElement.append(this.root);
  }

  /** @param {AbortSignal} signal */
  listen(signal) {
    // With another document, or none, everything that was opened or chosen for the last one is reset.
    store.on("replaced", () => this.renew(), signal);
    store.on("body", () => this.part && this.follow(), signal);
    store.on("skin_tone", () => this.tone(), signal);
    readings.on(() => this.part && this.feed(), signal);
    this.tone();
  }

  /** The tone of the skin in all pictures of the part: see base.css. */
  tone() {
    this.root.dataset.tone = store.current().skin_tone;
  }

  /** Names what the part has to be built with: the texts, and the body where it shows one. */
  wanted() {
    const { texts } = this.component.data.addresses;
    const showsBody = OF_BODY.some((each) => this.needs.some((need) => need === each));
    return showsBody ? `${texts} ${shownBody(store.current())}` : texts;
  }

  /** Build the part anew where it has to be built with something else. */
  follow() {
    if (this.loaded !== this.wanted()) this.load();
  }

  /** @param {StreamlitComponent} component */
  update(component) {
    this.component = component;
    if (this.part && this.loaded === this.wanted()) this.feed();
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

  /** Rebuild the part as it was when the page was opened; with another body as soon as that is there. */
  renew() {
    if (!this.part || !this.assets || !this.loaded || this.Kind.outlives) return;
    this.build(this.assets, this.loaded);
    this.follow();
  }

  /** @returns {Promise<void>} */
  async load() {
    const wanted = this.wanted();
    if (this.loading === wanted) return;
    this.loading = wanted;
    try {
      const assets = await this.fetchAssets(this.component.data.addresses);
      // Another load has begun, or the language or the body may have been changed again, meanwhile.
      if (this.loading !== wanted) return;
      this.loading = null;
      if (this.wanted() !== wanted) return this.part ? this.follow() : this.load();
      this.build(assets, wanted);
    } catch (error) {
      if (this.loading === wanted) this.fail(error);
    }
  }

  /** @param {Addresses} addresses */
  async fetchAssets(addresses) {
    const body = shownBody(store.current());
    const isLower = this.Kind.views !== "none";
    /** @type {{ [Name in keyof Assets]: () => Promise<Assets[Name]> }} */
    const fetching = {
      texts: async () => /** @type {Texts} */ (await fetchOnce(addresses.texts)),
      drawings: () => (isLower ? lowerBody(addresses, body) : loadBody(addresses, body)),
      skin: () => skinOf(addresses, body),
      areas: async () => /** @type {AreaDrawings} */ (await fetchOnce(addresses.areas[body])),
    };
    /** @type {(Need | "texts")[]} */
    const names = ["texts", ...this.needs];
    const files = await Promise.all(names.map((each) => fetching[each]()));
    const assets = Object.fromEntries(names.map((each, i) => [each, files[i]]));
    // The server holds what it sends to the same declarations (app/held_to_types.py).
    return /** @type {Pick<Assets, Need | "texts">} */ (assets);
  }

  /**
   * @param {Pick<Assets, Need | "texts">} assets
   * @param {string} of - names them: see `wanted`
   */
  build(assets, of) {
    this.assets = assets;
    this.part?.remove();
    useTexts(assets.texts);
    // Streamlit's page says it is in English, whatever it says.
    document.documentElement.lang = assets.texts.language;
    this.root.replaceChildren();
    this.root.lang = assets.texts.language;
    this.part = new this.Kind(this.root, assets, this.tools);
    this.loaded = of;
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

/**
 * A body with the views of its lower part.
 * @param {Addresses} addresses
 * @param {Body} body
 * @returns {Promise<DrawnBody>}
 */
async function lowerBody(addresses, body) {
  const drawn = await loadBody(addresses, body);
  return loadBody(addresses, body, viewsOf(drawn, "lower"));
}

/**
 * @param {Addresses} addresses
 * @param {Body} body
 */
async function figureOf({ figure }, body) {
  return /** @type {BodyFigure} */ (await fetchOnce(figure[body]));
}

/**
 * @param {Addresses} addresses
 * @param {Body} body
 */
async function skinOf({ skin }, body) {
  return /** @type {SkinPoints} */ (await fetchOnce(skin[body]));
}
