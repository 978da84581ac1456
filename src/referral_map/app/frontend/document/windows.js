// The other windows of this browser that show the app: what each tells the others, and what of it is taken.
import { SESSION_VERSION } from "../lib/constants.js";
import { stepsOf } from "./record.js";

/** @import { SharedRecord } from "./shared_record.js" */
/** @import { WindowMessage } from "../types/page.d.ts" */

// Windows of a version with documents of another form know of each other by what is stored alone.
const CHANNEL = `referral_map.windows.${SESSION_VERSION}`;

/** A name that no other window has. */
export function windowName() {
  return [...crypto.getRandomValues(new Uint32Array(2))].map((each) => each.toString(36)).join("");
}

export class OtherWindows {
  /** @param {(message: WindowMessage) => void} hear */
  constructor(hear) {
    this.channel = new BroadcastChannel(CHANNEL);
    this.channel.onmessage = ({ data }) => hear(data);
  }

  /** @param {WindowMessage} message */
  tell(message) {
    this.channel.postMessage(message);
  }
}

/**
 * Whether what another window knows is better than what this one does, though it may be the same changes: what
 * can be undone, and in which order things were done. A window that is behind learns it from one that is not;
 * where all are behind, from the one that knows of most steps. One that is new takes what it is told.
 * @param {SharedRecord} shared
 * @param {boolean} isBehind - whether this window is
 * @param {Extract<WindowMessage, { kind: "record" }>} message
 */
export function isBetter(shared, isBehind, message) {
  const more = stepsOf(message.record) - stepsOf(shared.record);
  if (!isBehind) return shared.log.length === 0 && more > 0;
  const isFirst = more > 0 || (more === 0 && message.window < shared.window);
  return isFirst || !message.isBehind;
}
