import { DateValue, dateOf, spanOf } from './dates'
import type { Token } from './lexer'
import { comparisonOperators, inOperators, type ComparisonOperator, type Expression, type InOperator } from './syntax'
import type { TokenStream } from './token-stream'

function isComparison(text: string): text is ComparisonOperator {
  return comparisonOperators.some((operator) => operator === text)
}

function isIn(text: string): text is InOperator {
  return inOperators.some((operator) => operator === text)
}

/** Parses `or`, the weakest operator, and everything below it. */
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
  const left = parsePostfix(tokens)
  const { kind, text } = tokens.peek()
  if (kind !== 'symbol' && kind !== 'word') return left
  if (isComparison(text)) {
    tokens.take()
    return { kind: 'compare', operator: text, left, right: parsePostfix(tokens) }
  }
  if (isIn(text)) {
    tokens.take()
    tokens.expect('(')
    return { kind: 'in', operator: text, left, items: parseList(tokens) }
  }
  return left
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

function parsePostfix(tokens: TokenStream): Expression {
  let expression = parsePrimary(tokens)
  for (;;) {
    if (tokens.accept('.')) {
      expression = { kind: 'member', of: expression, key: tokens.word().text }
    } else if (tokens.accept('[')) {
      expression = { kind: 'member', of: expression, key: parseKey(tokens) }
      tokens.expect(']')
    } else {
      return expression
    }
  }
}

/** A key, an index from the beginning, or in brackets of its own one from the end: `[(-1)]`. */
function parseKey(tokens: TokenStream): string | number {
  const isBracketed = tokens.accept('(')
  const isNegative = tokens.accept('-')
  const key = tokens.take()
  if (key.kind !== 'number' && (key.kind !== 'string' || isNegative)) tokens.fail('Expected a key or an index.')
  if (isBracketed) tokens.expect(')')
  return key.kind === 'number' ? Number(key.text) * (isNegative ? -1 : 1) : key.text
}

function dateLiteral(tokens: TokenStream, { text }: Token): Expression {
  const value = dateOf(text.slice('datetime('.length, -1))
  return value === null ? tokens.fail('The datetime literal cannot be read.') : { kind: 'literal', value }
}

/** `now()`, and `ago(14d)`: moments that the query's own time decides. */
function clockCall(tokens: TokenStream, name: 'now' | 'ago'): Expression {
  const span = name === 'ago' ? spanOf(tokens.take().text) : 0
  if (span === null) return tokens.fail('ago() takes a time span.')
  tokens.expect(')')
  return { kind: 'literal', value: new DateValue(tokens.now - span) }
}

function parsePrimary(tokens: TokenStream): Expression {
  const token = tokens.take()
  if (token.kind === 'string') return { kind: 'literal', value: token.text }
  if (token.kind === 'number') return { kind: 'literal', value: Number(token.text) }
  if (token.kind === 'date') return dateLiteral(tokens, token)
  if (token.kind === 'symbol' && token.text === '(') {
    const inner = parseExpression(tokens)
    tokens.expect(')')
    return inner
  }
  if (token.kind !== 'word') return tokens.fail('Expected an expression.')
  if (token.text === 'true' || token.text === 'false') return { kind: 'literal', value: token.text === 'true' }
  if (!tokens.accept('(')) return { kind: 'column', name: token.text, at: token.at }
  if (token.text === 'now' || token.text === 'ago') return clockCall(tokens, token.text)
  const list = parseList(tokens)
  const [first] = list
  if (token.text === 'not') {
    return first !== undefined && list.length === 1
      ? { kind: 'not', of: first }
      : tokens.fail('not() takes one argument.')
  }
  return { kind: 'call', name: token.text, arguments: list, at: token.at }
}
