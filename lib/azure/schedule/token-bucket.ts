import 'server-only'

export interface BucketSize {
  readonly burst: number
  readonly perSecond: number
}

/** A token bucket, as Azure counts requests. Times are epoch milliseconds. */
export class TokenBucket {
  #tokens: number
  #at: number

  constructor(
    private readonly size: BucketSize,
    now: number,
  ) {
    this.#tokens = size.burst
    this.#at = now
  }

  #refill(now: number): void {
    const gained = (Math.max(0, now - this.#at) / 1000) * this.size.perSecond
    this.#tokens = Math.min(this.size.burst, this.#tokens + gained)
    this.#at = Math.max(this.#at, now)
  }

  /** Milliseconds until the `count`th token from now is available; 0 where it is. */
  delay(now: number, count = 1): number {
    this.#refill(now)
    const missing = count - this.#tokens
    return missing <= 0 ? 0 : Math.ceil((missing / this.size.perSecond) * 1000)
  }

  /** Takes one; where none is left, the next becomes available later for all callers. */
  take(now: number): void {
    this.#refill(now)
    this.#tokens -= 1
  }

  /** Puts one back. */
  give(): void {
    this.#tokens += 1
  }

  /** Lowers the count to Azure's where Azure counts fewer: other programs of the same user share the bucket. */
  lower(now: number, remaining: number): void {
    this.#refill(now)
    this.#tokens = Math.min(this.#tokens, Math.max(0, remaining))
  }
}
