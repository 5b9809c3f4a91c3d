import type { ActivityGroup } from './activity-groups'

/** Position of an activity in its lane, in CSS pixels from the left edge. */
export interface PlacedActivity {
  readonly activity: ActivityGroup
  readonly x: number
  readonly row: number
  /** The side that has space for its label; null when neither has. */
  readonly label: 'right' | 'left' | null
}

/** Width of a mark, in CSS pixels. */
export const ring = 20
const mostRows = 4
const apart = 6

/**
 * Gives each activity a row in which its mark and, if there is space, its label touch no other.
 * @param activities In order of time, all inside the window
 * @param widthOf Width of an activity's label in CSS pixels
 * @param edge Right end of the lane
 */
export function layOutLane(
  activities: readonly ActivityGroup[],
  xOf: (activity: ActivityGroup) => number,
  widthOf: (activity: ActivityGroup) => number,
  edge: number,
): readonly PlacedActivity[] {
  /** Per row: the right end of what is already placed. */
  const taken: number[] = []
  const freeRow = (from: number) => {
    const row = taken.findIndex((end) => end + apart <= from)
    return row >= 0 ? row : taken.length < mostRows ? taken.length : null
  }
  return activities.map((activity) => {
    const x = xOf(activity)
    const words = widthOf(activity) + apart
    const onRight = x + ring / 2 + words <= edge
    const start = onRight ? x - ring / 2 : x - ring / 2 - words
    const row = onRight || start >= 0 ? freeRow(start) : null
    if (row !== null) {
      taken[row] = x + ring / 2 + (onRight ? words : 0)
      return { activity, x, row, label: onRight ? 'right' : 'left' }
    }
    const bare = freeRow(x - ring / 2) ?? mostRows - 1
    taken[bare] = Math.max(taken[bare] ?? 0, x + ring / 2)
    return { activity, x, row: bare, label: null }
  })
}
