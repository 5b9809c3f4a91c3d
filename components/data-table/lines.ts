import type { TableItem } from './types'

/**
 * The lines of a table, read one by one: of a hundred thousand only about thirty are drawn. The same object for the
 * same lines.
 */
export interface TableLines {
  readonly count: number
  /** Undefined past the end. The same item for the same line. */
  readonly at: (index: number) => TableItem | undefined
  /** Undefined when no line has that key. */
  readonly indexOf: (key: string) => number | undefined
}

/** Finds lines by key. The index is built when the first key is requested, which most views never do. */
export function indexByKey(count: number, keyAt: (index: number) => string): TableLines['indexOf'] {
  let index: Map<string, number> | null = null
  return (key) => {
    if (count > 0 && keyAt(0) === key) return 0
    if (index === null) {
      index = new Map()
      for (let at = 0; at < count; at += 1) index.set(keyAt(at), at)
    }
    return index.get(key)
  }
}

/** Lines that are all present. */
export function linesOf(items: readonly TableItem[]): TableLines {
  return {
    count: items.length,
    at: (index) => items[index],
    indexOf: indexByKey(items.length, (index) => items[index]?.key ?? ''),
  }
}
