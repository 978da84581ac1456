// The other windows of this browser that show the app: what each tells the others.

/** @import { WindowMessage } from "../types/page.d.ts" */

const CHANNEL = "referral_map.windows";

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
