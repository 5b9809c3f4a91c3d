import { isNumeric, isTextual, textOf, type Compiled } from './compiled'
import { cannotCompute, refuse } from './refusal'
import { regexOf } from './regular-expression'
import type { ComparisonOperator, InOperator } from './syntax'
import { equals, isMissing, order, toText, type Row, type Value } from './values'

/** Text of Kusto's refusal; observed for a date compared with text. */
function mixed(left: Compiled, right: Compiled): never {
  const types = `${left.type} and ${right.type}`
  return refuse(`a comparison of ${types}`, `Cannot compare values of types ${types}. Try adding explicit casts`)
}

/** A date compares with dates only, text with text; a dynamic value with a scalar; a bool also with 1 and 0. */
function checkPair(left: Compiled, right: Compiled): void {
  const [one, other] = [left.type, right.type]
  if (one === 'dynamic' && other === 'dynamic') cannotCompute('a comparison of two dynamic values')
  if (one === other) return
  const scalar = one === 'dynamic' ? other : other === 'dynamic' ? one : null
  if (scalar !== null && scalar !== 'datetime' && scalar !== 'timespan') return
  const numbers = (isNumeric(left) || one === 'bool') && (isNumeric(right) || other === 'bool')
  if (!numbers) mixed(left, right)
}

/** `has`: a whole term. Terms are runs of letters and digits. */
function has(text: string, term: string): boolean {
  const isLetter = (character: string | undefined): boolean => character !== undefined && /[a-z0-9]/i.test(character)
  for (let at = text.indexOf(term); at >= 0; at = text.indexOf(term, at + 1)) {
    if (!isLetter(text[at - 1]) && !isLetter(text[at + term.length])) return true
  }
  return false
}

type TextTest = (left: string, right: string) => boolean

const textTests: Readonly<Record<string, TextTest>> = {
  has,
  contains: (left, right) => left.includes(right),
  startswith: (left, right) => left.startsWith(right),
  endswith: (left, right) => left.endsWith(right),
  '=~': (left, right) => left === right,
}

const ordered: Readonly<Record<string, (sign: number) => boolean>> = {
  '<': (sign) => sign < 0,
  '<=': (sign) => sign <= 0,
  '>': (sign) => sign > 0,
  '>=': (sign) => sign >= 0,
}

const bool = (run: (row: Row) => boolean | null): Compiled => ({ type: 'bool', run })

function equality(left: Compiled, right: Compiled, wanted: boolean): Compiled {
  checkPair(left, right)
  return bool((row) => {
    const same = equals(left.run(row), right.run(row))
    return same === null ? null : same === wanted
  })
}

function byOrder(left: Compiled, right: Compiled, test: (sign: number) => boolean): Compiled {
  checkPair(left, right)
  return bool((row) => {
    const [one, other] = [left.run(row), right.run(row)]
    return isMissing(one) || isMissing(other) ? null : test(order(one, other))
  })
}

function matching(left: Compiled, right: Compiled): Compiled {
  const pattern = right.literal?.value
  if (typeof pattern !== 'string') return cannotCompute('matches regex of an expression that is not written out')
  const expression = regexOf(pattern)
  const text = textOf(left, 'matches regex')
  return bool((row) => expression.test(text(row)))
}

function byText(operator: string, left: Compiled, right: Compiled): Compiled {
  const negated = operator.startsWith('!')
  const name = operator === '!~' ? '=~' : operator.replace('!', '')
  const withCase = name.endsWith('_cs')
  const test = textTests[name.replace('_cs', '')] ?? cannotCompute(`the comparison ${operator}`)
  const [one, other] = [textOf(left, operator), textOf(right, operator)]
  if (withCase) return bool((row) => test(one(row), other(row)) !== negated)
  if (right.literal !== undefined) {
    const fixed = toText(right.literal.value).toLowerCase()
    return bool((row) => test(one(row).toLowerCase(), fixed) !== negated)
  }
  return bool((row) => test(one(row).toLowerCase(), other(row).toLowerCase()) !== negated)
}

/** A comparison, with checked types. */
export function compileComparison(operator: ComparisonOperator, left: Compiled, right: Compiled): Compiled {
  if (operator === '==') return equality(left, right, true)
  if (operator === '!=' || operator === '<>') return equality(left, right, false)
  if (operator === 'matches') return matching(left, right)
  const sign = ordered[operator]
  if (sign !== undefined) return byOrder(left, right, sign)
  if (!isTextual(left) || !isTextual(right)) mixed(left, right)
  return byText(operator, left, right)
}

/** Values of a list; a literal array is replaced by its elements. */
function elements(items: readonly Compiled[]): readonly Value[] | null {
  if (!items.every(({ literal }) => literal !== undefined)) return null
  return items.flatMap(({ literal }): readonly Value[] => {
    const value = literal?.value
    return Array.isArray(value) ? value : [value]
  })
}

/** `in` with its forms; without case where the operator ends in `~`. */
export function compileIn(operator: InOperator, left: Compiled, items: readonly Compiled[]): Compiled {
  const negated = operator.startsWith('!')
  const written = elements(items)
  for (const item of items) if (item.type !== 'dynamic') checkPair(left, item)
  if (operator.endsWith('~')) {
    const text = textOf(left, operator)
    if (written === null) {
      const texts = items.map((item) => textOf(item, operator))
      return bool((row) => {
        const own = text(row).toLowerCase()
        return texts.some((other) => other(row).toLowerCase() === own) !== negated
      })
    }
    const texts = new Set(written.map((value) => toText(value).toLowerCase()))
    return bool((row) => texts.has(text(row).toLowerCase()) !== negated)
  }
  if (written === null && items.some(({ type }) => type === 'dynamic')) cannotCompute('in with a dynamic expression')
  if (written !== null && left.type === 'string') {
    const known = new Set(written.map(toText))
    return bool((row) => known.has(toText(left.run(row))) !== negated)
  }
  return bool((row) => {
    const value = left.run(row)
    const list = written ?? items.map((item) => item.run(row))
    return list.some((item) => equals(value, item) === true) !== negated
  })
}
