import { tokenise } from './lexer'
import { parseExpression } from './parse-expression'
import type { Aggregate, Expression, NamedExpression, Query, SortKey, Stage } from './syntax'
import { TokenStream } from './token-stream'

const tables: readonly string[] = [
  'resources',
  'resourcechanges',
  'guestconfigurationresources',
  'desktopvirtualizationresources',
  'recoveryservicesresources',
]

/** Parses a whole query, `now` in epoch milliseconds; throws `QueryError` at the first thing it does not know. */
export function parseQuery(text: string, now = 0): Query {
  const tokens = new TokenStream(tokenise(text), now)
  const query = parsePipeline(tokens)
  if (tokens.peek().kind !== 'end') tokens.fail('Expected the end of the query.')
  return query
}

function parsePipeline(tokens: TokenStream): Query {
  const { text } = tokens.peek()
  if (!tables.includes(text.toLowerCase())) tokens.fail('Expected a known table.')
  tokens.take()
  const stages: Stage[] = []
  while (tokens.accept('|')) stages.push(parseStage(tokens))
  return { table: text.toLowerCase(), stages }
}

function parseStage(tokens: TokenStream): Stage {
  const operator = tokens.peek().text
  const parse = stageParsers[operator]
  if (parse === undefined) return tokens.fail('The operator is not known.')
  tokens.take()
  return parse(tokens)
}

const stageParsers: Readonly<Record<string, (tokens: TokenStream) => Stage>> = {
  where: (tokens) => ({ kind: 'where', condition: parseExpression(tokens) }),
  project: (tokens) => ({ kind: 'project', columns: parseColumns(tokens) }),
  extend: (tokens) => ({ kind: 'extend', columns: parseColumns(tokens) }),
  distinct: (tokens) => ({ kind: 'distinct', columns: parseColumns(tokens) }),
  'mv-expand': parseExpand,
  mvexpand: parseExpand,
  order: parseOrder,
  sort: parseOrder,
  take: parseTake,
  limit: parseTake,
  count: () => ({ kind: 'count' }),
  summarize: parseSummarize,
  join: parseJoin,
}

/** Name Kusto gives a column that has none: the path with underscores. */
function implicitName(expression: Expression): string | null {
  if (expression.kind === 'column') return expression.name
  if (expression.kind !== 'member') return null
  const parent = implicitName(expression.of)
  return parent === null ? null : `${parent}_${expression.key}`
}

function parseNamed(tokens: TokenStream, position: number): NamedExpression {
  const isNamed = tokens.peek().kind === 'word' && tokens.peek(1).kind === 'symbol' && tokens.peek(1).text === '='
  if (isNamed) {
    const name = tokens.take().text
    tokens.expect('=')
    return { name, expression: parseExpression(tokens) }
  }
  const expression = parseExpression(tokens)
  return { name: implicitName(expression) ?? `Column${position + 1}`, expression }
}

function parseColumns(tokens: TokenStream): NamedExpression[] {
  const columns: NamedExpression[] = []
  do columns.push(parseNamed(tokens, columns.length))
  while (tokens.accept(','))
  return columns
}

function parseExpand(tokens: TokenStream): Stage {
  return { kind: 'expand', column: parseNamed(tokens, 0) }
}

function parseOrder(tokens: TokenStream): Stage {
  tokens.expect('by')
  const keys: SortKey[] = []
  do {
    const expression = parseExpression(tokens)
    const ascending = tokens.accept('asc')
    if (!ascending) tokens.accept('desc')
    keys.push({ expression, descending: !ascending })
  } while (tokens.accept(','))
  return { kind: 'order', keys }
}

function parseTake(tokens: TokenStream): Stage {
  const token = tokens.peek()
  if (token.kind !== 'number' || token.text.includes('.')) tokens.fail('Expected a number of rows.')
  tokens.take()
  return { kind: 'take', rows: Number(token.text) }
}

const aggregateKinds = ['count', 'max', 'min'] as const

function parseAggregate(tokens: TokenStream): Aggregate {
  const isNamed = tokens.peek(1).text === '='
  const given = isNamed ? tokens.word().text : null
  if (isNamed) tokens.expect('=')
  const kind = aggregateKinds.find((each) => tokens.accept(each)) ?? tokens.fail('The aggregation is not known.')
  tokens.expect('(')
  const of = kind === 'count' ? null : parseExpression(tokens)
  tokens.expect(')')
  const own = of === null ? '' : (implicitName(of) ?? '')
  return { name: given ?? `${kind}_${own}`, kind, of }
}

function parseSummarize(tokens: TokenStream): Stage {
  const aggregates: Aggregate[] = []
  do aggregates.push(parseAggregate(tokens))
  while (tokens.accept(','))
  return { kind: 'summarize', aggregates, by: tokens.accept('by') ? parseColumns(tokens) : [] }
}

function parseJoin(tokens: TokenStream): Stage {
  tokens.expect('kind')
  tokens.expect('=')
  tokens.expect('leftouter')
  tokens.expect('(')
  const right = parsePipeline(tokens)
  tokens.expect(')')
  tokens.expect('on')
  const on = [tokens.word().text]
  while (tokens.accept(',')) on.push(tokens.word().text)
  return { kind: 'leftouter', right, on }
}
