import 'server-only'
import type { BucketSize } from './token-bucket'

/** Responses are compared over at least this long before the pace they show is used. */
const learningMilliseconds = 1000
/** Share of the highest count seen above which a bucket may be full: then its refill rate cannot be measured. */
const nearlyFull = 0.9
const slowestPerSecond = 0.2
/** Assumed refill rate between two of Azure's counts: each count corrects it. */
const cautiousPerSecond = 2

interface Anchor {
  readonly at: number
  readonly remaining: number
}

/**
 * A local copy of Azure's token bucket: it starts with the documented size, and then follows Azure's own count of what
 * is left. So the scheduler stays within a smaller bucket, or one that other programs share, without being refused; and
 * the next response shows what Azure has refilled meanwhile. Times are epoch milliseconds.
 */
export class MeteredBucket {
  #tokens: number
  #at: number
  #isCounted = false
  #pace: number
  #anchor: Anchor | null = null
  #answers = 0
  #fullest = 0

  constructor(
    private readonly size: BucketSize,
    now: number,
  ) {
    this.#tokens = size.burst
    this.#pace = size.perSecond
    this.#at = now
  }

  /** Assumed tokens per second until the next response. */
  get #refillPerSecond(): number {
    return this.#isCounted ? Math.min(cautiousPerSecond, this.#pace * nearlyFull) : this.size.perSecond
  }

  #refill(now: number): void {
    const gained = (Math.max(0, now - this.#at) / 1000) * this.#refillPerSecond
    const cap = this.#isCounted ? Math.min(this.size.burst, this.#fullest) : this.size.burst
    this.#tokens = Math.min(cap, this.#tokens + gained)
    this.#at = Math.max(this.#at, now)
  }

  /** Milliseconds until the next token may be available; 0 where one is. */
  delay(now: number): number {
    this.#refill(now)
    const missing = 1 - this.#tokens
    return missing <= 0 ? 0 : Math.ceil((missing / this.#refillPerSecond) * 1000)
  }

  /** Milliseconds until `count` tokens will have been available, at the measured pace: for display. */
  forecast(now: number, count: number): number {
    this.#refill(now)
    return Math.max(0, Math.ceil(((count - this.#tokens) / this.#pace) * 1000))
  }

  /** Takes one; call only where `delay` is 0. */
  take(now: number): void {
    this.#refill(now)
    this.#tokens -= 1
  }

  /** Nothing is left, regardless of the local count. */
  empty(now: number): void {
    this.#refill(now)
    this.#tokens = Math.min(this.#tokens, 0)
    this.#anchor = null
  }

  /**
   * Azure's own count after one of this process's requests.
   * @param inFlight this process's other requests in flight: they may not be in the count yet
   */
  counted(now: number, remaining: number, inFlight: number): void {
    this.#refill(now)
    this.#isCounted = true
    this.#fullest = Math.max(this.#fullest, remaining + 1)
    this.#tokens = Math.min(this.size.burst, Math.max(0, remaining - inFlight))
    this.#learn(now, remaining)
  }

  #learn(now: number, remaining: number): void {
    if (remaining >= this.#fullest * nearlyFull) {
      this.#anchor = null
      return
    }
    if (this.#anchor === null) {
      this.#anchor = { at: now, remaining }
      this.#answers = 0
      return
    }
    this.#answers += 1
    const milliseconds = now - this.#anchor.at
    if (milliseconds < learningMilliseconds) return
    const seen = ((remaining - this.#anchor.remaining + this.#answers) / milliseconds) * 1000
    this.#pace = Math.min(this.size.perSecond, Math.max(slowestPerSecond, (this.#pace + seen) / 2))
    this.#anchor = { at: now, remaining }
    this.#answers = 0
  }
}
