import type { Column, Row } from './values'

/** The source of a table's rows. `types` names the only requested resource types (lower case); null means all. */
export interface RowSource {
  readonly columns: readonly Column[]
  readonly rows: (types: readonly string[] | null) => readonly Row[]
}

/** The tables of a tenant by lower-case name; throws Azure's refusals and what the simulator cannot compute. */
export interface Catalog {
  readonly table: (name: string) => RowSource
}

/** A checked query. No row is read before `rows` is called. */
export interface Plan {
  readonly columns: readonly Column[]
  /** True after `limit`, `take` and `top`: such an answer has no further pages. */
  readonly limited: boolean
  readonly rows: () => readonly Row[]
}

/** A plan with other rows of the same columns. */
export function filtered(plan: Plan, rows: (given: readonly Row[]) => readonly Row[]): Plan {
  return { ...plan, rows: () => rows(plan.rows()) }
}
