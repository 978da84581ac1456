// One record in several windows. Each change has a stamp, and every window puts the changes in the order of
// their stamps: one that arrives late is put where it belongs, and what came after it is made again. So all
// windows come to the same record, and no change is lost, whichever window hears of it first.
import { changed } from "./record.js";

/** @import { Change, PersonRecord, Stamp, Stamped } from "../types/page.d.ts" */

/** Changes that can still be put in order. Windows that live hear of a change within a moment. */
const MOST_LOGGED = 60;
/** Changes that are remembered by name, to know which of them a stored record holds. */
const MOST_KNOWN = 200;

/**
 * Whether a stamp comes before another.
 * @param {Stamp} one
 * @param {Stamp} other
 */
export function isBefore(one, other) {
  return one.clock === other.clock ? one.window < other.window : one.clock < other.clock;
}

/** @param {Stamp} stamp */
const nameOf = ({ clock, window }) => `${clock}.${window}`;

export class SharedRecord {
  /**
   * @param {PersonRecord} record
   * @param {string} window - a name that no other window has
   * @param {number} [clock] - of the last change it holds
   * @param {readonly string[]} [known] - names of the last changes it holds
   */
  constructor(record, window, clock = 0, known = []) {
    this.record = record;
    this.window = window;
    this.clock = clock;
    this.known = new Set(known);
    /**
     * The last changes in their order, each with the record before it.
     * @type {{ stamped: Stamped, before: PersonRecord }[]}
     */
    this.log = [];
  }

  /** Names of the last changes that the record holds. */
  names() {
    return [...this.known];
  }

  /**
   * Make a change of this window; null where it changes nothing.
   * @param {Change} change
   * @returns {Stamped | null}
   */
  make(change) {
    if (changed(this.record, change) === this.record) return null;
    const stamped = { stamp: { clock: this.clock + 1, window: this.window }, change };
    this.take(stamped);
    return stamped;
  }

  /**
   * Take a change of any window; false for one that is known already.
   * @param {Stamped} stamped
   */
  take(stamped) {
    const name = nameOf(stamped.stamp);
    if (this.known.has(name)) return false;
    this.remember(name);
    this.clock = Math.max(this.clock, stamped.stamp.clock);
    const later = this.log.findIndex(({ stamped: { stamp } }) => isBefore(stamped.stamp, stamp));
    const after = later < 0 ? [] : this.log.splice(later).map((each) => each);
    if (after.length) this.record = after[0].before;
    for (const each of [stamped, ...after.map((entry) => entry.stamped)]) this.apply(each);
    return true;
  }

  /** @param {Stamped} stamped */
  apply(stamped) {
    this.log.push({ stamped, before: this.record });
    if (this.log.length > MOST_LOGGED) this.log.shift();
    this.record = changed(this.record, stamped.change);
  }

  /** @param {string} name */
  remember(name) {
    this.known.add(name);
    if (this.known.size > MOST_KNOWN) this.known.delete([...this.known][0]);
  }

  /**
   * Take over a record of another window, from the storage or as it says itself, and make again what it
   * does not hold yet. False where it holds nothing new, or less than this window knows.
   * @param {PersonRecord} record
   * @param {number} clock
   * @param {readonly string[]} names - of the last changes it holds
   * @param {boolean} [always] - even if it holds nothing new
   */
  takeOver(record, clock, names, always = false) {
    const isKnown = names.every((name) => this.known.has(name));
    if (isKnown && !always) return false;
    const held = new Set(names);
    /** @param {string} name - of a change that the record may hold without naming it */
    const isMissed = (name) => !held.has(name) && Number.parseInt(name) > clock - MOST_LOGGED;
    const own = this.log
      .map(({ stamped }) => stamped)
      .filter((each) => isMissed(nameOf(each.stamp)));
    // What it does not hold, and cannot be made again here, would be lost.
    if ([...this.known].filter(isMissed).length > own.length) return false;
    // Each window counts for itself how often it began with another document.
    this.record = { ...record, edition: this.record.edition };
    this.log = [];
    this.clock = Math.max(this.clock, clock);
    for (const name of names) this.remember(name);
    for (const stamped of own) this.apply(stamped);
    return true;
  }
}
