import type { TableItem } from './types'

/** The lines of a table, asked for one by one: of a hundred thousand only some thirty are drawn. The same object for the same lines. */
export interface TableLines {
  readonly count: number
  /** Undefined beyond the last. The same item for the same line. */
  readonly at: (index: number) => TableItem | undefined
  /** Undefined where no line has that key. */
  readonly indexOf: (key: string) => number | undefined
}

/** Finds lines by key. The index is made when the first key is asked for, which most views never do. */
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

/** Lines that are all there. */
export function linesOf(items: readonly TableItem[]): TableLines {
  return {
    count: items.length,
    at: (index) => items[index],
    indexOf: indexByKey(items.length, (index) => items[index]?.key ?? ''),
  }
}
