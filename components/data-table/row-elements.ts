/**
 * The position of a drawn line in the document. Its number stays while lines change, so the browser keeps its element.
 */
export interface RowElement {
  readonly number: number
  readonly key: string
}

/**
 * Assigns lines to elements when the drawn lines change. Lines that stay keep their element; new lines reuse the
 * elements of removed lines, so scrolling updates elements instead of creating and removing them.
 * @param before the current assignment, in the order of the document
 * @param keys the lines to draw, in the order of the table
 * @param isMoving during fast scrolling elements keep their order; at rest they follow the order of the table, which is
 *   the order that screen readers read
 */
export function reuseRowElements(
  before: readonly RowElement[],
  keys: readonly string[],
  isMoving: boolean,
): readonly RowElement[] {
  const places = new Map(keys.map((key, index) => [key, index]))
  const seated = new Set(before.map(({ key }) => key))
  const coming = keys.filter((key) => !seated.has(key))
  const kept: RowElement[] = []
  for (const element of before) {
    if (places.has(element.key)) kept.push(element)
    else {
      const key = coming.shift()
      if (key !== undefined) kept.push({ number: element.number, key })
    }
  }
  let next = before.reduce((most, { number }) => Math.max(most, number), -1) + 1
  for (const key of coming) kept.push({ number: next++, key })
  return isMoving ? kept : kept.sort((left, right) => (places.get(left.key) ?? 0) - (places.get(right.key) ?? 0))
}
