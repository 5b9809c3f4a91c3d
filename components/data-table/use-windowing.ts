'use client'
'use no memo'

import { defaultRangeExtractor, useVirtualizer, type Range, type VirtualItem } from '@tanstack/react-virtual'
import { useCallback, useEffect, useRef, type RefObject } from 'react'
import type { VisibleRange } from './types'

export interface WindowingOptions {
  readonly scroller: RefObject<HTMLElement | null>
  readonly keys: readonly string[]
  /** CSS pixels. */
  readonly rowHeight: number
  readonly headerHeight: number
}

export interface Windowing {
  readonly lines: readonly VirtualItem[]
  /** Height of all lines together, in CSS pixels. */
  readonly height: number
  readonly range: VisibleRange
  /** Lines that fit into the view. */
  readonly page: () => number
  readonly scrollTo: (index: number, align?: 'auto' | 'center') => void
  /** Index of a line that is drawn wherever the view is; null for none. */
  readonly keep: (index: number | null) => void
}

/** Which lines of a long list are drawn: those in view, a few around them, and one that must not go. */
export function useWindowing({ scroller, keys, rowHeight, headerHeight }: WindowingOptions): Windowing {
  const kept = useRef<number | null>(null)
  const rangeExtractor = useCallback((range: Range) => {
    const shown = defaultRangeExtractor(range)
    const index = kept.current
    // The line that holds the focus stays drawn, or the focus would be lost while scrolling.
    if (index === null || index >= range.count || shown.includes(index)) return shown
    return [...shown, index].sort((left, right) => left - right)
  }, [])
  const virtualizer = useVirtualizer({
    count: keys.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    getItemKey: (index) => keys[index] ?? index,
    rangeExtractor,
    overscan: 8,
    scrollPaddingStart: headerHeight,
    scrollMargin: headerHeight,
    useFlushSync: false,
  })
  useEffect(() => virtualizer.measure(), [virtualizer, rowHeight])

  const page = () => Math.floor(((scroller.current?.clientHeight ?? 0) - headerHeight) / rowHeight)
  const offset = Math.max(0, virtualizer.scrollOffset ?? 0) / rowHeight
  const first = Math.min(keys.length, Math.floor(offset) + 1)
  const last = Math.min(keys.length, Math.max(first, Math.floor(offset + Math.max(1, page()))))
  return {
    lines: virtualizer.getVirtualItems(),
    height: virtualizer.getTotalSize(),
    range: { first, last },
    page,
    scrollTo: (index, align = 'auto') => virtualizer.scrollToIndex(index, { align }),
    keep: (index) => {
      kept.current = index
    },
  }
}
