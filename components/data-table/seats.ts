/** The place of a drawn line in the document. Its number stays while lines come and go, so the browser keeps its elements. */
export interface Seat {
  readonly number: number
  readonly key: string
}

/**
 * Who sits where once other lines are drawn. Lines that stay keep their seats; those that come take the seats of those
 * that went, so that scrolling fills elements anew instead of making and removing them.
 * @param before the seats until now, in the order of the document
 * @param keys the lines to draw, in the order of the table
 * @param isMoving while lines move fast past the reader seats stand still; at rest they are in the order of the table,
 *   which is the order that screen readers read
 */
export function seatsFor(before: readonly Seat[], keys: readonly string[], isMoving: boolean): readonly Seat[] {
  const places = new Map(keys.map((key, index) => [key, index]))
  const seated = new Set(before.map(({ key }) => key))
  const coming = keys.filter((key) => !seated.has(key))
  const kept: Seat[] = []
  for (const seat of before) {
    if (places.has(seat.key)) kept.push(seat)
    else {
      const key = coming.shift()
      if (key !== undefined) kept.push({ number: seat.number, key })
    }
  }
  let next = before.reduce((most, { number }) => Math.max(most, number), -1) + 1
  for (const key of coming) kept.push({ number: next++, key })
  return isMoving ? kept : kept.sort((left, right) => (places.get(left.key) ?? 0) - (places.get(right.key) ?? 0))
}
