import { QueryError } from './syntax'

export interface Token {
  readonly kind: 'word' | 'string' | 'number' | 'date' | 'span' | 'symbol' | 'end'
  readonly text: string
  readonly at: number
}

const patterns: readonly (readonly [Token['kind'] | 'skip', RegExp])[] = [
  ['skip', /(?:\s+|\/\/[^\n]*)/y],
  ['string', /'(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*"/y],
  ['date', /datetime\(\s*[0-9][^()'"|]*\)/y],
  ['span', /\d+(?:\.\d+)?(?:ms|[dhms])\b/y],
  ['number', /\d+(?:\.\d+)?(?![A-Za-z_])/y],
  ['symbol', /!(?:in~|in\b|has\b|contains\b|startswith\b|endswith\b)|in~|==|!=|=~|!~|<=|>=|[|(),.=<>[\]-]/y],
  ['word', /[A-Za-z_$][A-Za-z0-9_-]*|[A-Za-z_]/y],
]

const escapes: Readonly<Record<string, string>> = { n: '\n', t: '\t', r: '\r', '\\': '\\', "'": "'", '"': '"' }

function unquote(text: string): string {
  return text.slice(1, -1).replace(/\\(.)/g, (whole: string, letter: string) => escapes[letter] ?? whole)
}

/** Splits a query into tokens; comments (`//` to the end of the line) and white space fall away. */
export function tokenise(query: string): Token[] {
  const tokens: Token[] = []
  let at = 0
  while (at < query.length) {
    const start = at
    for (const [kind, pattern] of patterns) {
      pattern.lastIndex = at
      const found = pattern.exec(query)?.[0]
      if (found === undefined) continue
      if (kind !== 'skip') tokens.push({ kind, text: kind === 'string' ? unquote(found) : found, at })
      at += found.length
      break
    }
    if (at === start) throw new QueryError('ParserFailure', 'A character has no place here.', at, query[at] ?? '')
  }
  return [...tokens, { kind: 'end', text: '<EOF>', at: query.length }]
}
