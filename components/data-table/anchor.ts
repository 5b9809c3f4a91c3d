import type { TableLines } from './lines'

/** The lines before and after an update, and what the person is looking at. */
export interface AnchorQuestion {
  readonly before: TableLines
  readonly after: TableLines
  /** The line under the pointer or with the focus; null where there is none. */
  readonly heldKey: string | null
  /** Index of the first line in view before the update. */
  readonly firstVisible: number
  readonly scrollTop: number
}

/**
 * By how many lines to scroll after an update so that nothing jumps: the held line keeps its place, otherwise the
 * first line in view that is still there. At the very top, with nothing held, new lines may come in above.
 */
export function linesToScroll({ before, after, heldKey, firstVisible, scrollTop }: AnchorQuestion): number {
  if (heldKey !== null) {
    const index = before.indexOf(heldKey)
    const moved = after.indexOf(heldKey)
    if (index !== undefined && moved !== undefined) return moved - index
  }
  if (scrollTop <= 0) return 0
  for (let index = firstVisible; index < before.count; index += 1) {
    const moved = after.indexOf(before.at(index)?.key ?? '')
    if (moved !== undefined) return moved - index
  }
  return 0
}
