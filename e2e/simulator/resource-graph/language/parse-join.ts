import { isOneOf, joinFlavours, type JoinFlavour } from './features'
import { QueryRefusal, cannotCompute, refuse } from './refusal'
import type { JoinKey, Query, Stage } from './syntax'
import type { TokenStream } from './token-stream'

type Pipeline = (tokens: TokenStream) => Query

/** The flavours of Kusto that Resource Graph refuses, as its refusals write them. */
const refusedFlavours: Readonly<Record<string, string>> = {
  leftanti: 'LeftAnti',
  anti: 'LeftAnti',
  leftantisemi: 'LeftAnti',
  rightanti: 'RightAnti',
  rightantisemi: 'RightAnti',
  leftsemi: 'LeftSemi',
  rightsemi: 'RightSemi',
  rightouter: 'RightOuter',
}

/** https://github.com/MicrosoftDocs/azure-docs/issues/45495 */
function parseFlavour(tokens: TokenStream): JoinFlavour {
  const { text } = tokens.peek()
  if (isOneOf(joinFlavours, text)) {
    tokens.take()
    return text
  }
  const written = refusedFlavours[text]
  if (written === undefined) return tokens.fail('expected a flavour of join')
  const message = `The join kind "${written}" is not supported or not allowed.`
  throw new QueryRefusal(`join kind=${text}`, 'UnsupportedJoinFlavor', { message })
}

export function parseJoin(tokens: TokenStream, parsePipeline: Pipeline): Stage {
  let flavour: JoinFlavour = 'innerunique'
  while (tokens.peek().kind === 'word') {
    if (tokens.isAt('hint')) refuse('a join with a hint')
    if (!tokens.isAt('=', 1)) break
    tokens.expect('kind')
    tokens.expect('=')
    flavour = parseFlavour(tokens)
  }
  const right = parseSide(tokens, parsePipeline)
  tokens.expect('on')
  const on = [parseKey(tokens)]
  while (tokens.accept(',') || tokens.accept('and')) on.push(parseKey(tokens))
  if (!tokens.isAt('|') && !tokens.isAt(')') && tokens.peek().kind !== 'end')
    refuse('a join on more than equal columns')
  return { kind: 'join', flavour, right, on }
}

/** A pipeline in brackets, or the bare name of a table. */
function parseSide(tokens: TokenStream, parsePipeline: Pipeline): Query {
  if (!tokens.accept('(')) return { table: tokens.word().toLowerCase(), stages: [] }
  const query = parsePipeline(tokens)
  tokens.expect(')')
  return query
}

function parseKeySide(tokens: TokenStream, side: string): string {
  if (!tokens.accept(side)) refuse('a join on more than equal columns')
  tokens.expect('.')
  return tokens.word()
}

/** A column of both sides, or `$left.a == $right.b`. */
function parseKey(tokens: TokenStream): JoinKey {
  if (!tokens.isAt('$left') && !tokens.isAt('$right')) {
    const name = tokens.word()
    return { left: name, right: name }
  }
  const [first, second] = tokens.isAt('$left') ? ['$left', '$right'] : ['$right', '$left']
  const one = parseKeySide(tokens, first)
  if (!tokens.accept('==')) refuse('a join on more than equal columns')
  const other = parseKeySide(tokens, second)
  return first === '$left' ? { left: one, right: other } : { left: other, right: one }
}

export function parseUnion(tokens: TokenStream, parsePipeline: Pipeline): Stage {
  let inner = false
  while (tokens.peek().kind === 'word' && tokens.isAt('=', 1)) {
    const parameter = tokens.word()
    tokens.expect('=')
    if (parameter === 'isfuzzy') refuse('a union with isfuzzy')
    if (parameter === 'withsource') cannotCompute('union withsource')
    if (parameter !== 'kind') tokens.fail('expected a parameter of union')
    inner = tokens.accept('inner')
    if (!inner) tokens.expect('outer')
  }
  const legs: Query[] = []
  do {
    if (tokens.isAt('*') || tokens.isAt('*', 1)) refuse('a union of tables by a pattern')
    legs.push(parseSide(tokens, parsePipeline))
  } while (tokens.accept(','))
  return { kind: 'union', inner, legs }
}
