import type { ReactNode } from 'react'

export type SortOrder = 'ascending' | 'descending'
export type Density = 'normal' | 'compact'

export interface TableColumn {
  readonly id: string
  readonly header: string
  /** Stands in the header instead of the button that sorts by the column. */
  readonly heading?: ReactNode
  /** Width at a text size of 16 px; grows with the text. */
  readonly width: number
  /** Takes remaining width, up to this value. */
  readonly growsTo?: number
  readonly align?: 'start' | 'end'
  /** When space is short, its width becomes `to` in the order of `leaves`, before columns with a greater number leave. */
  readonly shrinks?: { readonly at: number; readonly to: number }
  /** Names its row to screen readers. Exactly one column has it. */
  readonly isRowHeader?: boolean
  /** A landmark column is shown during fast scrolling; the other columns follow when it slows down. */
  readonly isLandmark?: boolean
  /** When space is short, columns are removed in this order, lowest first; a column without a number stays. */
  readonly leaves?: number
  /** Width of the placeholder bar for a value that has not arrived. */
  readonly placeholderWidth?: number
}

/** A row of values. The same object for the same values: a line is rendered again only when its object changes. */
export interface TableRow {
  readonly kind: 'row'
  readonly key: string
  readonly cell: (columnId: string) => ReactNode
  readonly className?: string | undefined
}

/** The header of a group of rows; opening it toggles `expanded`. */
export interface TableGroup {
  readonly kind: 'group'
  readonly key: string
  readonly content: ReactNode
  readonly expanded: boolean
}

/** A row whose values have not arrived. */
export interface TablePlaceholder {
  readonly kind: 'placeholder'
  readonly key: string
}

/** One line of the table. Keys are unique within a table and belong to one line. */
export type TableItem = TableRow | TableGroup | TablePlaceholder

export interface TableSort {
  readonly columnId: string
  readonly order: SortOrder
}

/** The visible lines, counted from 1; both 0 for none. */
export interface VisibleRange {
  readonly first: number
  readonly last: number
}
