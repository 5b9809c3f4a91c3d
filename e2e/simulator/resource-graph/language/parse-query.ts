import { isNotEmulated, isOneOf, kustoOnly, operators } from './features'
import { tokenise } from './lexer'
import { parseJoin, parseUnion } from './parse-join'
import { parseColumns, parseExpand, parseOrder, parsePatterns, parseRenames, parseRows, parseTop } from './parse-stages'
import { parseSummarize } from './parse-summarize'
import { QueryRefusal, cannotCompute, refuse } from './refusal'
import { parseExpression } from './parse-expression'
import { refuseFunction } from './refuse-function'
import type { OperatorName } from './features'
import type { Query, Stage } from './syntax'
import { TokenStream } from './token-stream'

/** Words that begin a Kusto statement that Resource Graph does not have. */
const statements: ReadonlySet<string> = new Set([
  ...['let', 'set', 'declare', 'alias', 'pattern', 'restrict'],
  ...['datatable', 'externaldata', 'print', 'range'],
])

/** Parses a whole query, `now` in epoch milliseconds; throws `QueryRefusal` at the first part that Azure refuses. */
export function parseQuery(text: string, now = 0): Query {
  if (text.includes('{{')) return cannotCompute('a shared query: {{…}}')
  const tokens = new TokenStream(tokenise(text), now)
  const query = parsePipeline(tokens)
  if (tokens.peek().kind !== 'end') tokens.fail('expected the end of the query')
  return query
}

function parsePipeline(tokens: TokenStream): Query {
  if (tokens.accept('(')) {
    const inner = parsePipeline(tokens)
    tokens.expect(')')
    return { table: inner.table, stages: [...inner.stages, ...parseStages(tokens)] }
  }
  const { kind, text } = tokens.peek()
  if (kind !== 'word' || statements.has(text)) tokens.fail('expected a table')
  if (kustoOnly.has(text)) refuseOperator(text)
  // Without a table, the query uses `resources`.
  if (isOneOf(operators, text) && !tokens.isAt('|', 1)) {
    const first = parseStage(tokens)
    return { table: 'resources', stages: [first, ...parseStages(tokens)] }
  }
  tokens.take()
  if (tokens.isAt('(')) refuseFunction(text)
  return { table: text.toLowerCase(), stages: parseStages(tokens) }
}

/** As `parse` was refused in 2020: no position, the operator as the token. */
function refuseOperator(name: string): never {
  throw new QueryRefusal(`the operator ${name}`, 'InvalidQueryLanguage', { place: { at: -1, token: name } })
}

function parseStages(tokens: TokenStream): Stage[] {
  const stages: Stage[] = []
  while (tokens.accept('|')) stages.push(parseStage(tokens))
  return stages
}

function parseStage(tokens: TokenStream): Stage {
  const operator = tokens.peek().text
  if (kustoOnly.has(operator)) return refuseOperator(operator)
  if (isNotEmulated('operators', operator)) return cannotCompute(`the operator ${operator}`)
  if (!isOneOf(operators, operator)) return tokens.fail('expected an operator')
  tokens.take()
  return stageParsers[operator](tokens)
}

const stageParsers: Readonly<Record<OperatorName, (tokens: TokenStream) => Stage>> = {
  where: (tokens) => ({ kind: 'where', condition: parseExpression(tokens) }),
  project: (tokens) => ({ kind: 'project', columns: parseColumns(tokens) }),
  extend: (tokens) => ({ kind: 'extend', columns: parseColumns(tokens) }),
  distinct: (tokens) =>
    tokens.isAt('*')
      ? refuse('distinct of every column, dynamic ones too')
      : { kind: 'distinct', columns: parseColumns(tokens) },
  'project-away': (tokens) => ({ kind: 'project-away', patterns: parsePatterns(tokens) }),
  'project-rename': (tokens) => ({ kind: 'project-rename', columns: parseRenames(tokens) }),
  'mv-expand': parseExpand,
  mvexpand: parseExpand,
  order: parseOrder,
  sort: parseOrder,
  take: (tokens) => ({ kind: 'take', rows: parseRows(tokens) }),
  limit: (tokens) => ({ kind: 'take', rows: parseRows(tokens) }),
  top: parseTop,
  count: () => ({ kind: 'count' }),
  summarize: parseSummarize,
  join: (tokens) => parseJoin(tokens, parsePipeline),
  union: (tokens) => parseUnion(tokens, parsePipeline),
}
