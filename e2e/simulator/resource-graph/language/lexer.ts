import { cannotCompute, QueryRefusal } from './refusal'

export interface Token {
  readonly kind: 'word' | 'string' | 'number' | 'date' | 'span' | 'symbol' | 'end'
  readonly text: string
  readonly at: number
}

const dashed =
  'mv-expand|mv-apply|project-away|project-rename|project-keep|project-reorder|make-series|sample-distinct|top-nested|parse-where|parse-kv'
const negatable =
  'in~|in|has_cs|has|contains_cs|contains|startswith_cs|startswith|endswith_cs|endswith|between|hasprefix|hassuffix'

const patterns: readonly (readonly [Token['kind'] | 'skip', RegExp])[] = [
  ['skip', /(?:\s+|\/\/[^\n]*)/y],
  ['string', /@'[^'\n]*'|@"[^"\n]*"|'(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*"/y],
  ['date', /datetime\(\s*[0-9][^()'"|]*\)/y],
  ['span', /\d+(?:\.\d+)?(?:ms|[dhms])\b/y],
  ['number', /\d+(?:\.\d+)?(?![A-Za-z_])/y],
  ['symbol', new RegExp(`!(?:${negatable})(?![A-Za-z0-9_])|in~|==|!=|<>|=~|!~|<=|>=|[|(),.=<>[\\]{}:+*/%;-]`, 'y')],
  ['word', new RegExp(`(?:${dashed})(?![A-Za-z0-9_])|[A-Za-z_$][A-Za-z0-9_]*`, 'y')],
]

/** https://learn.microsoft.com/kusto/query/scalar-data-types/string#string-literals */
const escapes: Readonly<Record<string, string>> = { n: '\n', t: '\t', r: '\r', '\\': '\\', "'": "'", '"': '"' }

/** Escapes that C# has, as Kusto does, and that no public query uses. */
const otherEscapes = '0abfvuUx'

function unquote(text: string, at: number): string {
  if (text.startsWith('@')) return text.slice(2, -1)
  return text.slice(1, -1).replace(/\\(.)/g, (whole: string, letter: string) => {
    const meant = escapes[letter]
    if (meant !== undefined) return meant
    if (otherEscapes.includes(letter)) cannotCompute(`the escape ${whole} of a text`)
    throw new QueryRefusal('an escape that does not exist', 'ParserFailure', { place: { at, token: text } })
  })
}

/** Splits a query into tokens; comments (`//` to the end of the line) and white space are removed. */
export function tokenise(query: string): Token[] {
  const tokens: Token[] = []
  let at = 0
  while (at < query.length) {
    const start = at
    for (const [kind, pattern] of patterns) {
      pattern.lastIndex = at
      const found = pattern.exec(query)?.[0]
      if (found === undefined) continue
      if (kind !== 'skip') tokens.push({ kind, text: kind === 'string' ? unquote(found, at) : found, at })
      at += found.length
      break
    }
    if (at === start)
      throw new QueryRefusal('a character without a place', 'ParserFailure', { place: { at, token: query[at] ?? '' } })
  }
  return [...tokens, { kind: 'end', text: '<EOF>', at: query.length }]
}
