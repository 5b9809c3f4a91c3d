'use client'

import { useLayoutEffect, useRef, useState, type KeyboardEvent, type RefObject } from 'react'
import { indexAfterKey } from './navigation'
import type { TableLines } from './lines'

export interface LineFocusOptions {
  readonly lines: TableLines
  readonly selectedKey: string | null
  readonly body: RefObject<HTMLElement | null>
  /** Lines that fit into the view. */
  readonly page: () => number
  readonly scrollTo: (index: number) => void
  readonly onOpen: (key: string) => void
  readonly onMove: (key: string) => void
  readonly onTick: ((key: string) => void) | undefined
  readonly onClose: () => void
  readonly onToggleGroup: (key: string) => void
}

function lineOf(body: HTMLElement | null, key: string): HTMLElement | null {
  return [...(body?.querySelectorAll<HTMLElement>('[data-key]') ?? [])].find((line) => line.dataset.key === key) ?? null
}

/**
 * Roving focus over the lines of a windowed table: one line is in the tab order, the arrow keys move the focus, and a
 * line that is not drawn yet is scrolled into view first.
 */
export function useLineFocus(options: LineFocusOptions) {
  const { lines, selectedKey, body, scrollTo } = options
  const [focusedKey, setFocusedKey] = useState<string | null>(null)
  const wantsFocus = useRef<string | null>(null)
  const first = lines.at(0)
  const candidates = [focusedKey, selectedKey, first?.kind === 'placeholder' ? null : first?.key]
  const entryKey = candidates.find((key) => typeof key === 'string' && lines.indexOf(key) !== undefined) ?? null

  // The line may be drawn only in the second render, after the scroll event.
  useLayoutEffect(() => {
    if (wantsFocus.current === null) return
    const line = lineOf(body.current, wantsFocus.current)
    if (line === null) return
    wantsFocus.current = null
    line.focus({ preventScroll: true })
  })

  const focusLine = (key: string) => {
    const index = lines.indexOf(key)
    if (index === undefined) return
    wantsFocus.current = key
    setFocusedKey(key)
    scrollTo(index)
    lineOf(body.current, key)?.focus({ preventScroll: true })
  }

  const enter = () => {
    if (entryKey !== null) focusLine(entryKey)
  }

  const open = (key: string) => {
    const index = lines.indexOf(key)
    if (index === undefined) return
    if (lines.at(index)?.kind === 'group') options.onToggleGroup(key)
    else options.onOpen(key)
  }

  /** Enter opens a line, the space bar ticks a row. @returns false for any other key */
  const actOnLine = (pressed: string, key: string): boolean => {
    if (pressed === 'Enter') open(key)
    else if (pressed !== ' ' || options.onTick === undefined) return false
    else if (lines.at(lines.indexOf(key) ?? -1)?.kind === 'row') options.onTick(key)
    return true
  }

  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    if (event.altKey || event.ctrlKey || event.metaKey || event.defaultPrevented) return
    if (event.key === 'Escape') options.onClose()
    if (entryKey === null || !(event.target instanceof HTMLElement)) return
    if (event.target.dataset.key !== undefined && actOnLine(event.key, entryKey)) {
      event.preventDefault()
      return
    }
    const next = indexAfterKey(event.key, lines.indexOf(entryKey) ?? 0, options.page(), lines)
    const item = next === null ? undefined : lines.at(next)
    if (item === undefined) return
    event.preventDefault()
    focusLine(item.key)
    if (item.kind === 'row') options.onMove(item.key)
  }

  return { entryKey, focusLine, enter, open, onKeyDown, onFocusKey: setFocusedKey }
}
