import { DateValue } from './dates'
import { toText, type Value } from './functions'
import type { ComparisonOperator } from './syntax'

/** Equality as Kusto has it for dynamic values: `null` where either side is missing and neither is text, so that `!=` does not hold either. */
export function equals(left: Value, right: Value): boolean | null {
  if (left instanceof DateValue && right instanceof DateValue) return left.milliseconds === right.milliseconds
  if (typeof left === 'string' || typeof right === 'string') {
    return typeof left === 'object' && left !== null ? false : toText(left) === toText(right)
  }
  if (left === null || left === undefined || right === null || right === undefined) return null
  return left === right
}

/** Order of two values: missing first, then numbers, then text by code unit. */
export function order(left: Value, right: Value): number {
  if (left === right) return 0
  if (left === null || left === undefined) return -1
  if (right === null || right === undefined) return 1
  if (left instanceof DateValue && right instanceof DateValue) return left.milliseconds - right.milliseconds
  if (typeof left === 'number' && typeof right === 'number') return left - right
  const [one, other] = [toText(left), toText(right)]
  return one < other ? -1 : one > other ? 1 : 0
}

/** `has`: a whole term, without case. Terms are runs of letters and digits. */
function has(text: string, term: string): boolean {
  const at = text.indexOf(term)
  if (at < 0) return false
  const isLetter = (character: string | undefined): boolean => character !== undefined && /[a-z0-9]/.test(character)
  if (!isLetter(text[at - 1]) && !isLetter(text[at + term.length])) return true
  return has(text.slice(at + 1), term)
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

/** The test an operator stands for. */
export function comparison(operator: ComparisonOperator): (left: Value, right: Value) => boolean {
  if (operator === '==') return (left, right) => equals(left, right) === true
  if (operator === '!=') return (left, right) => equals(left, right) === false
  const byOrder = ordered[operator]
  if (byOrder !== undefined) {
    return (left, right) =>
      left !== null && left !== undefined && right !== null && right !== undefined && byOrder(order(left, right))
  }
  const negated = operator.startsWith('!')
  const test = textTests[operator === '!~' ? '=~' : negated ? operator.slice(1) : operator] ?? (() => false)
  return (left, right) => test(toText(left).toLowerCase(), toText(right).toLowerCase()) !== negated
}
