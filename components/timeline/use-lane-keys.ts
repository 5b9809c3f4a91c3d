'use client'

import { useEffect, useRef, type KeyboardEvent, type RefObject } from 'react'
import type { Segment, Segments } from '@/lib/views/timeline/segments'
import { segmentAfterKey, type Step } from '@/lib/views/timeline/keyboard-navigation'
import { moved, zoomed, type TimeWindow } from '@/lib/views/timeline/window'

const steps: Readonly<Record<string, Step>> = {
  ArrowRight: 'next',
  ArrowLeft: 'previous',
  ArrowDown: 'down',
  ArrowUp: 'up',
  Home: 'first',
  End: 'last',
}

type Zoom = (window: TimeWindow, around: number, whole: TimeWindow) => TimeWindow

const zooms: Readonly<Record<string, Zoom>> = {
  '+': (window, around, whole) => zoomed(window, 0.5, around, whole),
  '-': (window, around, whole) => zoomed(window, 2, around, whole),
  '0': (_window, _around, whole) => whole,
  PageUp: (window, _around, whole) => moved(window, -0.5, whole),
  PageDown: (window, _around, whole) => moved(window, 0.5, whole),
}

export interface LaneKeysInput {
  readonly segments: Segments
  readonly current: Segment | null
  readonly window: TimeWindow
  readonly whole: TimeWindow
  readonly onWindow: (window: TimeWindow) => void
  /** Makes it the current segment, and scrolls it into view. */
  readonly onKeyboardNavigation: (segment: Segment) => void
}

export interface LaneKeys {
  readonly lanes: RefObject<HTMLDivElement | null>
  readonly onKeyDown: (event: KeyboardEvent) => void
}

/**
 * Keyboard use of the lanes: one element in the tab order, arrow keys inside. The focus moves with the current segment,
 * wherever it scrolls.
 */
export function useLaneKeys({
  segments,
  current,
  window,
  whole,
  onWindow,
  onKeyboardNavigation,
}: LaneKeysInput): LaneKeys {
  const lanes = useRef<HTMLDivElement>(null)
  const walking = useRef(false)
  useEffect(() => {
    if (!walking.current) return
    walking.current = false
    lanes.current?.querySelector<HTMLElement>('[data-current]')?.focus()
  })
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey || current === null) return
    const step = steps[event.key]
    const zoom = zooms[event.key === '=' ? '+' : event.key]
    if (step === undefined && zoom === undefined) return
    event.preventDefault()
    walking.current = true
    if (step !== undefined) onKeyboardNavigation(segmentAfterKey(segments, current, step))
    else if (zoom !== undefined) onWindow(zoom(window, (current.from + current.to) / 2, whole))
  }
  return { lanes, onKeyDown }
}
