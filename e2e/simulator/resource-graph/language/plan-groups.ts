import { compile } from './compile-expression'
import { checkCondition } from './conditions'
import type { AggregateName } from './features'
import { isNumeric, type Compiled } from './compiled'
import { ComputedRow, placesOf } from './derived-rows'
import { mapInSteps, type Steps } from './pauses'
import { following, type Plan } from './plan'
import { compute, planProject, type Computed } from './plan-stages'
import { cannotCompute, refuse } from './refusal'
import type { Aggregate, NamedExpression, Stage } from './syntax'
import { cellOf, isMissing, order, type Column, type Evaluator, type KustoType, type Row, type Value } from './values'

function checkKeys(columns: readonly Column[]): void {
  const dynamic = columns.find(({ type }) => type === 'dynamic')
  if (dynamic === undefined) return
  refuse(
    'a key of a group that is dynamic',
    `Summarize group key '${dynamic.name}' is of a 'dynamic' type. Please use an explicit cast`,
  )
}

/** Values as one text, equal only for equal values: lengths delimit the texts. */
function keyOf(values: readonly Value[]): string {
  let key = ''
  for (const value of values) {
    const text = typeof value === 'string' ? value : JSON.stringify(value ?? null)
    key += `${typeof value === 'string' ? 's' : 'j'}${text.length}:${text}`
  }
  return key
}

export function planDistinct(columns: readonly NamedExpression[], before: Plan): Plan {
  const projected = planProject(columns, before)
  checkKeys(projected.columns)
  // A later stage reads the values that were compared: computing them again costs more than all other stages.
  const places = placesOf(projected.columns)
  return following(projected, projected, function* (rows) {
    const distinct = new Map<string, Row>()
    const add = (row: Row): void => {
      const cells = projected.columns.map((column) => cellOf(row, column))
      const key = keyOf(cells)
      if (!distinct.has(key)) distinct.set(key, new ComputedRow(places, cells))
    }
    yield* mapInSteps(rows, add)
    return [...distinct.values()]
  })
}

/** One column of a result, computed from the rows of a group. */
interface Result {
  readonly column: Column
  readonly of: (rows: readonly Row[]) => Value
}

const found = (rows: readonly Row[], run: Evaluator): Value[] => rows.map(run).filter((value) => !isMissing(value))

function extreme(sign: 1 | -1): (values: readonly Value[]) => Value {
  return (values) =>
    values.reduce((best: Value, each) => (isMissing(best) || order(each, best) * sign > 0 ? each : best), null)
}

const total = (values: readonly Value[]): number =>
  values.reduce((sum: number, value) => sum + (typeof value === 'number' ? value : 0), 0)

const distinctOf = (values: readonly Value[]): Value[] => [
  ...new Map(values.map((value) => [JSON.stringify(value), value])).values(),
]

type Calculation = (values: readonly Value[]) => Value

const calculations: Readonly<Record<Exclude<AggregateName, 'arg_max' | 'count' | 'countif'>, Calculation>> = {
  any: ([first]) => first ?? null,
  avg: (values) => (values.length === 0 ? null : total(values) / values.length),
  make_list: (values) => values,
  make_set: distinctOf,
  makeset: distinctOf,
  max: extreme(1),
  min: extreme(-1),
  sum: total,
}

function typeOf(kind: keyof typeof calculations, of: Compiled): KustoType {
  if (kind.startsWith('make')) return 'dynamic'
  if (kind === 'any') return of.type
  if (of.type === 'dynamic') cannotCompute(`${kind}() of a dynamic value`)
  if (kind !== 'avg' && kind !== 'sum') return of.type
  if (!isNumeric(of)) cannotCompute(`${kind}() of a ${of.type}`)
  return kind === 'avg' ? 'real' : of.type
}

/** `arg_max(x, a, b)`: the largest value, and the columns of its row. */
function argMax({ name, others }: Aggregate, of: Compiled, before: Plan, by: readonly Column[]): Result[] {
  const taken = new Set([name, ...by.map((column) => column.name)])
  const rest: Computed =
    others === null
      ? {
          columns: before.columns.filter((column) => !taken.has(column.name)),
          evaluators: new Map(before.columns.map((column) => [column.name, (row: Row) => cellOf(row, column)])),
        }
      : compute(others, before)
  const best = (rows: readonly Row[]): Row | null =>
    rows.reduce(
      (first: Row | null, row) => (first === null || order(of.run(row), of.run(first)) > 0 ? row : first),
      null,
    )
  const picked = (run: Evaluator | undefined) => (rows: readonly Row[]) => {
    const row = best(rows)
    return row === null ? null : run?.(row)
  }
  return [
    { column: { name, type: of.type }, of: picked(of.run) },
    ...rest.columns.map((column) => ({ column, of: picked(rest.evaluators.get(column.name)) })),
  ]
}

const countOf = (rows: readonly Row[], run: Evaluator): number =>
  rows.reduce((count, row) => (run(row) === true ? count + 1 : count), 0)

function resultsOf(aggregate: Aggregate, before: Plan, by: readonly Column[]): Result[] {
  const { name, kind } = aggregate
  if (aggregate.of === null) return [{ column: { name, type: 'long' }, of: (rows) => rows.length }]
  const of = compile(aggregate.of, before.columns)
  if (kind === 'arg_max') return argMax(aggregate, of, before, by)
  if (kind === 'countif' || kind === 'count') {
    checkCondition(of)
    return [{ column: { name, type: 'long' }, of: (rows) => countOf(rows, of.run) }]
  }
  const calculate = calculations[kind]
  return [{ column: { name, type: typeOf(kind, of) }, of: (rows) => calculate(found(rows, of.run)) }]
}

interface Group {
  readonly values: readonly Value[]
  readonly rows: Row[]
}

function* groupsOf(rows: readonly Row[], { evaluators }: Computed): Steps<Group[]> {
  const groups = new Map<string, Group>()
  const runs = [...evaluators.values()]
  const add = (row: Row): void => {
    const values = runs.map((run) => run(row))
    const key = keyOf(values)
    const group = groups.get(key)
    if (group !== undefined) group.rows.push(row)
    else groups.set(key, { values, rows: [row] })
  }
  yield* mapInSteps(rows, add)
  return [...groups.values()]
}

/** Kusto numbers a name that it assigns if it exists: `count_`, `count_1`. */
function numbered(aggregates: readonly Aggregate[]): Aggregate[] {
  const taken = new Map<string, number>()
  return aggregates.map((aggregate) => {
    const again = taken.get(aggregate.name) ?? 0
    taken.set(aggregate.name, again + 1)
    return again === 0 ? aggregate : { ...aggregate, name: `${aggregate.name}${again}` }
  })
}

export function planSummarize(stage: Extract<Stage, { kind: 'summarize' }>, before: Plan): Plan {
  const by = compute(stage.by, before)
  checkKeys(by.columns)
  const results = numbered(stage.aggregates).flatMap((each) => resultsOf(each, before, by.columns))
  const columns = [...by.columns, ...results.map(({ column }) => column)]
  if (new Set(columns.map(({ name }) => name)).size < columns.length) refuse('two columns of one name')
  const places = placesOf(columns)
  const resultOf = ({ values, rows }: Group): Row =>
    new ComputedRow(places, [...values, ...results.map(({ of }) => of(rows))])
  return following(before, { ...before, columns }, function* (rows) {
    const groups = yield* groupsOf(rows, by)
    const all = stage.by.length === 0 && groups.length === 0 ? [{ values: [], rows: [] }] : groups
    return yield* mapInSteps(all, resultOf)
  })
}
