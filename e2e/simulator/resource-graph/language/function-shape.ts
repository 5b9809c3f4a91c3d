import type { Compiled } from './compiled'
import { refuse } from './refusal'
import type { KustoType, Row, Value } from './values'

/** A scalar function: its number of arguments, and its result. */
export interface ScalarFunction {
  readonly least: number
  readonly most: number
  readonly compile: (given: readonly Compiled[]) => Compiled
}

/** An argument whose presence was checked. */
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
