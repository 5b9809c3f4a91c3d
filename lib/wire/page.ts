import { fieldOf, objectOf, textOf } from './read'

/** One page of an ARM list. */
export interface Page {
  readonly value: readonly unknown[]
  readonly nextLink: string | undefined
}

/**
 * `undefined` where the body is no page at all, so that it is not taken for an empty list. Elements stay as they are, null
 * too: one that cannot be read is no element less.
 */
export function readPage(json: unknown): Page | undefined {
  const page = objectOf(json)
  const value: unknown = fieldOf(page, 'value')
  return Array.isArray(value) ? { value, nextLink: textOf(fieldOf(page, 'nextLink')) } : undefined
}
