// The keys that lead to another layer.
const TYPING = "input[type=text], textarea, select";

// Keys that lead to another layer: how much deeper it lies. They work anywhere but in a text field.
const LAYER_KEYS = new Map([
  ["+", 1],
  ["-", -1],
]);

// These scroll the page, so they lead to another layer only in the picture and on the layers.
const PAGING_KEYS = new Map([
  ["PageDown", 1],
  ["PageUp", -1],
]);
const PAGED = ".stage, .layer";

/**
 * How many layers deeper a key leads, 0 if it leads to none.
 * @param {KeyboardEvent} event
 * @param {Element} target - where it was pressed
 */
export function layerStep(event, target) {
  if (event.ctrlKey || event.metaKey || event.altKey) return 0;
  if (target.closest("dialog") || target.matches(TYPING)) return 0;
  const paging = target.closest(PAGED) ? PAGING_KEYS.get(event.key) : undefined;
  return LAYER_KEYS.get(event.key) ?? paging ?? 0;
}
