import 'server-only'
import { TokenBucket } from './token-bucket'

/**
 * Limits that Azure counts for all callers of a subscription together: ARM's reads, and Compute's readings of single
 * VMs, which Compute also counts by region; counting all regions as one uses a little less than is allowed.
 * Source: https://learn.microsoft.com/azure/azure-resource-manager/management/request-limits-and-throttling and
 * https://learn.microsoft.com/azure/virtual-machines/compute-throttling-limits
 */
const everyone = { burst: 250 * 15, perSecond: 25 * 15 }
const lowCost = { burst: 24_000, perSecond: 8000 / 60 }
const sweepAt = 5000

/** What responses state about a subscription's counters that all callers share; null where they do not. */
export interface SharedCounts {
  readonly everyone: number | null
  readonly compute: number | null
}

/**
 * One subscription's share for this process. Users reserve one request at a time, in order of arrival, so that a
 * thousand requests of one user do not delay the first of another.
 */
export class SharedLimit {
  readonly #everyone: TokenBucket
  readonly #lowCost: TokenBucket
  lastUsed: number

  constructor(share: number, now: number) {
    const part = (size: typeof everyone) => ({ burst: size.burst * share, perSecond: size.perSecond * share })
    this.#everyone = new TokenBucket(part(everyone), now)
    this.#lowCost = new TokenBucket(part(lowCost), now)
    this.lastUsed = now
  }

  /** Reserves one request and returns the milliseconds until its turn. */
  reserve(now: number): number {
    this.lastUsed = now
    const wait = Math.max(this.#everyone.delay(now), this.#lowCost.delay(now))
    this.#everyone.take(now)
    this.#lowCost.take(now)
    return wait
  }

  /** Returns a reservation that was not used. */
  refund(): void {
    this.#everyone.give()
    this.#lowCost.give()
  }

  counted(now: number, counts: SharedCounts): void {
    if (counts.everyone !== null) this.#everyone.lower(now, counts.everyone)
    if (counts.compute !== null) this.#lowCost.lower(now, counts.compute)
  }
}

/**
 * The limits of every subscription that this process reads; `share` (0 to 1) is its part where other programs read too.
 */
export class SharedLimits {
  readonly #limits = new Map<string, SharedLimit>()

  constructor(private readonly share: number) {}

  of(subscriptionId: string, now: number): SharedLimit {
    const key = subscriptionId.toLowerCase()
    const known = this.#limits.get(key)
    if (known !== undefined) return known
    if (this.#limits.size >= sweepAt) this.#sweep(now)
    const made = new SharedLimit(this.share, now)
    this.#limits.set(key, made)
    return made
  }

  /** Those unused for ten minutes are full again. */
  #sweep(now: number): void {
    for (const [key, limit] of this.#limits) if (limit.lastUsed < now - 600_000) this.#limits.delete(key)
  }
}
