import { unresolved } from './compile-expression'
import { JoinedRow, ProjectedRow } from './derived-rows'
import { mapInSteps, type Steps } from './pauses'
import { following, type Plan } from './plan'
import { cannotCompute, refuse } from './refusal'
import type { JoinKey, Stage } from './syntax'
import { cellOf, isMissing, toText, type Column, type Evaluator, type Row } from './values'

/** Columns of both sides; a duplicate name of the right side gets a number: `id1`. */
function joinedColumns(left: readonly Column[], right: readonly Column[]) {
  const names = new Set(left.map(({ name }) => name))
  const renamed = new Map<string, string>()
  const columns = right.map(({ name, type }): Column => {
    let free = name
    for (let again = 1; names.has(free); again += 1) free = `${name}${again}`
    names.add(free)
    renamed.set(free, name)
    return { name: free, type }
  })
  return { columns: [...left, ...columns], renamed }
}

const columnOf = (plan: Plan, wanted: string): Column =>
  plan.columns.find(({ name }) => name === wanted) ?? unresolved(wanted)

function keyColumns(on: readonly JoinKey[], left: Plan, right: Plan) {
  return on.map((pair): readonly [Column, Column] => {
    const [one, other] = [columnOf(left, pair.left), columnOf(right, pair.right)]
    for (const { name, type } of [one, other]) {
      if (type === 'dynamic')
        refuse('a join on a dynamic column', `join key '${name}' is of a 'dynamic' type. Please use an explicit cast`)
    }
    if (one.type !== other.type) refuse('a join on columns of different types')
    return [one, other]
  })
}

/** The key of a row, null if a part of it is missing: null equals nothing. Text compares with case. */
function keyOf(columns: readonly Column[]): (row: Row) => string | null {
  const [only] = columns
  // A single text needs no delimiters, and there are tens of thousands.
  if (columns.length === 1 && only?.type === 'string') return (row) => toText(row.get(only.name))
  return (row) => {
    const values = columns.map((column) => cellOf(row, column))
    return values.some(isMissing) ? null : JSON.stringify(values)
  }
}

function* byKey(rows: readonly Row[], key: (row: Row) => string | null): Steps<Map<string, Row[]>> {
  const groups = new Map<string, Row[]>()
  const add = (row: Row): void => {
    const own = key(row)
    if (own === null) return
    const group = groups.get(own)
    if (group === undefined) groups.set(own, [row])
    else group.push(row)
  }
  yield* mapInSteps(rows, add)
  return groups
}

/** One left row for each key, as `innerunique` keeps. Azure does not document which one. */
function unique(rows: readonly Row[], key: (row: Row) => string | null): Row[] {
  const known = new Set<string>()
  return rows.filter((row) => {
    const own = key(row)
    if (own === null || known.has(own)) return false
    known.add(own)
    return true
  })
}

/** The four flavours (https://learn.microsoft.com/kusto/query/join-operator). */
export function planJoin({ flavour, on }: Extract<Stage, { kind: 'join' }>, left: Plan, right: Plan): Plan {
  const pairs = keyColumns(on, left, right)
  const { columns, renamed } = joinedColumns(left.columns, right.columns)
  const [leftKey, rightKey] = [keyOf(pairs.map(([one]) => one)), keyOf(pairs.map(([, other]) => other))]
  return following(left, { columns, limited: left.limited }, function* (all) {
    const rightRows = yield* right.rows()
    const partners = yield* byKey(rightRows, rightKey)
    const lefts = flavour === 'innerunique' ? unique(all, leftKey) : all
    const met = new Set<string>()
    const joinedWith = (row: Row): Row[] => {
      const key = leftKey(row)
      const found = key === null ? undefined : partners.get(key)
      if (key !== null) met.add(key)
      if (found !== undefined) return found.map((partner) => new JoinedRow(row, partner, renamed))
      return flavour === 'leftouter' || flavour === 'fullouter' ? [new JoinedRow(row, null, renamed)] : []
    }
    const joined = (yield* mapInSteps(lefts, joinedWith)).flat()
    if (flavour !== 'fullouter') return joined
    const alone = rightRows.filter((row) => {
      const key = rightKey(row)
      return key === null || !met.has(key)
    })
    return [...joined, ...alone.map((row) => new JoinedRow(null, row, renamed))]
  })
}

/** Rows of all legs. `inner` keeps only the common columns. */
export function planUnion(inner: boolean, first: Plan, others: readonly Plan[]): Plan {
  const legs = [first, ...others]
  const all = new Map<string, Column>()
  for (const column of legs.flatMap(({ columns }) => columns)) {
    const known = all.get(column.name)
    if (known !== undefined && known.type !== column.type) cannotCompute('a union of columns of one name and two types')
    all.set(column.name, column)
  }
  const everywhere = ({ name }: Column): boolean =>
    legs.every(({ columns }) => columns.some((column) => column.name === name))
  const columns = [...all.values()].filter((column) => !inner || everywhere(column))
  return {
    columns,
    limited: legs.some(({ limited }) => limited),
    *rows() {
      const all: Row[][] = []
      for (const leg of legs) {
        const evaluators = new Map<string, Evaluator>(
          leg.columns.map((column) => [column.name, (row) => cellOf(row, column)]),
        )
        all.push(yield* mapInSteps(yield* leg.rows(), (row) => new ProjectedRow(row, evaluators)))
      }
      return all.flat()
    },
  }
}
