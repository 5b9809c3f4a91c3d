'use client'

import { useLayoutEffect, useRef, type RefObject } from 'react'
import { linesToScroll } from './anchor'
import type { TableLines } from './lines'

export interface SteadyScrollOptions {
  readonly scroller: RefObject<HTMLElement | null>
  readonly lines: TableLines
  readonly rowHeight: number
  /** Changes when the user asks for other lines: the table then scrolls to its top. */
  readonly viewKey: string
  /** Key of the line that must keep its position. */
  readonly heldKey: () => string | null
}

/** Keeps the lines that the user reads at their position while lines above are added, removed or reordered. */
export function useSteadyScroll(options: SteadyScrollOptions): void {
  const { scroller, lines, rowHeight, viewKey, heldKey } = options
  const before = useRef({ lines, viewKey })
  useLayoutEffect(() => {
    const element = scroller.current
    const last = before.current
    before.current = { lines, viewKey }
    if (element === null || last.lines === lines) return
    if (last.viewKey !== viewKey) {
      element.scrollTop = 0
      return
    }
    const moved = linesToScroll({
      before: last.lines,
      after: lines,
      heldKey: heldKey(),
      firstVisible: Math.floor(element.scrollTop / rowHeight),
      scrollTop: element.scrollTop,
    })
    if (moved !== 0) element.scrollTop += moved * rowHeight
  }, [scroller, lines, rowHeight, viewKey, heldKey])
}
