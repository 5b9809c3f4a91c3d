/** Number of lines completed per frame: as many as fit beside the frame's other work. */
const linesPerFrame = 6

export interface Filling {
  /** Keys of all lines that are drawn. */
  readonly drawn: ReadonlySet<string>
  /** Keys of the drawn lines that show all their values. */
  readonly whole: ReadonlySet<string>
}

export const nothingFilled: Filling = { drawn: new Set(), whole: new Set() }

/**
 * Which lines are drawn with all their values, and which with landmark columns only during fast scrolling. When
 * scrolling stops or slows down, the others are completed within a few frames.
 * @param keys the lines to draw, in the order of the table
 * @param isMoving false at rest: new lines were then requested by the user and are complete at once
 */
export function fillingFor(before: Filling, keys: readonly string[], isMoving: boolean): Filling {
  const drawn = new Set(keys)
  if (!isMoving) return { drawn, whole: drawn }
  const coming = keys.reduce((count, key) => count + (before.drawn.has(key) ? 0 : 1), 0)
  let left = coming > linesPerFrame ? 0 : linesPerFrame
  const whole = new Set<string>()
  for (const key of keys) {
    if (before.whole.has(key)) whole.add(key)
    else if (left > 0) {
      whole.add(key)
      left -= 1
    }
  }
  return { drawn, whole }
}
