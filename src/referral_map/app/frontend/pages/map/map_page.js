// The map: first the choice of a body, where nobody has chosen one, and then the body to mark.
import { BodyMap } from "./body_map.js";
import { BodyChoice } from "./body_choice.js";
import { shownBody } from "../../document/document.js";
import * as store from "../../document/store.js";

/**
 * @import { Assets, PartTools } from "../../types/page.d.ts"
 */

/** Whether a body was just chosen here: then the keyboard goes on in the map. */
const just = { chosen: false };

export class MapPage {
  /** What it shows it loads itself. */
  static views = /** @type {const} */ ("none");

  /**
   * @param {HTMLElement} root
   * @param {Pick<Assets, "drawings" | "skin" | "texts">} assets
   * @param {PartTools} tools
   */
  constructor(root, assets, tools) {
    this.root = root;
    this.assets = assets;
    this.tools = tools;
    this.stop = new AbortController();
    /** @type {BodyMap | BodyChoice} */
    this.shown = this.build();
    store.on("body", () => this.follow(), this.stop.signal);
  }

  build() {
    if (store.current().body === null) return new BodyChoice(this.root, this.tools, choose);
    const map = new BodyMap(this.root, this.assets, this.tools);
    if (just.chosen) map.focus();
    just.chosen = false;
    return map;
  }

  /** Once a body is chosen it is shown; another one than was loaded brings a map of its own. */
  follow() {
    if (this.shown instanceof BodyMap) return;
    if (shownBody(store.current()) !== this.assets.drawings.body) return;
    this.shown.remove();
    this.root.replaceChildren();
    this.shown = this.build();
  }

  update() {}

  remove() {
    this.stop.abort();
    this.shown.remove();
  }
}

/** @param {import("../../types/wire.d.ts").Body} body */
function choose(body) {
  just.chosen = true;
  store.set("body", body);
}
