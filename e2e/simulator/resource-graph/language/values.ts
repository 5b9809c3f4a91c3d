import { DateValue } from './dates'

/** Kusto's types; `int` and `guid` are represented as `long` and `string`. */
export type KustoType = 'bool' | 'long' | 'real' | 'string' | 'dynamic' | 'datetime' | 'timespan'

/** A value of a cell. Text has no null; a time span is in milliseconds. */
export type Value = unknown

export interface Column {
  readonly name: string
  readonly type: KustoType
}

/** A row returns the value of a column by name, or one member of a column without building the rest. Values are computed on demand. */
export interface Row {
  readonly get: (column: string) => Value
  readonly member: (column: string, key: string | number) => Value
}

export type Evaluator = (row: Row) => Value

export const isMissing = (value: Value): value is null | undefined => value === null || value === undefined

const itemAt = (list: readonly unknown[], index: number): Value => list.at(index) ?? null

/** A member of any value; null if the value has none. Names compare with case, a negative index counts from the end. */
export function memberOf(value: Value, key: string | number): Value {
  if (typeof value !== 'object' || value === null || value instanceof DateValue) return null
  if (Array.isArray(value)) return typeof key === 'number' ? itemAt(value, key) : null
  if (key === '__proto__') return null
  const found: unknown = Reflect.get(value, key)
  return typeof found === 'function' ? null : (found ?? null)
}

/** A cell as its column's type has it: text is never missing. */
export function cellOf(row: Row, { name, type }: Column): Value {
  return row.get(name) ?? (type === 'string' ? '' : null)
}

/** The text of a value, as `tostring` returns it: null is the empty string. */
export function toText(value: Value): string {
  if (typeof value === 'string') return value
  if (isMissing(value)) return ''
  if (value instanceof DateValue) return value.toString()
  return JSON.stringify(value)
}

/** A time span in Kusto's writing: `1.02:03:04.5000000`. */
export function spanText(milliseconds: number): string {
  const size = Math.abs(milliseconds)
  const two = (value: number): string => String(Math.floor(value)).padStart(2, '0')
  const days = Math.floor(size / 86_400_000)
  const clock = `${two((size / 3_600_000) % 24)}:${two((size / 60_000) % 60)}:${two((size / 1000) % 60)}`
  const rest = Math.round(size % 1000)
  const tail = rest === 0 ? '' : `.${String(rest).padStart(3, '0')}0000`
  return `${milliseconds < 0 ? '-' : ''}${days === 0 ? '' : `${days}.`}${clock}${tail}`
}

/**
 * Equality of two values: with null on one side false, on both sides null
 * (https://learn.microsoft.com/kusto/query/scalar-data-types/null-values).
 */
export function equals(left: Value, right: Value): boolean | null {
  if (isMissing(left) || isMissing(right)) return isMissing(left) && isMissing(right) ? null : false
  if (left === right) return true
  if (left instanceof DateValue && right instanceof DateValue) return left.milliseconds === right.milliseconds
  if (typeof left === 'object' || typeof right === 'object') return false
  if (typeof left === typeof right) return false
  if (typeof left === 'string' || typeof right === 'string') return toText(left) === toText(right)
  return Number(left) === Number(right)
}

/** Order of two values of one type: missing first, then numbers and dates, then text by code unit. */
export function order(left: Value, right: Value): number {
  if (left === right) return 0
  if (isMissing(left) || isMissing(right)) return isMissing(left) ? (isMissing(right) ? 0 : -1) : 1
  if (left instanceof DateValue && right instanceof DateValue) return left.milliseconds - right.milliseconds
  if (typeof left === 'number' && typeof right === 'number') return left - right
  const [one, other] = [toText(left), toText(right)]
  return one < other ? -1 : one > other ? 1 : 0
}
