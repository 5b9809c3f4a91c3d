export interface AllowancePolicy {
  /** How many at once. */
  readonly burst: number
  /** How long one of them takes to come back. */
  readonly intervalMilliseconds: number
  /** How many keys are held at most; those that were seen first are let go. */
  readonly mostKeys?: number
}

const fewestToSweep = 10_000
/** Where there are too many keys so much of them stays, so that not every further one is a sweep. */
const kept = 0.9
/** Times are sums of fractions: what is due by less than this is due. */
const tolerance = 1e-6

/**
 * Bounds how often something may be done by each of many. What was spent comes back one by one. Holds a key for as long
 * as it owes something, in memory alone. Times are milliseconds of a clock that only goes forward.
 */
export class Allowance {
  /** When a key has everything again. */
  readonly #fullAt = new Map<string, number>()
  #sweepAt: number

  constructor(private readonly policy: AllowancePolicy) {
    this.#sweepAt = Math.min(fewestToSweep, policy.mostKeys ?? fewestToSweep)
  }

  /** Seconds for which a key has to wait; 0 where it has some left. */
  waitSeconds(key: string, now: number): number {
    const { burst, intervalMilliseconds } = this.policy
    return Math.max(0, Math.ceil((this.#owed(key, now) - (burst - 1) * intervalMilliseconds) / 1000 - tolerance))
  }

  /** How many a key has left. */
  left(key: string, now: number): number {
    const { burst, intervalMilliseconds } = this.policy
    return Math.max(0, burst - Math.ceil(this.#owed(key, now) / intervalMilliseconds - tolerance))
  }

  /** Seconds until a key has everything again. */
  fullInSeconds(key: string, now: number): number {
    return Math.max(0, Math.ceil(this.#owed(key, now) / 1000 - tolerance))
  }

  /** Takes one away. */
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
