import { mapInSteps, type Steps } from './pauses'
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
  readonly rows: () => Steps<readonly Row[]>
}

/** A plan whose rows are computed from those of another one. */
export function following(
  { rows: before }: Plan,
  after: Omit<Plan, 'rows'>,
  rows: (given: readonly Row[]) => Steps<readonly Row[]> | readonly Row[],
): Plan {
  const { columns, limited } = after
  return {
    columns,
    limited,
    *rows() {
      const made = rows(yield* before())
      return 'next' in made ? yield* made : made
    },
  }
}

/** A plan with one new row for each row. */
export function mapped(before: Plan, columns: readonly Column[], map: (row: Row) => Row): Plan {
  return following(before, { ...before, columns }, (rows) => mapInSteps(rows, map))
}
