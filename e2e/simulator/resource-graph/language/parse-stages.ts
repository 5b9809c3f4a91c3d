import { limits } from './features'
import { parseExpression } from './parse-expression'
import { cannotCompute, refuse } from './refusal'
import type { Expression, JoinKey, NamedExpression, SortKey, Stage } from './syntax'
import type { TokenStream } from './token-stream'
import type { KustoType } from './values'

/** Kusto's name for an unnamed column: the path with underscores. */
export function implicitName(expression: Expression): string | null {
  if (expression.kind === 'column') return expression.name
  if (expression.kind !== 'member' || expression.key.kind !== 'literal') return null
  const parent = implicitName(expression.of)
  return parent === null ? null : `${parent}_${String(expression.key.value).replace(/\W/g, '_')}`
}

export function parseNamed(tokens: TokenStream, position: number): NamedExpression {
  if (tokens.peek().kind === 'word' && tokens.isAt('=', 1)) {
    const name = tokens.word()
    tokens.expect('=')
    return { name, given: true, expression: parseExpression(tokens) }
  }
  const expression = parseExpression(tokens)
  return { name: implicitName(expression) ?? `Column${position + 1}`, given: false, expression }
}

export function parseColumns(tokens: TokenStream): NamedExpression[] {
  const columns: NamedExpression[] = []
  do columns.push(parseNamed(tokens, columns.length))
  while (tokens.accept(','))
  return columns
}

/** Names of `project-away`, in which `*` matches any text. */
export function parsePatterns(tokens: TokenStream): string[] {
  const patterns: string[] = []
  do {
    let text = ''
    while (tokens.peek().kind === 'word' || tokens.isAt('*')) text += tokens.take().text
    if (text === '') tokens.fail('expected the name of a column')
    if (text === '*') cannotCompute('project-away of every column')
    patterns.push(text)
  } while (tokens.accept(','))
  return patterns
}

/** `new = old`, each as a pair. */
export function parseRenames(tokens: TokenStream): JoinKey[] {
  const pairs: JoinKey[] = []
  do {
    const left = tokens.word()
    tokens.expect('=')
    pairs.push({ left, right: tokens.word() })
  } while (tokens.accept(','))
  return pairs
}

const typeNames: Readonly<Record<string, KustoType>> = {
  bool: 'bool',
  int: 'long',
  long: 'long',
  real: 'real',
  double: 'real',
  string: 'string',
  dynamic: 'dynamic',
  datetime: 'datetime',
}

function parseTypeOf(tokens: TokenStream): KustoType {
  if (!tokens.accept('to')) return 'dynamic'
  tokens.expect('typeof')
  tokens.expect('(')
  const type = typeNames[tokens.word()] ?? tokens.fail('expected a type')
  tokens.expect(')')
  return type
}

export function parseExpand(tokens: TokenStream): Stage {
  if (tokens.isAt('=', 1) && ['bagexpansion', 'kind', 'with_itemindex'].includes(tokens.peek().text))
    cannotCompute('a parameter of mv-expand')
  const column = parseNamed(tokens, 0)
  const type = parseTypeOf(tokens)
  if (tokens.isAt(',')) cannotCompute('mv-expand of several columns')
  const rows = tokens.accept('limit') ? parseRows(tokens) : limits.expandedRows
  if (rows > limits.largestExpansion) refuse('mv-expand with a limit above 400')
  return { kind: 'expand', column, type, rows }
}

function parseKeys(tokens: TokenStream): SortKey[] {
  tokens.expect('by')
  const keys: SortKey[] = []
  do {
    const expression = parseExpression(tokens)
    if (expression.kind === 'literal') cannotCompute('an order by a value that is the same in every row')
    const ascending = tokens.accept('asc')
    if (!ascending) tokens.accept('desc')
    // Null is first in ascending and last in descending order, unless the query sets it.
    let nullsFirst = ascending
    if (tokens.accept('nulls')) {
      nullsFirst = tokens.accept('first')
      if (!nullsFirst) tokens.expect('last')
    }
    keys.push({ expression, descending: !ascending, nullsFirst })
  } while (tokens.accept(','))
  return keys
}

export function parseOrder(tokens: TokenStream): Stage {
  return { kind: 'order', keys: parseKeys(tokens) }
}

export function parseTop(tokens: TokenStream): Stage {
  const rows = parseRows(tokens)
  return rows === 0 ? cannotCompute('top 0') : { kind: 'top', rows, keys: parseKeys(tokens) }
}

export function parseRows(tokens: TokenStream): number {
  const { kind, text } = tokens.peek()
  if (kind !== 'number' || text.includes('.')) tokens.fail('expected a number of rows')
  tokens.take()
  return Number(text)
}
