// The storage of a browser, in memory.

/** Storage of the browser, which may be full. */
export class Storage {
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

/** What a window sees of the storage that windows share: where it lags, others' writes come after their news. */
export class LocalStorage {
  /** @param {{ local: Storage, lags: boolean }} browser */
  constructor(browser) {
    this.browser = browser;
    this.seen = new Map(browser.local.items);
  }

  catchUp() {
    this.seen = new Map(this.browser.local.items);
  }

  /** @param {string} key */
  getItem(key) {
    if (!this.browser.lags) this.catchUp();
    return this.seen.get(key) ?? null;
  }

  /**
   * @param {string} key
   * @param {string} value
   */
  setItem(key, value) {
    this.browser.local.setItem(key, value);
    this.seen.set(key, value);
  }

  /** @param {string} key */
  removeItem(key) {
    this.browser.local.removeItem(key);
    this.seen.delete(key);
  }
}
