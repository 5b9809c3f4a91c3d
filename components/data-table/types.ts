import type { ReactNode } from 'react'

export type SortOrder = 'ascending' | 'descending'
export type Density = 'normal' | 'compact'

export interface TableColumn {
  readonly id: string
  readonly header: string
  /** Width at a text size of 16 px; grows with the text. */
  readonly width: number
  /** Takes what is left over, up to this width. */
  readonly growsTo?: number
  readonly align?: 'start' | 'end'
  /** Names its row to screen readers. One column has it. */
  readonly isRowHeader?: boolean
  /** What readers look for while lines fly past; the other columns follow when they slow down. */
  readonly isLandmark?: boolean
  /** Where room is short, columns leave in this order, lowest first; a column without a number stays. */
  readonly leaves?: number
  /** Width of the bar that stands for a value still to come. */
  readonly placeholderWidth?: number
}

/** A row of values. The same object for the same values: a line is drawn again only when its object changes. */
export interface TableRow {
  readonly kind: 'row'
  readonly key: string
  readonly cell: (columnId: string) => ReactNode
  readonly className?: string | undefined
}

/** The head of a group of rows; opening it turns `expanded` round. */
export interface TableGroup {
  readonly kind: 'group'
  readonly key: string
  readonly content: ReactNode
  readonly expanded: boolean
}

/** A row whose values are still to come. */
export interface TablePlaceholder {
  readonly kind: 'placeholder'
  readonly key: string
}

/** One line of the table. Keys are unique in a table and stay with their line. */
export type TableItem = TableRow | TableGroup | TablePlaceholder

export interface TableSort {
  readonly columnId: string
  readonly order: SortOrder
}

/** Which lines are to be seen, counted from 1; both 0 for none. */
export interface VisibleRange {
  readonly first: number
  readonly last: number
}
