// Tables whose keys are names of a few: `Object.entries` and `Object.keys` would forget which.

/**
 * The entries of a table.
 * @template {string} Key
 * @template Value
 * @param {Readonly<Record<Key, Value>>} table
 */
export function entriesOf(table) {
  return /** @type {[Key, Value][]} */ (Object.entries(table));
}
