'use client'
'use no memo'

import { useEffect, useReducer, useRef } from 'react'
import { fillingFor, nothingFilled, type Filling } from './filling'
import type { TableLines } from './lines'
import { seatsFor, type Seat } from './seats'
import type { TableItem } from './types'

export interface DrawnLine {
  /** Stays while lines come and go: the browser keeps the element. */
  readonly seat: number
  readonly item: TableItem
  readonly index: number
  /** False while lines fly past: then a row shows only what readers look for meanwhile. */
  readonly isWhole: boolean
}

/** The lines to draw, in the order of the document. Lines that were left half empty are filled in the frames that follow. */
export function useDrawnLines(lines: TableLines, indexes: readonly number[], isMoving: boolean): readonly DrawnLine[] {
  const seats = useRef<readonly Seat[]>([])
  const filling = useRef<Filling>(nothingFilled)
  const [, drawAgain] = useReducer((times: number) => times + 1, 0)

  const drawn = new Map<string, { readonly item: TableItem; readonly index: number }>()
  for (const index of indexes) {
    const item = lines.at(index)
    if (item !== undefined) drawn.set(item.key, { item, index })
  }
  const keys = [...drawn.keys()]
  seats.current = seatsFor(seats.current, keys, isMoving)
  filling.current = fillingFor(filling.current, keys, isMoving)

  const { whole } = filling.current
  const isFilled = whole.size === keys.length
  // A frame in which lines fly on draws once: what scrolling asks for and what this asks for come together.
  // oxlint-disable-next-line react/exhaustive-deps -- after every drawing that left something out; it ends when all is filled
  useEffect(() => {
    if (isFilled) return undefined
    const frame = requestAnimationFrame(drawAgain)
    return () => cancelAnimationFrame(frame)
  })
  return seats.current.flatMap(({ number, key }) => {
    const line = drawn.get(key)
    return line === undefined ? [] : [{ seat: number, isWhole: whole.has(key), ...line }]
  })
}
