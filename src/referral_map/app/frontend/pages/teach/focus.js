// Where the focus is.

/**
 * The element that has the focus in the same shadow root as `element`, or null.
 * @param {Element} element
 */
export function focusedBeside(element) {
  const root = element.getRootNode();
  if (!(root instanceof ShadowRoot || root instanceof Document)) return null;
  const focused = root.activeElement;
  return focused instanceof HTMLElement || focused instanceof SVGElement ? focused : null;
}
