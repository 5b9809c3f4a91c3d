'use client'
'use no memo'

import { useEffect, useReducer, useRef } from 'react'
import { fillingFor, nothingFilled, type Filling } from './filling'
import type { TableLines } from './lines'
import { reuseRowElements, type RowElement } from './row-elements'
import type { TableItem } from './types'

export interface DrawnLine {
  /** Stays while lines change: the browser keeps the element. */
  readonly element: number
  readonly item: TableItem
  readonly index: number
  /** False during fast scrolling: then a row shows only its landmark columns. */
  readonly isWhole: boolean
}

/** The lines to draw, in the order of the document. Incomplete lines are completed in the following frames. */
export function useDrawnLines(lines: TableLines, indexes: readonly number[], isMoving: boolean): readonly DrawnLine[] {
  const elements = useRef<readonly RowElement[]>([])
  const filling = useRef<Filling>(nothingFilled)
  const [, drawAgain] = useReducer((times: number) => times + 1, 0)

  const drawn = new Map<string, { readonly item: TableItem; readonly index: number }>()
  for (const index of indexes) {
    const item = lines.at(index)
    if (item !== undefined) drawn.set(item.key, { item, index })
  }
  const keys = [...drawn.keys()]
  elements.current = reuseRowElements(elements.current, keys, isMoving)
  filling.current = fillingFor(filling.current, keys, isMoving)

  const { whole } = filling.current
  const isFilled = whole.size === keys.length
  // A frame during scrolling renders once: this update is batched with the one from scrolling.
  // oxlint-disable-next-line react/exhaustive-deps -- after every render that left something out; it ends when all is filled
  useEffect(() => {
    if (isFilled) return undefined
    const frame = requestAnimationFrame(drawAgain)
    return () => cancelAnimationFrame(frame)
  })
  return elements.current.flatMap(({ number, key }) => {
    const line = drawn.get(key)
    return line === undefined ? [] : [{ element: number, isWhole: whole.has(key), ...line }]
  })
}
