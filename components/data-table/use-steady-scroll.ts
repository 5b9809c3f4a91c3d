'use client'

import { useLayoutEffect, useRef, type RefObject } from 'react'
import { linesToScroll } from './anchor'
import type { TableLines } from './lines'

export interface SteadyScrollOptions {
  readonly scroller: RefObject<HTMLElement | null>
  readonly lines: TableLines
  readonly rowHeight: number
  /** Changes when a person asks for other lines: then the table starts at its top again. */
  readonly viewKey: string
  /** Key of the line that must keep its place. */
  readonly heldKey: () => string | null
}

/** Keeps what a person looks at in its place while lines come, go and change their order above it. */
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
