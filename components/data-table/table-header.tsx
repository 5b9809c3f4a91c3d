import { ArrowDown, ArrowUp } from 'lucide-react'
import { classNames } from '@/components/ui/class-names'
import { oneStop } from '@/components/ui/one-stop'
import type { LaidOutColumn } from './column-layout'
import type { TableSort } from './types'

export interface TableHeaderProps {
  readonly columns: readonly LaidOutColumn[]
  /** Value of `grid-template-columns`, the same for every line. */
  readonly tracks: string
  readonly sort: TableSort
  readonly onSort: (sort: TableSort) => void
}

/** The row of column headers: sticky, each a button that sorts by its column and reverses the order. */
export function TableHeader({ columns, tracks, sort, onSort }: TableHeaderProps) {
  const sortBy = (columnId: string) => {
    const turned = sort.columnId === columnId && sort.order === 'ascending'
    onSort({ columnId, order: turned ? 'descending' : 'ascending' })
  }
  return (
    <div role="rowgroup" className="sticky top-0 z-10 bg-surface">
      <div
        ref={oneStop}
        role="row"
        aria-rowindex={1}
        className="grid h-8 border-b border-line-strong"
        style={{ gridTemplateColumns: tracks }}
      >
        {columns.map(({ column }, index) => {
          if (column.heading !== undefined)
            return (
              <div key={column.id} role="columnheader" aria-colindex={index + 1} className="min-w-0">
                {column.heading}
              </div>
            )
          const sorted = sort.columnId === column.id
          const Arrow = sort.order === 'ascending' ? ArrowDown : ArrowUp
          return (
            <div
              key={column.id}
              role="columnheader"
              aria-colindex={index + 1}
              aria-sort={sorted ? sort.order : 'none'}
              className="min-w-0"
            >
              <button
                type="button"
                onClick={() => sortBy(column.id)}
                className={classNames(
                  'focus-inside flex h-full w-full min-w-0 items-center gap-1 px-2 text-meta font-medium hover:text-text',
                  index === 0 && 'pl-3',
                  index === columns.length - 1 && 'pr-3',
                  column.align === 'end' && 'justify-end',
                  sorted ? 'text-text' : 'text-text-2',
                )}
              >
                <span className="truncate">{column.header}</span>
                {sorted && <Arrow size={14} aria-hidden className="shrink-0" />}
              </button>
            </div>
          )
        })}
      </div>
    </div>
  )
}
