import { cannotCompute } from './refusal'
import { toText, type Column, type Evaluator, type KustoType, type Row } from './values'

/** A checked expression: its type, and its evaluator for a row. */
export interface Compiled {
  readonly type: KustoType
  readonly run: Evaluator
  /** Set for a literal value. */
  readonly literal?: { readonly value: unknown }
}

/** The columns that an expression may use. */
export type Scope = readonly Column[]

export const isNumeric = ({ type }: Compiled): boolean => type === 'long' || type === 'real'
export const isTextual = ({ type }: Compiled): boolean => type === 'string' || type === 'dynamic'

/** A value as text; for types other than text and dynamic, Azure's result is unknown to the simulator. */
export function textOf(compiled: Compiled, what: string): (row: Row) => string {
  if (!isTextual(compiled)) cannotCompute(`${what} of a ${compiled.type}`)
  const { run } = compiled
  return (row) => toText(run(row))
}

/** A value as a number; null for other types. */
export function numberOf(compiled: Compiled, what: string): (row: Row) => number | null {
  if (!isNumeric(compiled)) cannotCompute(`${what} of a ${compiled.type}`)
  const { run } = compiled
  return (row) => {
    const value = run(row)
    return typeof value === 'number' ? value : null
  }
}

/** A value as a list; null for other types. */
export function listOf(compiled: Compiled, what: string): (row: Row) => readonly unknown[] | null {
  if (compiled.type !== 'dynamic') cannotCompute(`${what} of a ${compiled.type}`)
  const { run } = compiled
  return (row) => {
    const value = run(row)
    return Array.isArray(value) ? value : null
  }
}
