import { ChevronDown, ChevronRight } from 'lucide-react'
import { memo, type CSSProperties, type ReactNode } from 'react'
import { classNames } from '@/components/ui/class-names'
import type { LaidOutColumn } from './column-layout'
import type { TableColumn, TableItem, TablePlaceholder, TableRow } from './types'

export interface TableLineProps {
  readonly item: TableItem
  /** From 0, among the lines below the header. */
  readonly index: number
  readonly columns: readonly LaidOutColumn[]
  /** Value of `grid-template-columns`, the same for every line. */
  readonly tracks: string
  readonly top: number
  readonly height: number
  /** True for the one line in the tab order. */
  readonly isEntry: boolean
  readonly isSelected: boolean
  /** False during fast scrolling: then a row shows only its landmark columns. */
  readonly isWhole: boolean
}

// CSS containment: a line that changes causes layout only within itself.
const lineStyle = 'absolute inset-x-0 grid border-b border-line [contain:size_layout_style]'
const selectedStyle =
  'bg-selected shadow-[inset_0_0_0_var(--selected-outline)_var(--focus)] before:absolute before:inset-y-0 before:left-0 before:w-[3px] before:bg-ink'

function Placeholder({ column }: { readonly column: TableColumn }) {
  return (
    <svg width={column.placeholderWidth ?? column.width / 2} height="10" aria-hidden>
      <rect width="100%" height="10" rx="3" className="fill-sunken" />
    </svg>
  )
}

function contentOf(item: TableRow | TablePlaceholder, column: TableColumn, isWhole: boolean): ReactNode {
  if (item.kind === 'placeholder') return <Placeholder column={column} />
  return isWhole || column.isLandmark === true ? item.cell(column.id) : null
}

interface CellsProps extends Pick<TableLineProps, 'columns' | 'isWhole'> {
  readonly item: TableRow | TablePlaceholder
}

/** Not rendered again where its line only moves, is selected or changes its height. */
const Cells = memo(function Cells({ item, columns, isWhole }: CellsProps) {
  return columns.map(({ column }, index) => {
    const content = contentOf(item, column, isWhole)
    return (
      <div
        key={column.id}
        role={item.kind === 'row' && column.isRowHeader === true ? 'rowheader' : 'cell'}
        aria-colindex={index + 1}
        className={classNames(
          'flex min-w-0 items-center px-2',
          // Each clip costs the browser time while scrolling, so empty cells are not clipped.
          content !== null && 'overflow-hidden',
          index === 0 && 'pl-3',
          index === columns.length - 1 && 'pr-3',
          column.align === 'end' && 'justify-end text-right',
        )}
      >
        {content}
      </div>
    )
  })
})

function Line({ item, index, columns, tracks, top, height, isEntry, isSelected, isWhole }: TableLineProps) {
  const style: CSSProperties = { top, height, gridTemplateColumns: tracks }
  if (item.kind === 'placeholder') {
    return (
      <div role="row" aria-rowindex={index + 2} className={lineStyle} style={style}>
        <Cells item={item} columns={columns} isWhole={isWhole} />
      </div>
    )
  }
  const shared = {
    role: 'row',
    'aria-rowindex': index + 2,
    'data-key': item.key,
    tabIndex: isEntry ? 0 : -1,
    style,
  } as const
  if (item.kind === 'group') {
    const Chevron = item.expanded ? ChevronDown : ChevronRight
    return (
      <div {...shared} className={classNames(lineStyle, 'focus-inside cursor-pointer border-line-strong bg-canvas')}>
        <div role="cell" aria-colspan={columns.length} className="col-span-full flex min-w-0 items-center gap-2 px-3">
          {/* The line itself takes the focus; the button tells screen readers its action and whether the
             row is open. */}
          <button type="button" tabIndex={-1} aria-expanded={item.expanded} className="flex min-w-0 items-center gap-2">
            <Chevron size={14} aria-hidden className="shrink-0 text-text-2" />
            {item.content}
          </button>
        </div>
      </div>
    )
  }
  return (
    <div
      {...shared}
      aria-current={isSelected ? 'true' : undefined}
      className={classNames(
        lineStyle,
        'focus-inside cursor-pointer',
        isSelected ? selectedStyle : 'hover:bg-hover',
        item.className,
      )}
    >
      <Cells item={item} columns={columns} isWhole={isWhole} />
    </div>
  )
}

/** One line: a row, a group header, or a placeholder. Rendered again only when its props change. */
export const TableLine = memo(Line)
