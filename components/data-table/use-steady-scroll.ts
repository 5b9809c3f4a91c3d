'use client'

import { useLayoutEffect, useRef, type RefObject } from 'react'
import { linesToScroll } from './anchor'

export interface SteadyScrollOptions {
  readonly scroller: RefObject<HTMLElement | null>
  readonly keys: readonly string[]
  readonly indexOf: ReadonlyMap<string, number>
  readonly rowHeight: number
  /** Changes when a person asks for other lines: then the table starts at its top again. */
  readonly viewKey: string
  /** Key of the line that must keep its place. */
  readonly heldKey: () => string | null
}

/** Keeps what a person looks at in its place while lines come, go and change their order above it. */
export function useSteadyScroll(options: SteadyScrollOptions): void {
  const { scroller, keys, indexOf, rowHeight, viewKey, heldKey } = options
  const before = useRef({ keys, viewKey })
  useLayoutEffect(() => {
    const element = scroller.current
    const last = before.current
    before.current = { keys, viewKey }
    if (element === null || last.keys === keys) return
    if (last.viewKey !== viewKey) {
      element.scrollTop = 0
      return
    }
    const lines = linesToScroll({
      before: last.keys,
      after: indexOf,
      heldKey: heldKey(),
      firstVisible: Math.floor(element.scrollTop / rowHeight),
      scrollTop: element.scrollTop,
    })
    if (lines !== 0) element.scrollTop += lines * rowHeight
  }, [scroller, keys, indexOf, rowHeight, viewKey, heldKey])
}
