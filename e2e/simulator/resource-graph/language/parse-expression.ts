import { DateValue, dateOf, spanOf } from './dates'
import { isNotEmulated } from './features'
import type { Token } from './lexer'
import { cannotCompute } from './refusal'
import {
  arithmeticOperators,
  comparisonOperators,
  inOperators,
  type ArithmeticOperator,
  type ComparisonOperator,
  type Expression,
  type InOperator,
} from './syntax'
import type { TokenStream } from './token-stream'
import type { KustoType, Value } from './values'

const isComparison = (text: string): text is ComparisonOperator => comparisonOperators.some((each) => each === text)
const isIn = (text: string): text is InOperator => inOperators.some((each) => each === text)
const isArithmetic = (text: string): text is ArithmeticOperator => arithmeticOperators.some((each) => each === text)

/** Parses `or`, the weakest operator, and all stronger ones. */
export function parseExpression(tokens: TokenStream): Expression {
  let left = parseAnd(tokens)
  while (tokens.accept('or')) left = { kind: 'or', left, right: parseAnd(tokens) }
  return left
}

function parseAnd(tokens: TokenStream): Expression {
  let left = parseComparison(tokens)
  while (tokens.accept('and')) left = { kind: 'and', left, right: parseComparison(tokens) }
  return left
}

function parseComparison(tokens: TokenStream): Expression {
  const left = parseSum(tokens)
  const { kind, text } = tokens.peek()
  if (kind !== 'symbol' && kind !== 'word') return left
  if (isNotEmulated('comparisons', text.replace('!', ''))) return cannotCompute(`the comparison ${text}`)
  if (isComparison(text)) {
    tokens.take()
    if (text === 'matches') tokens.expect('regex')
    return { kind: 'compare', operator: text, left, right: parseSum(tokens) }
  }
  if (isIn(text)) {
    tokens.take()
    tokens.expect('(')
    if (tokens.isAt(')')) cannotCompute(`${text} with an empty list`)
    return { kind: 'in', operator: text, left, items: parseList(tokens) }
  }
  return left
}

function operatorOf(tokens: TokenStream, among: readonly ArithmeticOperator[]): ArithmeticOperator | null {
  const { kind, text } = tokens.peek()
  if (kind !== 'symbol' || !isArithmetic(text) || !among.includes(text)) return null
  tokens.take()
  return text
}

function parseSum(tokens: TokenStream): Expression {
  let left = parseProduct(tokens)
  for (;;) {
    const operator = operatorOf(tokens, ['+', '-'])
    if (operator === null) return left
    left = { kind: 'arithmetic', operator, left, right: parseProduct(tokens) }
  }
}

function parseProduct(tokens: TokenStream): Expression {
  let left = parseUnary(tokens)
  for (;;) {
    const operator = operatorOf(tokens, ['*', '/', '%'])
    if (operator === null) return left
    left = { kind: 'arithmetic', operator, left, right: parseUnary(tokens) }
  }
}

function parseUnary(tokens: TokenStream): Expression {
  return tokens.accept('-') ? { kind: 'negative', of: parseUnary(tokens) } : parsePostfix(tokens)
}

/** Comma-separated expressions up to and including the closing bracket. */
function parseList(tokens: TokenStream): Expression[] {
  const items: Expression[] = []
  if (tokens.accept(')')) return items
  do items.push(parseExpression(tokens))
  while (tokens.accept(','))
  tokens.expect(')')
  return items
}

const literal = (type: KustoType, value: Value): Expression => ({ kind: 'literal', type, value })

function parsePostfix(tokens: TokenStream): Expression {
  let expression = parsePrimary(tokens)
  for (;;) {
    if (tokens.accept('.')) {
      // `properties.condition.['odata.type']` and `properties.condition['odata.type']` are the same member.
      const key = tokens.accept('[') ? parseKey(tokens) : literal('string', tokens.word())
      expression = { kind: 'member', of: expression, key }
    } else if (tokens.accept('[')) {
      expression = { kind: 'member', of: expression, key: parseKey(tokens) }
    } else {
      return expression
    }
  }
}

function parseKey(tokens: TokenStream): Expression {
  const key = parseExpression(tokens)
  tokens.expect(']')
  return key
}

function parseWord(tokens: TokenStream, { text }: Token): Expression {
  const lower = text.toLowerCase()
  if (lower === 'true' || lower === 'false') return literal('bool', lower === 'true')
  if (!tokens.isAt('(')) return { kind: 'column', name: text }
  if (text === 'dynamic') return parseDynamic(tokens)
  const type = nullTypes[text]
  if (type !== undefined && tokens.isAt('null', 1)) {
    tokens.take()
    tokens.take()
    tokens.expect(')')
    return literal(type, null)
  }
  tokens.expect('(')
  const given = parseList(tokens)
  const timed = text === 'now' || text === 'ago' ? [literal('datetime', new DateValue(tokens.now))] : []
  return { kind: 'call', name: text, arguments: [...given, ...timed] }
}

/** Types with a typed null: `int(null)`. */
const nullTypes: Readonly<Record<string, KustoType>> = {
  bool: 'bool',
  int: 'long',
  long: 'long',
  real: 'real',
  double: 'real',
  datetime: 'datetime',
  timespan: 'timespan',
}

function parsePrimary(tokens: TokenStream): Expression {
  const token = tokens.peek()
  switch (token.kind) {
    case 'string':
      tokens.take()
      return literal('string', token.text)
    case 'number':
      tokens.take()
      if (token.text.includes('.')) return literal('real', Number(token.text))
      if (!Number.isSafeInteger(Number(token.text))) cannotCompute('a long beyond 2^53')
      return literal('long', Number(token.text))
    case 'span':
      tokens.take()
      return literal('timespan', spanOf(token.text))
    case 'date': {
      const value = dateOf(token.text.slice('datetime('.length, -1))
      if (value === null) return tokens.fail('a datetime literal that cannot be read')
      tokens.take()
      return literal('datetime', value)
    }
    case 'word':
      tokens.take()
      return parseWord(tokens, token)
    case 'symbol':
    case 'end':
      return parseBracket(tokens)
  }
}

/** `(expression)`, or a column by its name in brackets: `['tags']`. */
function parseBracket(tokens: TokenStream): Expression {
  if (tokens.accept('(')) {
    const inner = parseExpression(tokens)
    tokens.expect(')')
    return inner
  }
  if (!tokens.accept('[') || tokens.peek().kind !== 'string') return tokens.fail('expected an expression')
  const name = tokens.take().text
  tokens.expect(']')
  return { kind: 'column', name }
}

/** `dynamic([…])`, `dynamic({…})`, `dynamic(null)`: JSON as it is. */
function parseDynamic(tokens: TokenStream): Expression {
  tokens.expect('(')
  const value = parseJson(tokens)
  tokens.expect(')')
  return literal('dynamic', value)
}

const constants: Readonly<Record<string, Value>> = { true: true, false: false, null: null }

function parseJson(tokens: TokenStream): Value {
  if (tokens.accept('[')) return parseItems(tokens, ']', () => parseJson(tokens))
  if (tokens.accept('{')) {
    const entries = parseItems(tokens, '}', (): [string, Value] => {
      if (tokens.peek().kind !== 'string') tokens.fail('expected a name in a dynamic literal')
      const name = tokens.take().text
      tokens.expect(':')
      return [name, parseJson(tokens)]
    })
    return Object.fromEntries(entries)
  }
  const isNegative = tokens.accept('-')
  const { kind, text } = tokens.peek()
  if (kind === 'number') {
    tokens.take()
    return Number(text) * (isNegative ? -1 : 1)
  }
  if (kind !== 'string' && !(kind === 'word' && text in constants)) tokens.fail('expected a value in a dynamic literal')
  tokens.take()
  return kind === 'string' ? text : constants[text]
}

function parseItems<Item>(tokens: TokenStream, end: string, parse: () => Item): Item[] {
  const items: Item[] = []
  if (tokens.accept(end)) return items
  do items.push(parse())
  while (tokens.accept(','))
  tokens.expect(end)
  return items
}
