import 'server-only'
import type { BucketSize } from './token-bucket'

/** Answers are compared over at least this long before the pace they show is believed. */
const learningMilliseconds = 1000
/** Share of the fullest count ever seen above which a bucket may be full: then nothing shows how fast it fills. */
const nearlyFull = 0.9
const slowestPerSecond = 0.2
/** How fast tokens are thought to come back between two of Azure's counts: each count puts it right. */
const cautiousPerSecond = 2

interface Anchor {
  readonly at: number
  readonly remaining: number
}

/**
 * A bucket of Azure's as seen from here: it starts with the documented size, and then keeps to Azure's own count of what
 * is left. So a smaller bucket, or one that other programs draw on too, is kept to instead of being met; and what Azure
 * has put back meanwhile is known with the next answer. Times are epoch milliseconds.
 */
export class MeteredBucket {
  #tokens: number
  #at: number
  #isTold = false
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

  /** Tokens a second that are counted on until the next answer. */
  get #refillPerSecond(): number {
    return this.#isTold ? Math.min(cautiousPerSecond, this.#pace * nearlyFull) : this.size.perSecond
  }

  #refill(now: number): void {
    const gained = (Math.max(0, now - this.#at) / 1000) * this.#refillPerSecond
    const cap = this.#isTold ? Math.min(this.size.burst, this.#fullest) : this.size.burst
    this.#tokens = Math.min(cap, this.#tokens + gained)
    this.#at = Math.max(this.#at, now)
  }

  /** Milliseconds until the next token may be there; 0 where one is. */
  delay(now: number): number {
    this.#refill(now)
    const missing = 1 - this.#tokens
    return missing <= 0 ? 0 : Math.ceil((missing / this.#refillPerSecond) * 1000)
  }

  /** Milliseconds until `count` will have been there, at the pace seen so far: for people to read. */
  forecast(now: number, count: number): number {
    this.#refill(now)
    return Math.max(0, Math.ceil(((count - this.#tokens) / this.#pace) * 1000))
  }

  /** Takes one; call only where `delay` is 0. */
  take(now: number): void {
    this.#refill(now)
    this.#tokens -= 1
  }

  /** Nothing is left, whatever was thought. */
  empty(now: number): void {
    this.#refill(now)
    this.#tokens = Math.min(this.#tokens, 0)
    this.#anchor = null
  }

  /**
   * Azure's own count after one of our requests.
   * @param underWay our other requests whose answers are still to come: they may not be in the count yet
   */
  counted(now: number, remaining: number, underWay: number): void {
    this.#refill(now)
    this.#isTold = true
    this.#fullest = Math.max(this.#fullest, remaining + 1)
    this.#tokens = Math.min(this.size.burst, Math.max(0, remaining - underWay))
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
