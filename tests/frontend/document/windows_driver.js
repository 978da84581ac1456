// Windows of one browser, each with the page's own modules, and what happens between them: driven from
// Python, line by line. A line is a list of actions, the answer what each window holds after each of them.
//
// What is not the page's own is small and strict: storage that windows share, a channel whose messages wait
// until they are delivered, and timers that run when they are told to.
import { readFileSync } from "node:fs";
import { createInterface } from "node:readline";
import { SourceTextModule, createContext } from "node:vm";

import { DOCUMENT } from "./person_actions.js";

const FRONTEND = new URL("../../../src/referral_map/app/frontend/", import.meta.url);

/** @type {Map<string, string>} */
const sources = new Map();

/** @param {string} address */
function sourceOf(address) {
  const source = sources.get(address) ?? readFileSync(new URL(address), "utf-8");
  sources.set(address, source);
  return source;
}

class Storage {
  constructor() {
    /** @type {Map<string, string>} */
    this.items = new Map();
    /** @type {string} */
    this.trouble = "";
  }

  /** @param {string} key */
  getItem(key) {
    return this.items.get(key) ?? null;
  }

  /**
   * @param {string} key
   * @param {string} value
   */
  setItem(key, value) {
    if (this.trouble) throw new DOMException("no room", "QuotaExceededError");
    this.items.set(key, value);
  }

  /** @param {string} key */
  removeItem(key) {
    this.items.delete(key);
  }
}

class Tab {
  /** @param {Browser} browser */
  constructor(browser) {
    this.browser = browser;
    this.session = new Storage();
    this.asleep = false;
    /** @type {any} */
    this.store = null;
  }

  async load() {
    this.events = new EventTarget();
    /** @type {any[]} */
    this.timers = [];
    /**
     * Timers that wait for more than what is being done.
     * @type {any[]}
     */
    this.waiting = [];
    /** @type {any[]} */
    this.inbox = [];
    /** @type {((event: { data: unknown }) => void) | null} */
    this.hear = null;
    const context = createContext(this.world());
    /** @type {Map<string, SourceTextModule>} */
    const modules = new Map();
    /** @param {string} address */
    const moduleAt = (address) => {
      const present = modules.get(address);
      if (present) return present;
      const made = new SourceTextModule(sourceOf(address), { context, identifier: address });
      modules.set(address, made);
      return made;
    };
    const main = moduleAt(new URL("document/store.js", FRONTEND).href);
    await main.link((name, from) => moduleAt(new URL(name, from.identifier).href));
    await main.evaluate();
    this.store = main.namespace;
    this.store.start(["en", "es"]);
  }

  world() {
    const tab = this;
    class Channel {
      /** @param {string} name */
      constructor(name) {
        this.name = name;
      }

      /** @param {(event: { data: unknown }) => void} hear */
      set onmessage(hear) {
        tab.hear = hear;
      }

      /** @param {unknown} data */
      postMessage(data) {
        for (const other of tab.browser.tabs)
          if (other !== tab && !other.asleep) other.inbox?.push(structuredClone(data));
      }
    }
    return {
      localStorage: this.browser.local,
      sessionStorage: this.session,
      navigator: { languages: ["en"] },
      BroadcastChannel: Channel,
      EventTarget,
      Event,
      DOMException,
      crypto,
      console: { info: () => {}, error: console.error },
      setTimeout: (/** @type {() => void} */ act, /** @type {number} */ ms) => {
        const timer = { act };
        (ms ? tab.waiting : tab.timers)?.push(timer);
        return timer;
      },
      clearTimeout: (/** @type {unknown} */ timer) => {
        tab.timers = tab.timers?.filter((each) => each !== timer);
        tab.waiting = tab.waiting?.filter((each) => each !== timer);
      },
      addEventListener: (/** @type {string} */ name, /** @type {() => void} */ act) =>
        tab.events?.addEventListener(name, act),
    };
  }

  runTimers() {
    while (this.timers?.length) this.timers.shift().act();
  }

  /** Time goes by. */
  wait() {
    this.runTimers();
    while (this.waiting?.length) this.waiting.shift().act();
    this.runTimers();
  }

  deliver() {
    while (this.inbox?.length) this.hear?.({ data: this.inbox.shift() });
  }

  /** @param {string} name - of an event of the window */
  tell(name) {
    this.events?.dispatchEvent(new Event(name));
  }

  shown() {
    const { store } = this;
    return {
      document: store.current(),
      rest: store.rest(),
      undo: store.canUndo(),
      redo: store.canRedo(),
      unsaved: store.unsaved(),
      trouble: store.storageTrouble(),
      asleep: this.asleep,
    };
  }
}

class Browser {
  constructor() {
    this.local = new Storage();
    /** @type {Tab[]} */
    this.tabs = [];
  }

  async open() {
    const tab = new Tab(this);
    this.tabs.push(tab);
    await tab.load();
  }

  /** Let everything that is on its way arrive. */
  settle() {
    const awake = this.tabs.filter((tab) => !tab.asleep);
    for (const tab of awake) tab.tell("storage");
    const isBusy = () => awake.some((tab) => tab.timers?.length || tab.inbox?.length);
    while (isBusy() || awake.some((tab) => tab.waiting?.length)) {
      while (isBusy()) {
        for (const tab of awake) tab.runTimers();
        for (const tab of awake) tab.deliver();
      }
      for (const tab of awake) tab.wait();
    }
  }

  /** @param {any} action */
  async act(action) {
    const number = action.tab % Math.max(this.tabs.length, 1);
    const tab = this.tabs[number];
    const windows = /** @type {Record<string, (given: any) => unknown>} */ (WINDOWS);
    if (Object.hasOwn(windows, action.do))
      await windows[action.do]({ ...action, browser: this, tab });
    else DOCUMENT[action.do]({ ...action, store: tab.store });
    // Saving waits until the page is drawn, and a window that sleeps has done so before.
    if (action.settle !== false) {
      if (tab?.asleep) tab.wait();
      this.settle();
    }
  }
}

/** What happens to windows. @type {Record<string, (given: any) => unknown>} */
const WINDOWS = {
  open_tab: async ({ browser }) => {
    if (browser.tabs.length < 3) await browser.open();
  },
  close_tab: ({ browser, tab }) => {
    if (browser.tabs.length < 2) return;
    tab.tell("pagehide");
    browser.tabs = browser.tabs.filter((/** @type {Tab} */ each) => each !== tab);
  },
  reload: async ({ tab }) => {
    tab.tell("pagehide");
    tab.asleep = false;
    await tab.load();
  },
  sleep: ({ tab }) => {
    tab.runTimers();
    tab.deliver();
    tab.runTimers();
    tab.asleep = true;
  },
  wake: ({ tab }) => {
    tab.asleep = false;
    tab.tell("pageshow");
  },
  deliver: ({ tab }) => tab.deliver(),
  timers: ({ tab }) => tab.runTimers(),
  storage_full: ({ browser, on }) => {
    browser.local.trouble = on ? "full" : "";
  },
};

/** @param {any[]} actions */
async function played(actions) {
  const browser = new Browser();
  await browser.open();
  const shown = [];
  for (const action of actions) {
    await browser.act(action);
    shown.push({
      tabs: browser.tabs.map((tab) => tab.shown()),
      stored: browser.local.getItem("referral_map.document"),
      keys: [...browser.local.items.keys()],
    });
  }
  return shown;
}

if (!SourceTextModule) throw new Error("start Node with --experimental-vm-modules");
for await (const line of createInterface({ input: process.stdin })) {
  let answer;
  try {
    answer = { shown: await played(JSON.parse(line)) };
  } catch (error) {
    answer = { error: error instanceof Error ? error.stack : String(error) };
  }
  process.stdout.write(`${JSON.stringify(answer)}\n`);
}
