'use client'
'use no memo'

import {
  useCallback,
  useEffect,
  useImperativeHandle,
  useLayoutEffect,
  useMemo,
  useRef,
  type MouseEvent,
  type ReactNode,
  type Ref,
} from 'react'
import { layOutColumns } from './column-layout'
import type { TableLines } from './lines'
import { useTextScale, useWidth } from './measures'
import { useRowHeight } from './row-height'
import { TableHeader } from './table-header'
import { TableLine } from './table-line'
import type { Density, TableColumn, TableSort, VisibleRange } from './types'
import { useDrawnLines } from './use-drawn-lines'
import { useLineFocus } from './use-line-focus'
import { useSteadyScroll } from './use-steady-scroll'
import { useWindowing } from './use-windowing'

export interface DataTableHandle {
  /** Scrolls a line into view and focuses it. */
  readonly focusLine: (key: string) => void
  /** Focuses the line in the tab order, if there is one. */
  readonly enter: () => void
}

export interface DataTableProps {
  /** Accessible name. */
  readonly label: string
  readonly columns: readonly TableColumn[]
  readonly lines: TableLines
  readonly sort: TableSort
  readonly onSort: (sort: TableSort) => void
  readonly selectedKey: string | null
  /** Enter or a click on a row. */
  readonly onOpen: (key: string) => void
  /** The keyboard moved the focus to a row. */
  readonly onMove: (key: string) => void
  /** The space bar on a row. */
  readonly onTick?: (key: string) => void
  /** Esc. */
  readonly onClose: () => void
  readonly onToggleGroup: (key: string) => void
  readonly density: Density
  /** False when the user chose the columns. */
  readonly columnsMayLeave: boolean
  /**
   * Width in CSS pixels covered by something beside the table: columns there are removed, the others keep their
   * position.
   */
  readonly covered: number
  /** Changes when the user asks for other lines or another order. */
  readonly viewKey: string
  /** True while lines still arrive. */
  readonly busy: boolean
  readonly footer: (range: VisibleRange) => ReactNode
  readonly ref?: Ref<DataTableHandle>
}

const headerHeightAt16 = 32
const controls = 'a, button, input, label, summary'

function keyUnder(target: EventTarget | null): string | null {
  return target instanceof Element ? (target.closest<HTMLElement>('[data-key]')?.dataset.key ?? null) : null
}

/**
 * A table that draws only the lines in view, with the semantics of the whole table. Render it only in the browser:
 * windowing needs style attributes, which the content security policy forbids in HTML from the server.
 */
export function DataTable(props: DataTableProps) {
  const { lines, selectedKey, columns, columnsMayLeave, covered } = props
  const scroller = useRef<HTMLDivElement>(null)
  const body = useRef<HTMLDivElement>(null)
  const hovered = useRef<string | null>(null)
  const measured = useWidth()
  const scale = useTextScale()
  const rowHeight = useRowHeight(props.density)
  const headerHeight = headerHeightAt16 * scale

  const laidOut = useMemo(
    () => layOutColumns(columns, { width: measured.width + covered, covered, scale, mayLeave: columnsMayLeave }),
    [columns, measured.width, covered, scale, columnsMayLeave],
  )
  // A panel that covers the table also makes it narrower; both are measured before the browser draws.
  const { measure, ref: measuredRef } = measured
  const scrollerRef = useCallback(
    (element: HTMLDivElement | null) => {
      scroller.current = element
      return measuredRef(element)
    },
    [measuredRef],
  )
  useLayoutEffect(measure, [measure, covered])
  const windowing = useWindowing({ scroller, count: lines.count, rowHeight, headerHeight })
  const { page, scrollTo } = windowing
  const { onOpen, onMove, onClose, onToggleGroup } = props
  const focus = useLineFocus({
    lines,
    selectedKey,
    body,
    page,
    scrollTo,
    onOpen,
    onMove,
    onTick: props.onTick,
    onClose,
    onToggleGroup,
  })
  const kept = focus.entryKey === null ? null : (lines.indexOf(focus.entryKey) ?? null)

  const heldKey = useCallback(() => {
    const inside = body.current?.contains(document.activeElement) === true
    return (inside ? keyUnder(document.activeElement) : null) ?? hovered.current
  }, [])
  useSteadyScroll({ scroller, lines, rowHeight, viewKey: props.viewKey, heldKey })
  useImperativeHandle(props.ref, () => ({ focusLine: focus.focusLine, enter: focus.enter }))

  // A link to an open row scrolls the row into view, once, as soon as the row is present.
  const arrived = useRef(selectedKey === null)
  useEffect(() => {
    const index = arrived.current || selectedKey === null ? undefined : lines.indexOf(selectedKey)
    if (arrived.current || index === undefined) return
    arrived.current = true
    scrollTo(index, 'center')
  })

  const onClick = (event: MouseEvent) => {
    const key = keyUnder(event.target)
    const isGroup = key !== null && lines.at(lines.indexOf(key) ?? -1)?.kind === 'group'
    const onControl = !isGroup && event.target instanceof Element && event.target.closest(controls) !== null
    if (key === null || onControl || (window.getSelection()?.toString() ?? '') !== '') return
    focus.open(key)
  }

  const drawn = useDrawnLines(lines, windowing.drawn(kept), windowing.isMoving)
  const tracks = laidOut.map(({ width }) => `${width}px`).join(' ')
  return (
    <div className="flex min-h-0 flex-1 flex-col">
      <div ref={scrollerRef} className="min-h-0 flex-1 overflow-auto overscroll-contain contain-strict">
        <div
          role="table"
          aria-label={props.label}
          aria-rowcount={lines.count + 1}
          aria-colcount={laidOut.length}
          aria-busy={props.busy}
          style={{ width: columnsMayLeave ? undefined : 'max-content', minWidth: '100%' }}
        >
          <TableHeader columns={laidOut} tracks={tracks} sort={props.sort} onSort={props.onSort} />
          {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- the lines inside take the focus; their events bubble to here */}
          <div
            ref={body}
            role="rowgroup"
            className="relative"
            style={{ height: lines.count * rowHeight }}
            onKeyDown={focus.onKeyDown}
            onClick={onClick}
            onFocus={(event) => focus.onFocusKey(keyUnder(event.target))}
            onPointerOver={(event) => {
              hovered.current = keyUnder(event.target)
            }}
            onPointerLeave={() => {
              hovered.current = null
            }}
          >
            {drawn.map(({ element, item, index, isWhole }) => (
              <TableLine
                key={element}
                item={item}
                index={index}
                columns={laidOut}
                tracks={tracks}
                top={index * rowHeight}
                height={rowHeight}
                isEntry={item.key === focus.entryKey}
                isSelected={item.key === selectedKey}
                isWhole={isWhole}
              />
            ))}
          </div>
        </div>
      </div>
      {props.footer(windowing.range)}
    </div>
  )
}
