import { compileArithmetic } from './arithmetic'
import { isNumeric, isTextual } from './compiled'
import { DateValue, dateOf } from './dates'
import type { FunctionName } from './features'
import { argument, ofOne, type ScalarFunction } from './function-shape'
import { cannotCompute } from './refusal'
import { isMissing, spanText, toText, type KustoType, type Value } from './values'

function toBoolean(value: Value): Value {
  if (typeof value === 'boolean') return value
  if (typeof value === 'number') return value !== 0
  const text = toText(value).toLowerCase()
  if (text === 'true' || text === '1') return true
  return text === 'false' || text === '0' ? false : null
}

function toNumber(value: Value): number | null {
  if (typeof value === 'number') return value
  if (typeof value === 'boolean') return Number(value)
  const text = toText(value).trim()
  return /^-?\d+(?:\.\d+)?$/.test(text) ? Number(text) : null
}

const largestInt = 2_147_483_647

/** An int has 32 bits; what does not fit is null: https://learn.microsoft.com/kusto/query/toint-function */
function toInteger(value: Value): Value {
  const number = toNumber(value)
  const whole = number === null ? null : Math.trunc(number)
  return whole === null || whole > largestInt || whole < -largestInt - 1 ? null : whole
}

const converter = (name: string, type: KustoType, calculate: (value: Value) => Value): ScalarFunction => ({
  least: 1,
  most: 1,
  compile: (given) => {
    const of = argument(given, 0)
    if (!isTextual(of) && !isNumeric(of) && of.type !== 'bool') cannotCompute(`${name} of a ${of.type}`)
    return { type, run: (row) => calculate(of.run(row)) }
  },
})

/** `tostring`. Its result for a bool column is not documented: "true" or "True". */
const tostring: ScalarFunction = {
  least: 1,
  most: 1,
  compile: (given) => {
    const { type, run } = argument(given, 0)
    if (type === 'bool') cannotCompute('tostring of a bool column: "true" or "True" is not settled')
    if (type !== 'timespan') return { type: 'string', run: (row) => toText(run(row)) }
    return {
      type: 'string',
      run: (row) => {
        const span = run(row)
        return typeof span === 'number' ? spanText(span) : ''
      },
    }
  },
}

const toDate = (value: Value): Value => (value instanceof DateValue ? value : dateOf(toText(value)))

const todatetime: ScalarFunction = {
  least: 1,
  most: 1,
  compile: (given) => {
    const of = argument(given, 0)
    if (!isTextual(of) && of.type !== 'datetime') cannotCompute(`todatetime of a ${of.type}`)
    return { type: 'datetime', run: (row) => toDate(of.run(row)) }
  },
}

/** Parses text as JSON; other text stays text. */
function parsed(value: Value): Value {
  if (typeof value !== 'string') return value ?? null
  if (value === '') return null
  try {
    const json: unknown = JSON.parse(value)
    return json
  } catch {
    return value
  }
}

const parseJson: ScalarFunction = {
  least: 1,
  most: 1,
  compile: (given) => {
    const of = argument(given, 0)
    if (!isTextual(of)) cannotCompute(`parse_json of a ${of.type}`)
    return { type: 'dynamic', run: (row) => parsed(of.run(row)) }
  },
}

/** `ago(14d)`. The parser adds the time of the query as the last argument. */
const ago: ScalarFunction = {
  least: 2,
  most: 2,
  compile: (given) => compileArithmetic('-', argument(given, 1), argument(given, 0)),
}

const now: ScalarFunction = {
  least: 1,
  most: 2,
  compile: (given) => (given.length === 2 ? cannotCompute('now() with an offset') : argument(given, 0)),
}

const isNothing = (wanted: boolean): ScalarFunction => ({
  least: 1,
  most: 1,
  compile: (given) => {
    const { type, run } = argument(given, 0)
    // Text has no null: https://learn.microsoft.com/kusto/query/scalar-data-types/null-values
    return { type: 'bool', run: type === 'string' ? () => !wanted : (row) => isMissing(run(row)) === wanted }
  },
})

export const conversionFunctions = {
  ago,
  isempty: ofOne('bool', (value) => toText(value) === ''),
  isnotempty: ofOne('bool', (value) => toText(value) !== ''),
  isnotnull: isNothing(false),
  isnull: isNothing(true),
  now,
  parse_json: parseJson,
  tobool: converter('tobool', 'bool', toBoolean),
  todatetime,
  todouble: converter('todouble', 'real', toNumber),
  todynamic: parseJson,
  toint: converter('toint', 'long', toInteger),
  toreal: converter('toreal', 'real', toNumber),
  tostring,
} as const satisfies Partial<Record<FunctionName, ScalarFunction>>
