// Where the focus is. Each part of the page is a shadow root; the document itself sees only its host.
import { arrange } from "./dom.js";

/**
 * The element that has the focus in the document or shadow root of an element; null where none has.
 * @param {Element} element
 */
export function focusedBeside(element) {
  const root = element.getRootNode();
  return root instanceof Document || root instanceof ShadowRoot ? root.activeElement : null;
}

/**
 * Make these the children of `parent`, in this order. What is moved loses the focus, so it is given back.
 * @param {Element} parent
 * @param {readonly Element[]} children
 */
export function arrangeUnderFocus(parent, children) {
  const focused = focusedBeside(parent);
  const inside = parent.contains(focused);
  arrange(parent, children);
  if (inside && focused instanceof HTMLElement && focused.isConnected && !focused.matches(":focus"))
    focused.focus();
}
