import { aggregates, isOneOf, type AggregateName } from './features'
import { parseExpression } from './parse-expression'
import { refuseFunction } from './refuse-function'
import { implicitName, parseColumns, parseNamed } from './parse-stages'
import { cannotCompute, refuse } from './refusal'
import type { Aggregate, Expression, NamedExpression, Stage } from './syntax'
import type { TokenStream } from './token-stream'

/** Names that Kusto assigns: `count_`, `max_t`, `list_id`. */
const prefixes: Readonly<Record<AggregateName, string>> = {
  any: 'any',
  arg_max: 'max',
  avg: 'avg',
  count: 'count',
  countif: 'countif',
  make_list: 'list',
  make_set: 'set',
  makeset: 'set',
  max: 'max',
  min: 'min',
  sum: 'sum',
}

/** The columns that `arg_max` returns with its largest value; null for every column. */
function parseOthers(tokens: TokenStream): NamedExpression[] | null {
  // https://learn.microsoft.com/kusto/query/arg-max-aggregation-function: the returned columns are required.
  if (!tokens.isAt(',')) refuse('arg_max() with a wrong number of arguments')
  const others: NamedExpression[] = []
  while (tokens.accept(',')) {
    if (tokens.accept('*')) return null
    others.push(parseNamed(tokens, others.length))
  }
  return others
}

function checkArguments(kind: AggregateName, of: Expression | null): void {
  if ((kind === 'count') !== (of === null)) refuse(`${kind}() with a wrong number of arguments`)
}

function checkEnd(tokens: TokenStream): void {
  const ends = ['|', ',', ')', 'by'].some((text) => tokens.isAt(text))
  if (!ends && tokens.peek().kind !== 'end') cannotCompute('an expression around an aggregation')
}

function parseAggregate(tokens: TokenStream): Aggregate {
  const isNamed = tokens.isAt('=', 1)
  const given = isNamed ? tokens.word() : null
  if (isNamed) tokens.expect('=')
  const kind = tokens.word()
  if (!isOneOf(aggregates, kind)) {
    if (!tokens.isAt('(')) return tokens.fail('expected an aggregation')
    return refuseFunction(kind)
  }
  tokens.expect('(')
  if (kind === 'any' && tokens.isAt('*')) cannotCompute('any(*)')
  const of = tokens.isAt(')') ? null : parseExpression(tokens)
  const others = kind === 'arg_max' ? parseOthers(tokens) : []
  if (tokens.isAt(',')) cannotCompute(`a second argument of ${kind}()`)
  tokens.expect(')')
  checkArguments(kind, of)
  checkEnd(tokens)
  const own = of === null ? '' : (implicitName(of) ?? '')
  const name = kind === 'arg_max' && own !== '' ? own : `${prefixes[kind]}_${own}`
  return { name: given ?? name, kind, of, others }
}

export function parseSummarize(tokens: TokenStream): Stage {
  const found: Aggregate[] = []
  if (!tokens.isAt('by')) {
    do found.push(parseAggregate(tokens))
    while (tokens.accept(','))
  }
  return { kind: 'summarize', aggregates: found, by: tokens.accept('by') ? parseColumns(tokens) : [] }
}
