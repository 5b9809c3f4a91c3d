export interface AllowancePolicy {
  /** How many a key can spend at once. */
  readonly burst: number
  /** How long it takes until one is available again. */
  readonly intervalMilliseconds: number
  /** The most keys that are held; the oldest are dropped first. */
  readonly mostKeys?: number
}

const fewestToSweep = 10_000
/** The fraction of keys that stays after there were too many, so that not every further key causes a sweep. */
const kept = 0.9
/** Times are sums of fractions: a time that is due within less than this counts as due. */
const tolerance = 1e-6

/**
 * Limits how often each key may do something (a token bucket). What was spent comes back one by one. A key is held only
 * until it is full again, in memory alone. Times are milliseconds of a monotonic clock.
 */
export class Allowance {
  /** When a key is full again. */
  readonly #fullAt = new Map<string, number>()
  #sweepAt: number

  constructor(private readonly policy: AllowancePolicy) {
    this.#sweepAt = Math.min(fewestToSweep, policy.mostKeys ?? fewestToSweep)
  }

  /** Seconds for which a key must wait; 0 where it has some left. */
  waitSeconds(key: string, now: number): number {
    const { burst, intervalMilliseconds } = this.policy
    return Math.max(0, Math.ceil((this.#owed(key, now) - (burst - 1) * intervalMilliseconds) / 1000 - tolerance))
  }

  /** How many a key has left. */
  left(key: string, now: number): number {
    const { burst, intervalMilliseconds } = this.policy
    return Math.max(0, burst - Math.ceil(this.#owed(key, now) / intervalMilliseconds - tolerance))
  }

  /** Seconds until a key is full again. */
  fullInSeconds(key: string, now: number): number {
    return Math.max(0, Math.ceil(this.#owed(key, now) / 1000 - tolerance))
  }

  /** Spends one. */
  spend(key: string, now: number): void {
    this.#fullAt.set(key, now + this.#owed(key, now) + this.policy.intervalMilliseconds)
    if (this.#fullAt.size <= this.#sweepAt) return
    for (const [known, fullAt] of this.#fullAt) if (fullAt <= now) this.#fullAt.delete(known)
    const { mostKeys = Number.POSITIVE_INFINITY } = this.policy
    if (this.#fullAt.size > mostKeys) this.#letGo(mostKeys * kept)
    this.#sweepAt = Math.min(Math.max(fewestToSweep, this.#fullAt.size * 2), mostKeys)
  }

  #letGo(rest: number): void {
    for (const oldest of this.#fullAt.keys()) {
      if (this.#fullAt.size <= rest) return
      this.#fullAt.delete(oldest)
    }
  }

  /** How many keys are held. */
  get size(): number {
    return this.#fullAt.size
  }

  #owed(key: string, now: number): number {
    return Math.max(0, (this.#fullAt.get(key) ?? now) - now)
  }
}
