import { memberOf, type Evaluator, type Row } from './evaluate-expression'
import type { Value } from './functions'

/** A row of fixed values: what `count` and `summarize` make. */
export class ConstantRow implements Row {
  constructor(private readonly values: Readonly<Record<string, Value>>) {}

  get(column: string): Value {
    return this.values[column] ?? null
  }

  member(column: string, key: string | number): Value {
    return memberOf(this.get(column), key)
  }
}

/** A row that has the given columns and no others. */
export class ProjectedRow implements Row {
  constructor(
    private readonly row: Row,
    private readonly columns: ReadonlyMap<string, Evaluator>,
  ) {}

  get(column: string): Value {
    return this.columns.get(column)?.(this.row) ?? null
  }

  member(column: string, key: string | number): Value {
    return memberOf(this.get(column), key)
  }
}

/** A row with columns added to, or put in the place of, those it had. */
export class ExtendedRow implements Row {
  constructor(
    private readonly row: Row,
    private readonly columns: ReadonlyMap<string, Evaluator>,
  ) {}

  get(column: string): Value {
    const evaluator = this.columns.get(column)
    return evaluator === undefined ? this.row.get(column) : (evaluator(this.row) ?? null)
  }

  member(column: string, key: string | number): Value {
    return this.columns.has(column) ? memberOf(this.get(column), key) : this.row.member(column, key)
  }
}
