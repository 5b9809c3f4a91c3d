import { fieldOf, listOf, objectOf, textOf } from './read'

/** One page of an ARM list. */
export interface Page {
  readonly value: readonly unknown[]
  readonly nextLink: string | undefined
}

/** `undefined` where the body is no page at all, so that it is not taken for an empty list. */
export function readPage(json: unknown): Page | undefined {
  const page = objectOf(json)
  const value = listOf(fieldOf(page, 'value'), (element) => element ?? undefined)
  return value && { value, nextLink: textOf(fieldOf(page, 'nextLink')) }
}
