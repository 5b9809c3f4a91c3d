import { checkCondition } from './conditions'
import { isNumeric, type Compiled } from './compiled'
import type { FunctionName } from './features'
import { argument, type ScalarFunction } from './function-shape'
import { cannotCompute, refuse } from './refusal'
import { isMissing, toText, type KustoType, type Row, type Value } from './values'

/** The common type of all branches; Kusto accepts no other (https://learn.microsoft.com/kusto/query/iff-function). */
function typeOfBranches(branches: readonly Compiled[], what: string): KustoType {
  const types = [...new Set(branches.map(({ type }) => type))]
  const [type = 'dynamic', other] = types
  if (other === undefined) return type
  if (branches.every(isNumeric)) return cannotCompute(`${what} with whole and other numbers`)
  return refuse(`${what} with branches of different types`, `@then data type (${type}) must match @else (${other})`)
}

const iff: ScalarFunction = {
  least: 3,
  most: 3,
  compile: (given) => {
    const [condition, yes, no] = [argument(given, 0), argument(given, 1), argument(given, 2)]
    checkCondition(condition)
    const type = typeOfBranches([yes, no], 'iff()')
    return { type, run: (row) => (condition.run(row) === true ? yes.run(row) : no.run(row)) }
  },
}

/** `case(condition, value, condition, value, …, otherwise)`. */
const choose: ScalarFunction = {
  least: 3,
  most: 99,
  compile: (given) => {
    if (given.length % 2 === 0) refuse('case() with a wrong number of arguments')
    const conditions = given.filter((_, index) => index % 2 === 0 && index < given.length - 1)
    const values = given.filter((_, index) => index % 2 === 1)
    const otherwise = argument(given, given.length - 1)
    conditions.forEach(checkCondition)
    const type = typeOfBranches([...values, otherwise], 'case()')
    return {
      type,
      run: (row) => {
        const index = conditions.findIndex(({ run }) => run(row) === true)
        return (values[index] ?? otherwise).run(row)
      },
    }
  },
}

const coalesce: ScalarFunction = {
  least: 2,
  most: 64,
  compile: (given) => {
    const type = typeOfBranches(given, 'coalesce()')
    const isNothing = (value: Value): boolean => (type === 'string' ? toText(value) === '' : isMissing(value))
    return {
      type,
      run: (row) => {
        for (const { run } of given) {
          const value = run(row)
          if (!isNothing(value)) return value
        }
        return type === 'string' ? '' : null
      },
    }
  },
}

const not: ScalarFunction = {
  least: 1,
  most: 1,
  compile: (given) => {
    const of = argument(given, 0)
    checkCondition(of)
    return {
      type: 'bool',
      run: (row) => {
        const value = of.run(row)
        return typeof value === 'boolean' ? !value : null
      },
    }
  },
}

/** `max_of`, `min_of`: numbers of one type. */
const outermost = (name: string, pick: (...values: readonly number[]) => number): ScalarFunction => ({
  least: 2,
  most: 64,
  compile: (given) => {
    const type = typeOfBranches(given, name)
    if (!given.every(isNumeric)) cannotCompute(`${name} of a ${type}`)
    const numbers = (row: Row): readonly number[] =>
      given.map(({ run }) => run(row)).filter((value) => typeof value === 'number')
    return {
      type,
      run: (row) => {
        const found = numbers(row)
        return found.length === 0 ? null : pick(...found)
      },
    }
  },
})

export const choiceFunctions = {
  case: choose,
  coalesce,
  iff,
  iif: iff,
  max_of: outermost('max_of()', Math.max),
  min_of: outermost('min_of()', Math.min),
  not,
} as const satisfies Partial<Record<FunctionName, ScalarFunction>>
