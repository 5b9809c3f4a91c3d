import { DateValue, dateOf } from './dates'

/** A value of a cell: JSON as it is. */
export type Value = unknown

/** The text of a value, as `tostring` gives it and as Kusto compares it with text: nothing is the empty string. */
export function toText(value: Value): string {
  if (typeof value === 'string') return value
  if (value === null || value === undefined) return ''
  if (value instanceof DateValue) return value.toString()
  return JSON.stringify(value)
}

function toBoolean(value: Value): Value {
  if (typeof value === 'boolean') return value
  if (typeof value === 'number') return value !== 0
  const text = toText(value).toLowerCase()
  if (text === 'true' || text === '1') return true
  return text === 'false' || text === '0' ? false : null
}

function toInteger(value: Value): Value {
  const number = typeof value === 'boolean' ? Number(value) : Number.parseInt(toText(value), 10)
  return Number.isFinite(number) ? number : null
}

const isBag = (value: Value): value is object => typeof value === 'object' && value !== null && !Array.isArray(value)

/** The scalar functions of two arguments. */
export const functionsOfTwo: Readonly<Record<string, (one: Value, other: Value) => Value>> = {
  split: (text, delimiter) => toText(text).split(toText(delimiter)),
}

/** The scalar functions the simulator knows, each of one argument. */
export const functions: Readonly<Record<string, (value: Value) => Value>> = {
  tostring: toText,
  tobool: toBoolean,
  toint: toInteger,
  tolong: toInteger,
  tolower: (value) => toText(value).toLowerCase(),
  toupper: (value) => toText(value).toUpperCase(),
  array_length: (value) => (Array.isArray(value) ? value.length : null),
  isempty: (value) => toText(value) === '',
  isnotempty: (value) => toText(value) !== '',
  bag_keys: (value) => (isBag(value) ? Object.keys(value) : null),
  todatetime: (value) => (value instanceof DateValue ? value : dateOf(toText(value))),
  isnull: (value) => value === null || value === undefined,
  isnotnull: (value) => value !== null && value !== undefined,
  strlen: (value) => toText(value).length,
}
