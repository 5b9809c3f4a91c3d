import { isNumeric, type Compiled } from './compiled'
import { DateValue } from './dates'
import { cannotCompute, refuse } from './refusal'
import type { ArithmeticOperator } from './syntax'
import type { KustoType, Value } from './values'

const asNumber = (value: Value): number | null =>
  typeof value === 'number' ? value : value instanceof DateValue ? value.milliseconds : null

const operations: Readonly<Record<ArithmeticOperator, (one: number, other: number) => number>> = {
  '+': (one, other) => one + other,
  '-': (one, other) => one - other,
  '*': (one, other) => one * other,
  '/': (one, other) => one / other,
  '%': (one, other) => one % other,
}

/** Results of operations on dates and spans: `datetime - datetime`, `datetime ± timespan`, `timespan / timespan`. */
function timeType(operator: ArithmeticOperator, left: KustoType, right: KustoType): KustoType | null {
  const sum = operator === '+' || operator === '-'
  if (left === 'datetime' && right === 'datetime') return operator === '-' ? 'timespan' : null
  if (left === 'datetime' && right === 'timespan') return sum ? 'datetime' : null
  if (left === 'timespan' && right === 'timespan') return sum ? 'timespan' : operator === '/' ? 'real' : null
  return null
}

/** Beyond 2^53 a JavaScript number is no longer Kusto's long. */
function longOf(value: number): number {
  return Number.isSafeInteger(value) ? value : cannotCompute('a long beyond 2^53')
}

/** Arithmetic of numbers, dates and spans. With null on either side the result is null. */
export function compileArithmetic(operator: ArithmeticOperator, left: Compiled, right: Compiled): Compiled {
  if (left.type === 'dynamic' || right.type === 'dynamic') cannotCompute('arithmetic with a dynamic value')
  const numbers = isNumeric(left) && isNumeric(right)
  const wide = left.type === 'real' || right.type === 'real' ? 'real' : 'long'
  const type = numbers ? wide : timeType(operator, left.type, right.type)
  if (type === null) return refuse(`${left.type} ${operator} ${right.type}`)
  const calculate = operations[operator]
  return {
    type,
    run: (row) => {
      const [one, other] = [asNumber(left.run(row)), asNumber(right.run(row))]
      if (one === null || other === null) return null
      const result = calculate(one, other)
      if (!Number.isFinite(result)) return null
      if (type === 'datetime') return new DateValue(result)
      return type === 'long' ? longOf(Math.trunc(result)) : result
    },
  }
}

export function compileNegative(of: Compiled): Compiled {
  if (!isNumeric(of) && of.type !== 'timespan') refuse(`a negative ${of.type}`)
  const negative = (value: Value): Value => (typeof value === 'number' ? -value : null)
  const { literal } = of
  return {
    type: of.type,
    run: (row) => negative(of.run(row)),
    ...(literal === undefined ? {} : { literal: { value: negative(literal.value) } }),
  }
}
