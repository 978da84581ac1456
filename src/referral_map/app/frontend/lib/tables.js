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

/**
 * A table with the same keys, of what `act` makes of each value.
 * @template {string} Key
 * @template Value
 * @template Result
 * @param {Readonly<Record<Key, Value>>} table
 * @param {(value: Value) => Result} act
 */
export function mapTable(table, act) {
  const results = entriesOf(table).map(([key, value]) => [key, act(value)]);
  return /** @type {Record<Key, Result>} */ (Object.fromEntries(results));
}
