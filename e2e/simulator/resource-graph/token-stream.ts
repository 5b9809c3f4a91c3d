import type { Token } from './lexer'
import { QueryError } from './syntax'

const end: Token = { kind: 'end', text: '<EOF>', at: 0 }

/** Tokens with a place in them. Keywords are compared as they are written: Kusto is case-sensitive. */
export class TokenStream {
  private index = 0

  /** `now` is what `now()` and `ago()` count from, epoch milliseconds. */
  constructor(
    private readonly tokens: readonly Token[],
    readonly now: number,
  ) {}

  peek(ahead = 0): Token {
    return this.tokens[this.index + ahead] ?? this.tokens.at(-1) ?? end
  }

  take(): Token {
    const token = this.peek()
    this.index += 1
    return token
  }

  /** True (and moves on) where the next token is this symbol or word. */
  accept(text: string): boolean {
    const token = this.peek()
    if ((token.kind !== 'symbol' && token.kind !== 'word') || token.text !== text) return false
    this.index += 1
    return true
  }

  expect(text: string): void {
    if (!this.accept(text)) this.fail(`Expected '${text}'.`)
  }

  word(): Token {
    if (this.peek().kind !== 'word') this.fail('Expected a name.')
    return this.take()
  }

  fail(message: string): never {
    const { at, text } = this.peek()
    throw new QueryError('ParserFailure', message, at, text)
  }
}
