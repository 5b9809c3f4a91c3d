import 'server-only'

export interface AllowancePolicy {
  /** How many at once. */
  readonly burst: number
  /** How long one of them takes to come back. */
  readonly intervalMilliseconds: number
}

const fewestToSweep = 10_000
/** Times are sums of fractions: what is due by less than this is due. */
const tolerance = 1e-6

/**
 * Bounds how often something may be done by each of many. What was spent comes back one by one. Holds a key for as long
 * as it owes something, in memory alone. Times are milliseconds of a clock that only goes forward.
 */
export class Allowance {
  /** When a key has everything again. */
  readonly #fullAt = new Map<string, number>()
  #sweepAt = fewestToSweep

  constructor(private readonly policy: AllowancePolicy) {}

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
    this.#sweepAt = Math.max(fewestToSweep, this.#fullAt.size * 2)
  }

  #owed(key: string, now: number): number {
    return Math.max(0, (this.#fullAt.get(key) ?? now) - now)
  }
}
