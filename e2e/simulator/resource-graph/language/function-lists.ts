import { isTextual, listOf, numberOf, textOf, type Compiled } from './compiled'
import type { FunctionName } from './features'
import { argument, type ScalarFunction } from './function-shape'
import { cannotCompute } from './refusal'
import { equals, isMissing, toText, type Value } from './values'

const arrayLength: ScalarFunction = {
  least: 1,
  most: 1,
  compile: (given) => {
    const list = listOf(argument(given, 0), 'array_length')
    return { type: 'long', run: (row) => list(row)?.length ?? null }
  },
}

const arrayConcat: ScalarFunction = {
  least: 1,
  most: 64,
  compile: (given) => {
    const lists = given.map((each) => listOf(each, 'array_concat'))
    return { type: 'dynamic', run: (row) => lists.flatMap((list) => list(row) ?? []) }
  },
}

/** `array_slice(list, first, last)`, both included; negative indexes count from the end. */
const arraySlice: ScalarFunction = {
  least: 3,
  most: 3,
  compile: (given) => {
    const list = listOf(argument(given, 0), 'array_slice')
    const [first, last] = [numberOf(argument(given, 1), 'array_slice'), numberOf(argument(given, 2), 'array_slice')]
    return {
      type: 'dynamic',
      run: (row) => {
        const [found, from, to] = [list(row), first(row), last(row)]
        if (found === null || from === null || to === null) return null
        const place = (index: number): number => (index < 0 ? Math.max(0, found.length + index) : index)
        return found.slice(place(from), place(to) + 1)
      },
    }
  },
}

const isBag = (value: Value): value is object => typeof value === 'object' && value !== null && !Array.isArray(value)

const bagKeys: ScalarFunction = {
  least: 1,
  most: 1,
  compile: (given) => {
    const of: Compiled = argument(given, 0)
    if (of.type !== 'dynamic') cannotCompute(`bag_keys of a ${of.type}`)
    return {
      type: 'dynamic',
      run: (row) => {
        const bag = of.run(row)
        return isBag(bag) ? Object.keys(bag) : null
      },
    }
  },
}

const setHasElement: ScalarFunction = {
  least: 2,
  most: 2,
  compile: (given) => {
    const list = listOf(argument(given, 0), 'set_has_element')
    const { run } = argument(given, 1)
    return { type: 'bool', run: (row) => list(row)?.some((item) => equals(item, run(row)) === true) ?? null }
  },
}

/** `split(text, delimiter)`, with an index as third argument only that part. */
const split: ScalarFunction = {
  least: 2,
  most: 3,
  compile: (given) => {
    const [text, delimiter] = [textOf(argument(given, 0), 'split'), textOf(argument(given, 1), 'split')]
    if (given.length === 2) return { type: 'dynamic', run: (row) => text(row).split(delimiter(row)) }
    const index = numberOf(argument(given, 2), 'split')
    return {
      type: 'dynamic',
      run: (row) => {
        const part = text(row)
          .split(delimiter(row))
          .at(index(row) ?? 0)
        return part === undefined ? [] : [part]
      },
    }
  },
}

/** Any scalar can be joined to a text; the text of a bool is not documented. */
function joinable(compiled: Compiled): Compiled {
  if (compiled.type === 'bool' || compiled.type === 'timespan') cannotCompute(`strcat of a ${compiled.type}`)
  return compiled
}

const strcat: ScalarFunction = {
  least: 1,
  most: 64,
  compile: (given) => {
    const parts = given.map(joinable)
    return { type: 'string', run: (row) => parts.map(({ run }) => toText(run(row))).join('') }
  },
}

const strcatArray: ScalarFunction = {
  least: 2,
  most: 2,
  compile: (given) => {
    const list = listOf(argument(given, 0), 'strcat_array')
    const delimiter = argument(given, 1)
    if (!isTextual(delimiter)) cannotCompute(`strcat_array with a ${delimiter.type}`)
    return {
      type: 'string',
      run: (row) =>
        (list(row) ?? [])
          .filter((item) => !isMissing(item))
          .map(toText)
          .join(toText(delimiter.run(row))),
    }
  },
}

export const listFunctions = {
  array_concat: arrayConcat,
  array_length: arrayLength,
  array_slice: arraySlice,
  bag_keys: bagKeys,
  set_has_element: setHasElement,
  split,
  strcat,
  strcat_array: strcatArray,
} as const satisfies Partial<Record<FunctionName, ScalarFunction>>
