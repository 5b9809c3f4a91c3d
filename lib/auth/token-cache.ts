import 'server-only'
import { fail, ok, type Result } from '@/lib/shared/result'
import type { ArmToken, TokenFailure } from '@/lib/shared/token-source'
import { LeastRecentlyUsed } from './lru'

type Exchange = () => Promise<Result<ArmToken, TokenFailure>>

/** A token this close to its expiry is not returned: the request that needs it may wait in a queue. */
const marginMilliseconds = 60_000

/**
 * Tokens for ARM by a key that contains the hash of the caller's token. Bounded; an entry ends when the incoming token
 * or the exchanged one expires, whichever is first. Concurrent requests share one exchange.
 */
export class TokenCache {
  readonly #tokens: LeastRecentlyUsed<ArmToken>
  readonly #running = new Map<string, Promise<Result<ArmToken, TokenFailure>>>()

  constructor(
    capacity: number,
    private readonly now: () => number = Date.now,
  ) {
    this.#tokens = new LeastRecentlyUsed(capacity)
  }

  /**
   * @param key user and token; see `tokenKey`
   * @param diesAt expiry of the incoming token, epoch milliseconds
   * @param signal stops waiting; the exchange itself continues for the others
   */
  async get(
    key: string,
    diesAt: number,
    exchange: Exchange,
    signal: AbortSignal,
  ): Promise<Result<ArmToken, TokenFailure>> {
    if (signal.aborted) return fail({ code: 'cancelled', claims: null })
    if (this.now() >= diesAt) {
      this.#tokens.delete(key)
      return fail({ code: 'token-expired', claims: null })
    }
    const kept = this.#tokens.get(key)
    if (kept !== undefined && this.now() < kept.expiresAt - marginMilliseconds) return ok(kept)
    const running = this.#running.get(key) ?? this.#start(key, exchange)
    return untilAborted(running, signal)
  }

  /** Drops a token that was refused. */
  drop(key: string): void {
    this.#tokens.delete(key)
  }

  /** Drops tokens, including those whose exchange is in flight. */
  dropAll(isMeant: (key: string) => boolean): void {
    for (const key of [...this.#tokens.keys()].filter(isMeant)) this.#tokens.delete(key)
    for (const key of [...this.#running.keys()].filter(isMeant)) this.#running.delete(key)
  }

  get size(): number {
    return this.#tokens.size
  }

  #start(key: string, exchange: Exchange): Promise<Result<ArmToken, TokenFailure>> {
    const isWanted = (): boolean => this.#running.get(key) === running
    const running: Promise<Result<ArmToken, TokenFailure>> = exchange()
      .then((result) => {
        if (result.ok && isWanted()) this.#tokens.set(key, result.value)
        return result
      })
      .finally(() => {
        if (isWanted()) this.#running.delete(key)
      })
    this.#running.set(key, running)
    return running
  }
}

async function untilAborted(
  running: Promise<Result<ArmToken, TokenFailure>>,
  signal: AbortSignal,
): Promise<Result<ArmToken, TokenFailure>> {
  let stop: () => void = () => undefined
  const aborted = new Promise<Result<ArmToken, TokenFailure>>((resolve) => {
    stop = () => resolve(fail({ code: 'cancelled', claims: null }))
    signal.addEventListener('abort', stop, { once: true })
  })
  try {
    return await Promise.race([running, aborted])
  } finally {
    signal.removeEventListener('abort', stop)
  }
}
