import { fieldOf, objectOf, textOf } from './read'

/** One page of an ARM list. */
export interface Page {
  readonly value: readonly unknown[]
  readonly nextLink: string | undefined
}

/**
 * `undefined` where the body is not a page, so that it is not read as an empty list. Elements are kept unchanged, null
 * too: an unreadable element still counts as one.
 */
export function readPage(json: unknown): Page | undefined {
  const page = objectOf(json)
  const value: unknown = fieldOf(page, 'value')
  return Array.isArray(value) ? { value, nextLink: textOf(fieldOf(page, 'nextLink')) } : undefined
}
