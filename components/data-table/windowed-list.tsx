'use client'
'use no memo'

import { useWindowVirtualizer } from '@tanstack/react-virtual'
import { useLayoutEffect, useRef, useState, type ReactNode } from 'react'

export interface WindowedListProps {
  /** Accessible name. */
  readonly label: string
  /** Keys of all entries, in order. The same array for the same entries. */
  readonly keys: readonly string[]
  /** Estimated height of an entry in CSS pixels; measured once it is drawn. */
  readonly estimate: number
  /** CSS pixels between entries. */
  readonly gap: number
  readonly children: (key: string) => ReactNode
}

/** A list that scrolls with the page and draws only the entries in view. Render it only in the browser. */
export function WindowedList({ label, keys, estimate, gap, children }: WindowedListProps) {
  const list = useRef<HTMLUListElement>(null)
  const [top, setTop] = useState(0)
  // Content above the list can grow or disappear at any time.
  useLayoutEffect(() => {
    const element = list.current
    if (element !== null) setTop(element.getBoundingClientRect().top + window.scrollY)
  }, [keys])
  const virtualizer = useWindowVirtualizer({
    count: keys.length,
    estimateSize: () => estimate,
    getItemKey: (index) => keys[index] ?? index,
    overscan: 6,
    gap,
    scrollMargin: top,
    useFlushSync: false,
  })
  return (
    <ul ref={list} aria-label={label} className="relative" style={{ height: virtualizer.getTotalSize() }}>
      {virtualizer.getVirtualItems().map((item) => {
        const key = keys[item.index]
        return key === undefined ? null : (
          <li
            key={key}
            ref={virtualizer.measureElement}
            data-index={item.index}
            aria-setsize={keys.length}
            aria-posinset={item.index + 1}
            className="absolute inset-x-0 top-0"
            style={{ transform: `translateY(${item.start - top}px)` }}
          >
            {children(key)}
          </li>
        )
      })}
    </ul>
  )
}
