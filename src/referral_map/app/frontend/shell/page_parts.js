// The parts of a page, each in a shadow root with its own style.
//
// To Streamlit they are one component, which gives them the addresses of their files and the language.
import { arrange, html } from "../lib/dom.js";
import * as carrying from "../document/carrying.js";
import * as readings from "../document/reading.js";
import * as store from "../document/store.js";
import { keepScroll, leave } from "./kept_scroll.js";
import { notLoaded } from "./mount.js";
import { closeStreamlitDialogs } from "./streamlit_dialogs.js";

/** @import { StreamlitComponent } from "../types/page.d.ts" */

let started = false;

/**
 * Open the person's document: once, though Streamlit may build the page's parts again.
 * @param {string[]} languages
 */
function start(languages) {
  if (started) return;
  started = true;
  closeStreamlitDialogs();
  store.start(languages);
  readings.start();
  carrying.start();
}

export class PageParts {
  /**
   * @param {StreamlitComponent["parentElement"]} parent
   * @param {string} code - address of the modules and styles, relative to the page
   * @param {string[]} languages - codes of those the page can be read in
   */
  constructor(parent, code, languages) {
    start(languages);
    this.code = new URL(code, document.baseURI).href;
    this.root = html("div", { class: "parts-of-page" });
    /** @type {Map<string, Part>} */
    this.parts = new Map();
    this.stop = new AbortController();
    this.opened = keepScroll(this.root, this.stop.signal);
    parent.append(this.root);
  }

  /**
   * Feed each part of the page; `data.parts` names them.
   * @param {StreamlitComponent} component
   */
  update(component) {
    const { parts, page } = component.data;
    this.opened(page);
    for (const [name, part] of this.parts) {
      if (parts.includes(name)) continue;
      part.remove();
      this.parts.delete(name);
    }
    const fed = parts.map((name) => {
      const part = this.parts.get(name) ?? new Part(name, this.code);
      this.parts.set(name, part);
      part.feed(toldOfLeaving(component));
      return part.element;
    });
    arrange(this.root, fed);
  }

  remove() {
    this.stop.abort();
    for (const part of this.parts.values()) part.remove();
    this.root.remove();
  }
}

/**
 * A component that tells when another page is asked for.
 * @param {StreamlitComponent} component
 * @returns {StreamlitComponent}
 */
function toldOfLeaving(component) {
  return {
    ...component,
    setTriggerValue: (key, value) => {
      if (key === "navigate") leave();
      component.setTriggerValue(key, value);
    },
  };
}

class Part {
  /**
   * @param {string} name
   * @param {string} code - address of the modules and styles
   */
  constructor(name, code) {
    this.element = html("div", { "data-part": name });
    this.shadow = this.element.attachShadow({ mode: "open" });
    this.closed = false;
    /** @type {StreamlitComponent | null} */
    this.latest = null;
    /** @type {((component: StreamlitComponent) => () => void) | null} */
    this.show = null;
    /** @type {(() => void) | null} */
    this.end = null;
    this.open(name, code);
  }

  /**
   * @param {string} name
   * @param {string} code
   */
  async open(name, code) {
    const style = html("link", { rel: "stylesheet", href: `${code}pages/${name}/index.css` });
    const styled = new Promise((done) => {
      for (const each of ["load", "error"]) style.addEventListener(each, done);
    });
    this.shadow.append(style);
    try {
      const [module] = await Promise.all([import(`${code}pages/${name}/index.js`), styled]);
      if (this.closed) return;
      this.show = module.default;
      if (this.latest) this.feed(this.latest);
    } catch (error) {
      console.error(error);
      this.shadow.append(notLoaded());
    }
  }

  /** @param {StreamlitComponent} component */
  feed(component) {
    this.latest = component;
    if (this.show) this.end = this.show({ ...component, parentElement: this.shadow });
  }

  remove() {
    this.closed = true;
    this.end?.();
    this.element.remove();
  }
}
