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

/** The columns after as many steps, of leaving and shrinking, as the space requires. */
function leaving(columns: readonly TableColumn[], space: number): readonly TableColumn[] {
  const steps = columns.flatMap(({ id, leaves, shrinks }) => [
    ...(shrinks === undefined ? [] : [{ id, at: shrinks.at, width: shrinks.to }]),
    ...(leaves === undefined ? [] : [{ id, at: leaves, width: null }]),
  ])
  let kept = columns
  for (const { id, width } of steps.sort((left, right) => left.at - right.at)) {
    if (sum(kept) <= space) break
    kept = kept.flatMap((column) =>
      column.id !== id ? [column] : width === null ? [] : [{ ...column, width: Math.min(column.width, width) }],
    )
  }
  return kept
}

/** Less of a text than this, in CSS pixels at a text size of 16 px, tells nothing. */
const leastText = 160

/**
 * Removes columns under a floating panel; the others keep their position to the pixel. A text that begins before the panel
 * is cut where the panel begins.
 */
function uncovered(columns: readonly LaidOutColumn[], space: number, scale: number): readonly LaidOutColumn[] {
  let edge = 0
  return columns.flatMap((one) => {
    const left = space - edge
    edge += one.width
    if (edge <= space || one.column.leaves === undefined) return [one]
    const isCut = one.column.growsTo !== undefined && left >= leastText * scale
    return isCut ? [{ ...one, width: left }] : []
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
  return mayLeave && covered > 0 ? uncovered(shared, width - covered, scale) : shared
}
