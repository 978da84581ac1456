// Where the focus is. Each part of the page is a shadow root; the document itself sees only its host.

/**
 * The element that has the focus in the document or shadow root of an element; null where none has.
 * @param {Element} element
 */
export function focusedBeside(element) {
  const root = element.getRootNode();
  return root instanceof Document || root instanceof ShadowRoot ? root.activeElement : null;
}
