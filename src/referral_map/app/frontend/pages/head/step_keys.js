// The keys that undo and redo on every page: Ctrl or Cmd with Z, with Shift and Z, and with Y.
import * as store from "../../document/store.js";
import { t } from "../../language/words.js";

/** Fields in which these keys change what is typed. */
const TYPED_IN =
  'textarea, select, [contenteditable], input:not([type="checkbox"], [type="radio"], [type="range"])';

/** What is said of a step, as the buttons of the map say it. */
const DONE = { undo: "map.undone", redo: "map.redone" };

/**
 * @param {(text: string) => void} announce - tells a screen reader
 * @param {AbortSignal} signal
 */
export function listenForSteps(announce, signal) {
  addEventListener(
    "keydown",
    (event) => {
      const way = wayOf(event);
      if (!way || isTypedIn(event) || isAsked(event)) return;
      event.preventDefault();
      const isDone = way === "undo" ? store.canUndo() : store.canRedo();
      if (way === "undo") store.undo();
      else store.redo();
      announce(t(isDone ? DONE[way] : `tools.${way}_nothing`));
    },
    { signal },
  );
}

/**
 * @param {KeyboardEvent} event
 * @returns {"undo" | "redo" | ""}
 */
function wayOf({ key, ctrlKey, metaKey, altKey, shiftKey }) {
  if (ctrlKey === metaKey || altKey) return "";
  const letter = key.toLowerCase();
  if (letter === "z") return shiftKey ? "redo" : "undo";
  return letter === "y" && !shiftKey ? "redo" : "";
}

/** @param {KeyboardEvent} event */
function isTypedIn(event) {
  const [target] = event.composedPath();
  return target instanceof Element && target.closest(TYPED_IN) !== null;
}

/** Whether a question stands over the page. @param {KeyboardEvent} event */
function isAsked(event) {
  return event.composedPath().some((each) => each instanceof HTMLDialogElement);
}
