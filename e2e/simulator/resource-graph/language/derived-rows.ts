import { memberOf, type Column, type Evaluator, type Row, type Value } from './values'

/** A row of fixed values: a result of `count` and `summarize`. */
export class ConstantRow implements Row {
  constructor(private readonly values: Readonly<Record<string, Value>>) {}

  get(column: string): Value {
    return this.values[column] ?? null
  }

  member(column: string, key: string | number): Value {
    return memberOf(this.get(column), key)
  }
}

/** A row of computed cells, in the order of its columns: rows of one stage share `places`. */
export class ComputedRow implements Row {
  constructor(
    private readonly places: ReadonlyMap<string, number>,
    private readonly cells: readonly Value[],
  ) {}

  get(column: string): Value {
    const place = this.places.get(column)
    return place === undefined ? null : (this.cells[place] ?? null)
  }

  member(column: string, key: string | number): Value {
    return memberOf(this.get(column), key)
  }
}

/** The place of each column in the cells of a `ComputedRow`. */
export function placesOf(columns: readonly Column[]): ReadonlyMap<string, number> {
  return new Map(columns.map(({ name }, place) => [name, place]))
}

/** A row with one more or one replaced column, whose value is known. */
export class ExpandedRow implements Row {
  constructor(
    private readonly row: Row,
    private readonly column: string,
    private readonly value: Value,
  ) {}

  get(column: string): Value {
    return column === this.column ? this.value : this.row.get(column)
  }

  member(column: string, key: string | number): Value {
    return column === this.column ? memberOf(this.value, key) : this.row.member(column, key)
  }
}

/** A row with only the given columns. */
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

/** A row with additional or replaced columns. */
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

/** A left and a right row of a join, either of which may be missing. `renamed`: names of the right side's columns in the result. */
export class JoinedRow implements Row {
  constructor(
    private readonly left: Row | null,
    private readonly right: Row | null,
    private readonly renamed: ReadonlyMap<string, string>,
  ) {}

  get(column: string): Value {
    const own = this.renamed.get(column)
    return (own === undefined ? this.left?.get(column) : this.right?.get(own)) ?? null
  }

  member(column: string, key: string | number): Value {
    const own = this.renamed.get(column)
    return (own === undefined ? this.left?.member(column, key) : this.right?.member(own, key)) ?? null
  }
}
