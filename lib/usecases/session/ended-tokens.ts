import 'server-only'
import type { EndedToken } from '@/lib/store/ended-tokens'

/** From this number on, tokens that have expired are deleted; then at twice the number that is left. */
const firstSweep = 20_000

/**
 * Tokens whose users signed out, until they expire. Times are epoch milliseconds. Their number has no limit: each was
 * issued by the directory and is held for about an hour in some hundred bytes, and a dropped one would be valid again.
 */
export class EndedTokens {
  readonly #until = new Map<string, number>()
  #sweepAt = firstSweep

  /** @returns whether the token was new */
  add({ fingerprint, expiresAt }: Pick<EndedToken, 'fingerprint' | 'expiresAt'>, now: number): boolean {
    if (this.#until.has(fingerprint) || expiresAt <= now) return false
    this.#until.set(fingerprint, expiresAt)
    if (this.#until.size >= this.#sweepAt) this.#sweep(now)
    return true
  }

  has(fingerprint: string): boolean {
    return this.#until.has(fingerprint)
  }

  get size(): number {
    return this.#until.size
  }

  #sweep(now: number): void {
    for (const [fingerprint, until] of this.#until) if (until <= now) this.#until.delete(fingerprint)
    this.#sweepAt = Math.max(firstSweep, this.#until.size * 2)
  }
}
