import type { Token } from './lexer'
import { QueryRefusal } from './refusal'

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

  /** True where the next token is this symbol or word. */
  isAt(text: string, ahead = 0): boolean {
    const token = this.peek(ahead)
    return (token.kind === 'symbol' || token.kind === 'word') && token.text === text
  }

  /** True (and moves on) where the next token is this symbol or word. */
  accept(text: string): boolean {
    if (!this.isAt(text)) return false
    this.index += 1
    return true
  }

  expect(text: string): void {
    if (!this.accept(text)) this.fail(`expected ${text}`, text)
  }

  word(): string {
    if (this.peek().kind !== 'word') this.fail('expected a name')
    return this.take().text
  }

  /** Refuses with the place of the next token. */
  fail(reason: string, expected?: string): never {
    const { at, text: token } = this.peek()
    const place = expected === undefined ? { at, token } : { at, token, expected }
    throw new QueryRefusal(reason, 'ParserFailure', { place })
  }
}
