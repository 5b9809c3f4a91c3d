import { numberOf, textOf, type Compiled } from './compiled'
import type { FunctionName } from './features'
import { argument, type ScalarFunction } from './function-shape'
import { cannotCompute } from './refusal'
import { regexOf } from './regular-expression'
import type { KustoType, Value } from './values'

/** A function of one text. */
const ofText = (name: string, type: KustoType, calculate: (text: string) => Value): ScalarFunction => ({
  least: 1,
  most: 1,
  compile: (given) => {
    const text = textOf(argument(given, 0), name)
    return { type, run: (row) => calculate(text(row)) }
  },
})

const indexof: ScalarFunction = {
  least: 2,
  most: 5,
  compile: (given) => {
    const [text, wanted] = [textOf(argument(given, 0), 'indexof'), textOf(argument(given, 1), 'indexof')]
    if (given.length > 3) cannotCompute('indexof() with a length or an occurrence')
    const start = given[2] === undefined ? () => 0 : numberOf(given[2], 'indexof')
    return { type: 'long', run: (row) => text(row).indexOf(wanted(row), start(row) ?? 0) }
  },
}

const substring: ScalarFunction = {
  least: 2,
  most: 3,
  compile: (given) => {
    const text = textOf(argument(given, 0), 'substring')
    const start = numberOf(argument(given, 1), 'substring')
    const length = given[2] === undefined ? null : numberOf(given[2], 'substring')
    return {
      type: 'string',
      run: (row) => {
        const whole = text(row)
        const from = start(row) ?? 0
        if (from < 0) return cannotCompute('substring() with a negative start')
        return whole.slice(from, length === null ? whole.length : from + (length(row) ?? 0))
      },
    }
  },
}

function written(compiled: Compiled, what: string): string {
  const value = compiled.literal?.value
  return typeof value === 'string' ? value : cannotCompute(`${what} of an expression that is not written out`)
}

/** `replace(regex, by, text)`; `\1` is a group. */
const replace: ScalarFunction = {
  least: 3,
  most: 3,
  compile: (given) => {
    const expression = regexOf(written(argument(given, 0), 'replace'), 'g')
    const by = written(argument(given, 1), 'replace')
      .replaceAll('$', '$$$$')
      .replace(/\\(\d)/g, '$$$1')
    const text = textOf(argument(given, 2), 'replace')
    return { type: 'string', run: (row) => text(row).replace(expression, by) }
  },
}

/** `extract(regex, group, text)`. */
const extract: ScalarFunction = {
  least: 3,
  most: 4,
  compile: (given) => {
    if (given.length === 4) cannotCompute('extract() with a type')
    const expression = regexOf(written(argument(given, 0), 'extract'))
    const group = numberOf(argument(given, 1), 'extract')
    const text = textOf(argument(given, 2), 'extract')
    return { type: 'string', run: (row) => expression.exec(text(row))?.[group(row) ?? 0] ?? '' }
  },
}

const round: ScalarFunction = {
  least: 1,
  most: 2,
  compile: (given) => {
    const value = numberOf(argument(given, 0), 'round')
    const places = given[1] === undefined ? () => 0 : numberOf(given[1], 'round')
    return {
      type: 'real',
      run: (row) => {
        const number = value(row)
        const factor = 10 ** (places(row) ?? 0)
        return number === null ? null : Math.round(number * factor) / factor
      },
    }
  },
}

/** A number for a text, above or below zero, that its algorithm does not promise. A long of Kusto has 64 bits, of which 53 fit here. */
function hashOf(text: string): number {
  let [high, low] = [0x5bd1e995, 0x27d4eb2f]
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index)
    high = Math.imul(high ^ code, 0x85ebca6b)
    low = Math.imul(low ^ code, 0xc2b2ae35)
  }
  high ^= Math.imul(low ^ (low >>> 15), 0x9e3779b1)
  return (high >> 11) * 4_294_967_296 + (low >>> 0)
}

/** `hash(text)`. With a second argument the result is divided, which no query needs. */
const hash: ScalarFunction = {
  least: 1,
  most: 2,
  compile: (given) => {
    if (given.length === 2) cannotCompute('hash() with a second argument')
    const text = textOf(argument(given, 0), 'hash')
    return { type: 'long', run: (row) => hashOf(text(row)) }
  },
}

export const textFunctions = {
  extract,
  hash,
  indexof,
  replace,
  round,
  strlen: ofText('strlen', 'long', (text) => text.length),
  substring,
  tolower: ofText('tolower', 'string', (text) => text.toLowerCase()),
  toupper: ofText('toupper', 'string', (text) => text.toUpperCase()),
} as const satisfies Partial<Record<FunctionName, ScalarFunction>>
