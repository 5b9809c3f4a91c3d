import type { FleetEntry } from './fleet-entry'

/** A column as numbers: scanning a hundred thousand rows costs many times what scanning as many numbers does. */
export interface ValueColumn<Value> {
  /** By row: the index of its value in `values`. */
  readonly rows: Uint32Array
  /** The distinct values, in order of first occurrence. */
  readonly values: readonly Value[]
}

/** @param keyOf the key that distinguishes two values */
export function columnOf<Value>(
  entries: readonly FleetEntry[],
  read: (entry: FleetEntry) => Value,
  keyOf: (value: Value) => unknown = (value) => value,
): ValueColumn<Value> {
  const numbers = new Map<unknown, number>()
  const values: Value[] = []
  const rows = new Uint32Array(entries.length)
  entries.forEach((entry, index) => {
    const value = read(entry)
    const key = keyOf(value)
    let number = numbers.get(key)
    if (number === undefined) {
      number = values.length
      numbers.set(key, number)
      values.push(value)
    }
    rows[index] = number
  })
  return { rows, values }
}

/**
 * Caches what was computed from a list of rows for as long as that list exists, and computes it again for other
 * subscription names.
 */
export function keptByRows<Key, Names extends object, Made>(
  make: (entries: readonly FleetEntry[], key: Key, names: Names) => Made,
): (entries: readonly FleetEntry[], key: Key, names: Names) => Made {
  const kept = new WeakMap<readonly FleetEntry[], Map<Key, { readonly names: Names; readonly made: Made }>>()
  return (entries, key, names) => {
    const known = kept.get(entries) ?? new Map<Key, { readonly names: Names; readonly made: Made }>()
    kept.set(entries, known)
    const same = known.get(key)
    if (same?.names === names) return same.made
    const made = make(entries, key, names)
    known.set(key, { names, made })
    return made
  }
}
