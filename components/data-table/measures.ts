'use client'

import { useCallback, useRef, useState, useSyncExternalStore } from 'react'

export interface MeasuredWidth {
  /** CSS pixels inside the element; 0 until measured. */
  readonly width: number
  /** Measures synchronously, before the browser paints. */
  readonly measure: () => void
  readonly ref: (element: HTMLElement | null) => (() => void) | undefined
}

/** Current width of an element. */
export function useWidth(): MeasuredWidth {
  const [width, setWidth] = useState(0)
  const measured = useRef<HTMLElement | null>(null)
  const measure = useCallback(() => {
    if (measured.current !== null) setWidth(measured.current.clientWidth)
  }, [])
  const ref = useCallback(
    (element: HTMLElement | null) => {
      measured.current = element
      if (element === null) return undefined
      const observer = new ResizeObserver(measure)
      observer.observe(element)
      measure()
      return () => observer.disconnect()
    },
    [measure],
  )
  return { width, measure, ref }
}

/** Whether a media query matches; false on the server. */
export function useMedia(query: string): boolean {
  const watch = useCallback(
    (listener: () => void) => {
      const list = window.matchMedia(query)
      list.addEventListener('change', listener)
      return () => list.removeEventListener('change', listener)
    },
    [query],
  )
  return useSyncExternalStore(
    watch,
    () => window.matchMedia(query).matches,
    () => false,
  )
}

// React compares the value at each render. Reading it then would make the browser compute all styles each time.
let textScale: number | null = null

const readTextScale = (): number => parseFloat(getComputedStyle(document.documentElement).fontSize) / 16 || 1

function watchTextScale(listener: () => void): () => void {
  const onResize = (): void => {
    textScale = readTextScale()
    listener()
  }
  window.addEventListener('resize', onResize)
  return () => {
    window.removeEventListener('resize', onResize)
    textScale = null
  }
}

/** Text size of the page in relation to 16 px; users set it in the browser. */
export function useTextScale(): number {
  return useSyncExternalStore(
    watchTextScale,
    () => (textScale ??= readTextScale()),
    () => 1,
  )
}

const never = () => () => undefined

/** False on the server and during hydration, true afterwards. */
export function useMounted(): boolean {
  return useSyncExternalStore(
    never,
    () => true,
    () => false,
  )
}
