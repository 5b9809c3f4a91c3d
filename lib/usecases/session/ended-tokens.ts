import 'server-only'
import type { EndedToken } from '@/lib/store/ended-tokens'

/** Tokens held at once, each for about an hour; over the limit those that expire first are dropped. */
const mostTokens = 20_000

/** Tokens whose users signed out, until they expire. Times are epoch milliseconds. */
export class EndedTokens {
  readonly #until = new Map<string, number>()

  /** @returns whether the token was new */
  add({ fingerprint, expiresAt }: Pick<EndedToken, 'fingerprint' | 'expiresAt'>, now: number): boolean {
    if (this.#until.has(fingerprint) || expiresAt <= now) return false
    this.#until.set(fingerprint, expiresAt)
    if (this.#until.size > mostTokens) this.#makeRoom(now)
    return true
  }

  has(fingerprint: string): boolean {
    return this.#until.has(fingerprint)
  }

  get size(): number {
    return this.#until.size
  }

  #makeRoom(now: number): void {
    const byEnd = [...this.#until].sort(([, left], [, right]) => left - right)
    for (const [fingerprint, until] of byEnd) {
      if (until > now && this.#until.size <= mostTokens * 0.9) return
      this.#until.delete(fingerprint)
    }
  }
}
