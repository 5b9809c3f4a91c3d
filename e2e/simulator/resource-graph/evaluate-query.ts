import { checkDates } from './check-dates'
import { order } from './compare'
import { toText } from './functions'
import { compile, type Evaluator, type Row } from './evaluate-expression'
import { ConstantRow, ExtendedRow, ProjectedRow } from './derived-rows'
import {
  QueryError,
  type Aggregate,
  type Expression,
  type NamedExpression,
  type Query,
  type SortKey,
  type Stage,
} from './syntax'

/** Where the rows of a table come from. `types` names the only resource types wanted (lower case); null means all. */
export interface RowSource {
  readonly columns: readonly string[]
  readonly rows: (types: readonly string[] | null) => Row[]
  /** Rows of another table; absent where there is only this one. */
  readonly table?: (name: string) => RowSource
}

/** Rows with the columns they have. */
export interface Relation {
  readonly columns: readonly string[]
  readonly rows: readonly Row[]
}

/** Runs a query. Filters, order and joins are computed here; a projected column only when it is asked for. */
export function evaluate(query: Query, source: RowSource): Relation {
  checkDates(query)
  const own = source.table?.(query.table) ?? source
  const [first] = query.stages
  const types = first?.kind === 'where' ? typesOf(first.condition) : null
  let relation: Relation = { columns: own.columns, rows: own.rows(types) }
  for (const stage of query.stages) relation = apply(stage, relation, source)
  return relation
}

/** Resource types a condition allows, where it says so in one of its `and` parts. */
function typesOf(condition: Expression): readonly string[] | null {
  if (condition.kind === 'and') return typesOf(condition.left) ?? typesOf(condition.right)
  const isType = (side: Expression): boolean => side.kind === 'column' && side.name === 'type'
  if (
    condition.kind === 'compare' &&
    (condition.operator === '=~' || condition.operator === '==') &&
    isType(condition.left)
  ) {
    return condition.right.kind === 'literal' ? [toText(condition.right.value).toLowerCase()] : null
  }
  if (condition.kind === 'in' && !condition.operator.startsWith('!') && isType(condition.left)) {
    const texts = condition.items.map((item) => (item.kind === 'literal' ? toText(item.value).toLowerCase() : null))
    return texts.every((text) => text !== null) ? texts : null
  }
  return null
}

function apply(stage: Stage, relation: Relation, source: RowSource): Relation {
  switch (stage.kind) {
    case 'where': {
      const condition = compile(stage.condition, relation.columns)
      return { ...relation, rows: relation.rows.filter((row) => condition(row) === true) }
    }
    case 'project':
      return project(stage.columns, relation)
    case 'distinct':
      return distinct(project(stage.columns, relation))
    case 'extend':
      return extend(stage.columns, relation)
    case 'expand':
      return expand(stage.column, relation)
    case 'order':
      return sort(stage.keys, relation)
    case 'take':
      return { ...relation, rows: relation.rows.slice(0, stage.rows) }
    case 'count':
      return { columns: ['Count'], rows: [new ConstantRow({ Count: relation.rows.length })] }
    case 'summarize':
      return summarize(stage, relation)
    case 'leftouter':
      return leftOuter(stage, relation, source)
  }
}

function evaluators(columns: readonly NamedExpression[], relation: Relation): Map<string, Evaluator> {
  return new Map(columns.map(({ name, expression }) => [name, compile(expression, relation.columns)]))
}

function project(columns: readonly NamedExpression[], relation: Relation): Relation {
  const byName = evaluators(columns, relation)
  return { columns: [...byName.keys()], rows: relation.rows.map((row) => new ProjectedRow(row, byName)) }
}

function extend(columns: readonly NamedExpression[], relation: Relation): Relation {
  const byName = evaluators(columns, relation)
  const rows = relation.rows.map((row) => new ExtendedRow(row, byName))
  return { columns: [...new Set([...relation.columns, ...byName.keys()])], rows }
}

/** One row for each element of a list; a row whose list is empty or missing goes. */
function expand({ name, expression }: NamedExpression, relation: Relation): Relation {
  const list = compile(expression, relation.columns)
  const rows = relation.rows.flatMap((row) => {
    const found = list(row)
    const elements: readonly unknown[] = Array.isArray(found) ? found : []
    return elements.map((element) => new ExtendedRow(row, new Map([[name, () => element]])))
  })
  return { columns: [...new Set([...relation.columns, name])], rows }
}

function sort(keys: readonly SortKey[], relation: Relation): Relation {
  const compiled = keys.map(({ expression, descending }) => ({
    evaluator: compile(expression, relation.columns),
    descending,
  }))
  const keyed = relation.rows.map((row) => ({ row, values: compiled.map(({ evaluator }) => evaluator(row)) }))
  keyed.sort((left, right) => {
    for (const [index, { descending }] of compiled.entries()) {
      const sign = order(left.values[index], right.values[index])
      if (sign !== 0) return descending ? -sign : sign
    }
    return 0
  })
  return { ...relation, rows: keyed.map(({ row }) => row) }
}

function distinct(relation: Relation): Relation {
  const known = new Map(
    relation.rows.map((row) => [JSON.stringify(relation.columns.map((column) => row.get(column))), row]),
  )
  return { ...relation, rows: [...known.values()] }
}

/** What an aggregate makes of the rows of a group. */
function aggregated(rows: readonly Row[], { kind }: Aggregate, value: Evaluator | null): unknown {
  if (kind === 'count' || value === null) return rows.length
  const sign = kind === 'max' ? 1 : -1
  return rows
    .map(value)
    .reduce((best: unknown, each) => (best === null || order(each, best) * sign > 0 ? each : best), null)
}

function summarize(stage: Extract<Stage, { kind: 'summarize' }>, relation: Relation): Relation {
  const by = evaluators(stage.by, relation)
  const values = stage.aggregates.map(({ of }) => (of === null ? null : compile(of, relation.columns)))
  const groups = new Map<string, { readonly values: Record<string, unknown>; readonly rows: Row[] }>()
  for (const row of relation.rows) {
    const own = Object.fromEntries([...by].map(([name, evaluator]) => [name, evaluator(row)]))
    const key = JSON.stringify(Object.values(own))
    const group = groups.get(key)
    if (group === undefined) groups.set(key, { values: own, rows: [row] })
    else group.rows.push(row)
  }
  const result = (rows: readonly Row[]): Record<string, unknown> =>
    Object.fromEntries(
      stage.aggregates.map((aggregate, index) => [aggregate.name, aggregated(rows, aggregate, values[index] ?? null)]),
    )
  const rows = [...groups.values()].map((group) => new ConstantRow({ ...group.values, ...result(group.rows) }))
  const isWhole = stage.by.length === 0 && rows.length === 0
  const columns = [...by.keys(), ...stage.aggregates.map(({ name }) => name)]
  return { columns, rows: isWhole ? [new ConstantRow(result([]))] : rows }
}

/** Every left row once for each right row of its key, or once with empty columns; a right column of a name taken gets 1 added. */
function leftOuter(stage: Extract<Stage, { kind: 'leftouter' }>, relation: Relation, source: RowSource): Relation {
  const right = evaluate(stage.right, source)
  for (const name of stage.on) {
    if (!relation.columns.includes(name) || !right.columns.includes(name)) {
      throw new QueryError('SemanticError', `join: both sides need the column '${name}'.`, 0, name)
    }
  }
  const [only = ''] = stage.on
  // A single text needs no marks around it, and there are tens of thousands.
  const keyOf = (row: Row): string => {
    const value = stage.on.length === 1 ? row.get(only) : null
    return typeof value === 'string' ? value : JSON.stringify(stage.on.map((name) => row.get(name)))
  }
  const names = new Map(right.columns.map((name) => [relation.columns.includes(name) ? `${name}1` : name, name]))
  const byKey = new Map<string, ReadonlyMap<string, Evaluator>[]>()
  for (const row of right.rows) {
    const columns = new Map([...names].map(([shown, name]) => [shown, () => row.get(name)] as const))
    const same = byKey.get(keyOf(row))
    if (same === undefined) byKey.set(keyOf(row), [columns])
    else same.push(columns)
  }
  const none: readonly ReadonlyMap<string, Evaluator>[] = [
    new Map([...names.keys()].map((shown) => [shown, () => null])),
  ]
  return {
    columns: [...relation.columns, ...names.keys()],
    rows: relation.rows.flatMap((row) =>
      (byKey.get(keyOf(row)) ?? none).map((columns) => new ExtendedRow(row, columns)),
    ),
  }
}
