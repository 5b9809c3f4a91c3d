import { compile, unresolved } from './compile-expression'
import type { Compiled } from './compiled'
import { DateValue } from './dates'
import { ExpandedRow, ExtendedRow, ProjectedRow } from './derived-rows'
import { mapInSteps, type Steps } from './pauses'
import { following, mapped, type Plan } from './plan'
import { cannotCompute, refuse } from './refusal'
import type { JoinKey, NamedExpression, SortKey, Stage } from './syntax'
import { isMissing, order, type Column, type Evaluator, type KustoType, type Row, type Value } from './values'

/** Columns with their evaluators, computed from the columns before the stage. */
export interface Computed {
  readonly columns: readonly Column[]
  readonly evaluators: ReadonlyMap<string, Evaluator>
}

/** Compiles columns against those before the stage: a column cannot use another one of the same stage. */
export function compute(columns: readonly NamedExpression[], before: Plan): Computed {
  const evaluators = new Map<string, Evaluator>()
  const made = columns.map(({ name, expression }): Column => {
    const { type, run } = compile(expression, before.columns)
    if (evaluators.has(name)) refuse('two columns of one name')
    evaluators.set(name, run)
    return { name, type }
  })
  return { columns: made, evaluators }
}

export function planProject(columns: readonly NamedExpression[], before: Plan): Plan {
  const { columns: made, evaluators } = compute(columns, before)
  return mapped(before, made, (row) => new ProjectedRow(row, evaluators))
}

const matches = (pattern: string, name: string): boolean => new RegExp(`^${pattern.replaceAll('*', '.*')}$`).test(name)

export function planProjectAway(patterns: readonly string[], before: Plan): Plan {
  for (const pattern of patterns) {
    if (!pattern.includes('*') && !before.columns.some(({ name }) => name === pattern)) unresolved(pattern)
  }
  const columns = before.columns.filter(({ name }) => !patterns.some((pattern) => matches(pattern, name)))
  return { ...before, columns }
}

export function planRename(pairs: readonly JoinKey[], before: Plan): Plan {
  for (const { right } of pairs) if (!before.columns.some(({ name }) => name === right)) unresolved(right)
  const renamed = (name: string): string => pairs.find(({ right }) => right === name)?.left ?? name
  const columns = before.columns.map(({ name }): NamedExpression => {
    return { name: renamed(name), given: true, expression: { kind: 'column', name } }
  })
  return planProject(columns, before)
}

/** The existing columns, those of the same name replaced, then the new ones. */
function added(before: readonly Column[], made: readonly Column[]): Column[] {
  const kept = before.map((column) => made.find(({ name }) => name === column.name) ?? column)
  return [...kept, ...made.filter(({ name }) => !before.some((column) => column.name === name))]
}

export function planExtend(columns: readonly NamedExpression[], before: Plan): Plan {
  const { columns: made, evaluators } = compute(columns, before)
  return mapped(before, added(before.columns, made), (row) => new ExtendedRow(row, evaluators))
}

const holds: Readonly<Record<KustoType, (value: Value) => boolean>> = {
  bool: (value) => typeof value === 'boolean',
  long: (value) => typeof value === 'number',
  real: (value) => typeof value === 'number',
  string: (value) => typeof value === 'string',
  dynamic: () => true,
  datetime: (value) => value instanceof DateValue,
  timespan: () => false,
}

/** A bag gives a bag for each of its members; null and a scalar stay unchanged. */
function elementsOf(value: Value): readonly Value[] {
  if (Array.isArray(value)) return value
  if (typeof value !== 'object' || value === null) return [value ?? null]
  return Object.entries(value).map(([key, member]: [string, Value]) => ({ [key]: member }))
}

/** One row for each element of a list, at most `rows`; a row with an empty list is removed. */
export function planExpand({ column, type, rows: most }: Extract<Stage, { kind: 'expand' }>, before: Plan): Plan {
  const { name, expression } = column
  const list = compile(expression, before.columns)
  if (list.type !== 'dynamic') refuse('mv-expand of a value that is not dynamic')
  const isOfType = holds[type]
  const expanded = (row: Row): Row[] =>
    elementsOf(list.run(row))
      .slice(0, most)
      .map((element) => new ExpandedRow(row, name, isOfType(element) ? element : null))
  return following(before, { ...before, columns: added(before.columns, [{ name, type }]) }, function* (rows) {
    return (yield* mapInSteps(rows, expanded)).flat()
  })
}

interface Key extends Omit<SortKey, 'expression'> {
  readonly run: Evaluator
}

function checkKey({ type }: Compiled): void {
  if (type === 'dynamic') refuse('order by a dynamic value', "order operator: key can't be of dynamic type")
  if (type === 'bool') cannotCompute('order by a bool')
}

/** Order of two values by one key: the position of null does not depend on the direction. */
function compareBy({ descending, nullsFirst }: Key, left: Value, right: Value): number {
  if (isMissing(left) || isMissing(right)) {
    if (isMissing(left) && isMissing(right)) return 0
    return isMissing(left) === nullsFirst ? -1 : 1
  }
  const sign = order(left, right)
  return descending ? -sign : sign
}

export function planOrder(keys: readonly SortKey[], before: Plan): Plan {
  const compiled = keys.map(({ expression, descending, nullsFirst }): Key => {
    const key = compile(expression, before.columns)
    checkKey(key)
    return { run: key.run, descending, nullsFirst }
  })
  return following(before, before, (rows) => sorted(rows, compiled))
}

/** A key with its value for each row. */
interface KeyColumn {
  readonly key: Key
  readonly values: readonly Value[]
}

/** Rows in the order of their keys. Most tables already have the requested order: those stay unchanged. */
function* sorted(rows: readonly Row[], keys: readonly Key[]): Steps<readonly Row[]> {
  const columns: KeyColumn[] = []
  for (const key of keys) columns.push({ key, values: yield* mapInSteps(rows, key.run) })
  const compare = (left: number, right: number): number => {
    for (const { key, values } of columns) {
      const sign = compareBy(key, values[left], values[right])
      if (sign !== 0) return sign
    }
    return 0
  }
  let place = 1
  while (place < rows.length && compare(place - 1, place) <= 0) place += 1
  if (place >= rows.length) return rows
  const places = rows.map((_, index) => index).sort(compare)
  return places.flatMap((index) => rows[index] ?? [])
}
