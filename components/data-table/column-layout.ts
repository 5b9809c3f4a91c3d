import type { TableColumn } from './types'

export interface LaidOutColumn {
  readonly column: TableColumn
  /** CSS pixels. */
  readonly width: number
}

export interface ColumnSpace {
  /** Width available to the table, in CSS pixels. */
  readonly width: number
  /** The part of it that a floating panel covers at the far edge. */
  readonly covered: number
  /** Text size in relation to 16 px. */
  readonly scale: number
  /** False when the user chose the columns: then all stay, and the table scrolls sideways. */
  readonly mayLeave: boolean
}

function sum(columns: readonly { readonly width: number }[]): number {
  return columns.reduce((total, column) => total + column.width, 0)
}

function leaving(columns: readonly TableColumn[], space: number): readonly TableColumn[] {
  let kept = columns
  const order = columns
    .filter((column) => column.leaves !== undefined)
    .sort((left, right) => (left.leaves ?? 0) - (right.leaves ?? 0))
  for (const next of order) {
    if (sum(kept) <= space) break
    kept = kept.filter((column) => column !== next)
  }
  return kept
}

/** Removes columns under a floating panel; the others keep their position to the pixel. */
function uncovered(columns: readonly LaidOutColumn[], space: number): readonly LaidOutColumn[] {
  let edge = 0
  return columns.filter(({ width, column }) => {
    edge += width
    return edge <= space || column.leaves === undefined
  })
}

/** The columns that fit, with their widths. Remaining width goes to the growing columns, then to the last. */
export function layOutColumns(columns: readonly TableColumn[], space: ColumnSpace): readonly LaidOutColumn[] {
  const { width, covered, scale, mayLeave } = space
  const kept = mayLeave ? leaving(columns, width / scale) : columns
  let spare = Math.max(0, width - sum(kept) * scale)
  const laidOut = kept.map((column): LaidOutColumn => {
    const base = column.width * scale
    const extra = Math.min(spare, Math.max(0, (column.growsTo ?? column.width) * scale - base))
    spare -= extra
    return { column, width: base + extra }
  })
  // Width that no column needs is shared, so that numbers at the far edge stay there.
  const shared = laidOut.map((one) => ({ ...one, width: one.width + spare / Math.max(1, laidOut.length) }))
  return mayLeave && covered > 0 ? uncovered(shared, width - covered) : shared
}
