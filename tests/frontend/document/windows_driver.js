// Windows of one browser, each with the page's own modules, and what happens between them: driven from
// Python, line by line. A line is a list of actions, the answer what each window holds after each of them.
//
// What is not the page's own is small and strict: storage that windows share, a channel whose messages wait
// until they are delivered, and timers that run when they are told to.
import { readFileSync } from "node:fs";
import { createInterface } from "node:readline";
import { SourceTextModule, createContext } from "node:vm";

import { DOCUMENT } from "./person_actions.js";
import { LocalStorage, Storage } from "./windows_storage.js";

const FRONTEND = new URL("../../../src/referral_map/app/frontend/", import.meta.url);

/** Windows that tell each other more often than this about one action would do so for ever. */
const MOST_ROUNDS = 1000;

/** @type {Map<string, string>} */
const sources = new Map();

/** @param {string} address */
function sourceOf(address) {
  const source = sources.get(address) ?? readFileSync(new URL(address), "utf-8");
  sources.set(address, source);
  return source;
}

class Tab {
  /** @param {Browser} browser */
  constructor(browser) {
    this.browser = browser;
    this.session = new Storage();
    this.local = new LocalStorage(browser);
    this.asleep = false;
    /** @type {any} */
    this.store = null;
  }

  async load() {
    this.local.catchUp();
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
      localStorage: this.local,
      sessionStorage: this.session,
      navigator: { languages: ["en"] },
      BroadcastChannel: Channel,
      EventTarget,
      Event,
      DOMException,
      crypto: {
        getRandomValues: (/** @type {Uint32Array} */ values) => tab.browser.randomly(values),
      },
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
    /** Whether a window sees late what others wrote. */
    this.lags = false;
    this.random = 13;
    /** @type {Tab[]} */
    this.tabs = [];
  }

  /**
   * Numbers that are the same each time the same is played.
   * @param {Uint32Array} values
   */
  randomly(values) {
    for (let at = 0; at < values.length; at += 1)
      values[at] = this.random = (Math.imul(this.random, 1664525) + 1013904223) >>> 0;
    return values;
  }

  async open() {
    const tab = new Tab(this);
    this.tabs.push(tab);
    await tab.load();
  }

  /** Let everything that is on its way arrive. */
  settle() {
    const awake = this.tabs.filter((tab) => !tab.asleep);
    const showStorage = () => {
      for (const tab of awake) {
        tab.local.catchUp();
        tab.tell("storage");
      }
    };
    if (!this.lags) showStorage();
    const isBusy = () => awake.some((tab) => tab.timers?.length || tab.inbox?.length);
    let rounds = 0;
    while (isBusy() || awake.some((tab) => tab.waiting?.length)) {
      while (isBusy()) {
        if ((rounds += 1) > MOST_ROUNDS) throw new Error("the windows never come to rest");
        for (const tab of awake) tab.runTimers();
        for (const tab of awake) tab.deliver();
      }
      showStorage();
      for (const tab of awake) tab.wait();
    }
  }

  /** @param {any} action */
  async act(action) {
    const number = action.tab % Math.max(this.tabs.length, 1);
    const tab = this.tabs[number];
    // Who touches a window that slept does so long after the others wrote.
    if (tab?.asleep) tab.local.catchUp();
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
    tab.local.catchUp();
    tab.tell("pageshow");
  },
  deliver: ({ tab }) => tab.deliver(),
  timers: ({ tab }) => tab.runTimers(),
  storage_full: ({ browser, on }) => {
    browser.local.trouble = on ? "full" : "";
  },
  storage_lags: ({ browser, on }) => {
    browser.lags = on;
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
