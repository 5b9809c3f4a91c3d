'use client'

import { useCallback, useLayoutEffect, useRef, useState, type RefObject } from 'react'
import type { VisibleRange } from './types'

export interface WindowingOptions {
  readonly scroller: RefObject<HTMLElement | null>
  readonly count: number
  /** CSS pixels. All lines have the same height, so the position of a line is known without measuring it. */
  readonly rowHeight: number
  readonly headerHeight: number
}

export interface Windowing {
  /** Indexes of the lines to draw: those in view, a few around them, and `kept` wherever the view is. */
  readonly drawn: (kept: number | null) => readonly number[]
  readonly range: VisibleRange
  /** True from the first scroll event until a moment after the last. */
  readonly isMoving: boolean
  /** Lines that fit into the view. */
  readonly page: () => number
  readonly scrollTo: (index: number, align?: 'auto' | 'center') => void
}

/** Lines drawn beyond each edge of the view. */
const overscan = 6
/** After this time without scrolling, the user may be reading. */
const restMilliseconds = 150

interface View {
  /** Index of the first line in view, and the number that fits, partial lines included. */
  readonly first: number
  readonly fits: number
}

/** The lines of a long list to draw. The cost is the same for ten lines and for a hundred thousand. */
export function useWindowing({ scroller, count, rowHeight, headerHeight }: WindowingOptions): Windowing {
  const [view, setView] = useState<View>({ first: 0, fits: 0 })
  const [isMoving, setIsMoving] = useState(false)

  const measure = useCallback(() => {
    const element = scroller.current
    if (element === null) return
    const first = Math.floor(Math.max(0, element.scrollTop) / rowHeight)
    const fits = Math.ceil(Math.max(0, element.clientHeight - headerHeight) / rowHeight)
    setView((before) => (before.first === first && before.fits === fits ? before : { first, fits }))
  }, [scroller, rowHeight, headerHeight])
  useLayoutEffect(() => {
    const element = scroller.current
    if (element === null) return undefined
    let rest: ReturnType<typeof setTimeout> | undefined
    const onScroll = (): void => {
      measure()
      setIsMoving(true)
      clearTimeout(rest)
      rest = setTimeout(() => setIsMoving(false), restMilliseconds)
    }
    const observer = new ResizeObserver(measure)
    observer.observe(element)
    element.addEventListener('scroll', onScroll, { passive: true })
    measure()
    return () => {
      clearTimeout(rest)
      observer.disconnect()
      element.removeEventListener('scroll', onScroll)
    }
  }, [scroller, measure])
  // Fewer lines may move the view without a scroll event. More cannot, and measuring makes the browser lay out the page.
  const counted = useRef(count)
  useLayoutEffect(() => {
    if (count < counted.current) measure()
    counted.current = count
  }, [measure, count])

  const page = () => Math.floor(((scroller.current?.clientHeight ?? 0) - headerHeight) / rowHeight)
  const drawn = (kept: number | null): readonly number[] => {
    const from = Math.max(0, Math.min(view.first, count - view.fits) - overscan)
    const to = Math.min(count, view.first + view.fits + 1 + overscan)
    const indexes = Array.from({ length: Math.max(0, to - from) }, (_unused, index) => from + index)
    // The focused line stays drawn; otherwise scrolling would lose the focus.
    if (kept === null || kept >= count || (kept >= from && kept < to)) return indexes
    return kept < from ? [kept, ...indexes] : [...indexes, kept]
  }
  const scrollTo = (index: number, align: 'auto' | 'center' = 'auto') => {
    const element = scroller.current
    if (element === null) return
    const top = index * rowHeight
    const space = element.clientHeight - headerHeight
    const wanted =
      align === 'center'
        ? top - (space - rowHeight) / 2
        : Math.min(top, Math.max(element.scrollTop, top + rowHeight - space))
    element.scrollTop = Math.max(0, wanted)
    measure()
  }
  const first = Math.min(count, view.first + 1)
  const range = { first, last: Math.min(count, view.first + Math.max(1, page())) }
  return { drawn, range, isMoving, page, scrollTo }
}
