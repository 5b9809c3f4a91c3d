import type { Compiled } from './compiled'
import { refuse } from './refusal'
import type { KustoType, Row, Value } from './values'

/** A scalar function: how many arguments it takes, and what it makes of them. */
export interface ScalarFunction {
  readonly least: number
  readonly most: number
  readonly compile: (given: readonly Compiled[]) => Compiled
}

/** An argument that the number of arguments was checked for. */
export function argument(given: readonly Compiled[], index: number): Compiled {
  return given[index] ?? refuse('a missing argument')
}

/** A function of exactly one argument of any type. */
export function ofOne(type: KustoType, calculate: (value: Value) => Value): ScalarFunction {
  return {
    least: 1,
    most: 1,
    compile: (given) => {
      const { run } = argument(given, 0)
      return { type, run: (row: Row) => calculate(run(row)) }
    },
  }
}
