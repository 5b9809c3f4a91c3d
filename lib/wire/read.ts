/**
 * Readers for untrusted JSON. Each takes a value and returns the wanted type or `undefined`: a wrong type, a `null` and
 * a missing key are treated alike, and nothing throws.
 */
export type JsonObject = { readonly [key: string]: unknown }

/** A JSON object; arrays are not objects here. */
export function objectOf(value: unknown): JsonObject | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as JsonObject) : undefined
}

/** An own property of an object; a name that only the prototype has (`constructor`, `__proto__`) is missing. */
export function fieldOf(object: JsonObject | undefined, name: string): unknown {
  return object !== undefined && Object.hasOwn(object, name) ? object[name] : undefined
}

export function textOf(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined
}

export function numberOf(value: unknown): number | undefined {
  return typeof value === 'number' && Number.isFinite(value) ? value : undefined
}

/** A whole number that no rounding has changed. */
export function integerOf(value: unknown): number | undefined {
  return typeof value === 'number' && Number.isSafeInteger(value) ? value : undefined
}

export function booleanOf(value: unknown): boolean | undefined {
  return typeof value === 'boolean' ? value : undefined
}

const graphWords: Readonly<Record<string, boolean>> = { true: true, '1': true, false: false, '0': false }

/**
 * A boolean column of Resource Graph, which sends 1 or 0; `true` and text are read alike. Anything else, null included,
 * is `undefined`: unknown, and never "off". Source: https://learn.microsoft.com/kusto/query/scalar-data-types/bool
 */
export function graphBooleanOf(value: unknown): boolean | undefined {
  if (typeof value === 'boolean') return value
  if (typeof value !== 'string' && value !== 0 && value !== 1) return undefined
  const word = String(value).toLowerCase()
  return Object.hasOwn(graphWords, word) ? graphWords[word] : undefined
}

/** The elements of an array that `read` understands, in order; `undefined` for anything but an array. */
export function listOf<T>(value: unknown, read: (element: unknown) => T | undefined): readonly T[] | undefined {
  if (!Array.isArray(value)) return undefined
  return value.map(read).filter((element): element is T => element !== undefined)
}

function isTextMap(object: JsonObject): object is Readonly<Record<string, string>> {
  for (const text of Object.values(object)) if (typeof text !== 'string') return false
  return true
}

/** String values of an object, e.g. `tags`; others are dropped. */
export function textMapOf(value: unknown): Readonly<Record<string, string>> | undefined {
  const object = objectOf(value)
  if (object === undefined) return undefined
  if (isTextMap(object)) return object
  return Object.fromEntries(
    Object.entries(object).filter((entry): entry is [string, string] => textOf(entry[1]) !== undefined),
  )
}
