import type { Column, Row } from './values'

/** Where the rows of a table come from. `types` names the only resource types wanted (lower case), and no others are given; null means all. */
export interface RowSource {
  readonly columns: readonly Column[]
  readonly rows: (types: readonly string[] | null) => readonly Row[]
}

/** The tables of a tenant by lower-case name; throws what Azure refuses or the simulator cannot compute. */
export interface Catalog {
  readonly table: (name: string) => RowSource
}

/** A query that was checked. No row is read before `rows` is called. */
export interface Plan {
  readonly columns: readonly Column[]
  /** True behind `limit`, `take` and `top`: such an answer has no further pages. */
  readonly limited: boolean
  readonly rows: () => readonly Row[]
}

/** A plan with other rows of the same columns. */
export function filtered(plan: Plan, rows: (given: readonly Row[]) => readonly Row[]): Plan {
  return { ...plan, rows: () => rows(plan.rows()) }
}
