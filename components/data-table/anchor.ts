import type { TableLines } from './lines'

/** The lines before and after an update, and the line that must keep its position. */
export interface AnchorQuestion {
  readonly before: TableLines
  readonly after: TableLines
  /** The line under the pointer or with the focus; null without one. */
  readonly heldKey: string | null
  /** Index of the first line in view before the update. */
  readonly firstVisible: number
  readonly scrollTop: number
}

/**
 * Number of lines to scroll after an update so that nothing jumps: the held line keeps its position, otherwise the
 * first visible line that still exists. At the very top, with no held line, new lines may appear above.
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
