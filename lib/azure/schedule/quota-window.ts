import 'server-only'
import { TokenBucket } from './token-bucket'

/** Resource Graph's documented quota, used where its responses do not contain more: 15 queries in 5 s. */
const documented = { burst: 15, perSecond: 3 }
const windowMilliseconds = 5000
/** An end that is this much later belongs to a later window. */
const anotherWindowMilliseconds = 2000
/** A refusal this soon after the assumed start of a window means that the window had not started. */
const tooEarlyMilliseconds = 1500
const largestGuardMilliseconds = 1000

/** What a response of Resource Graph states about the quota. */
export interface Quota {
  readonly remaining: number
  /** Null where it does not state when the window ends. */
  readonly resetsAfterMilliseconds: number | null
}

/**
 * Resource Graph's quota of one user, from the headers of its responses: how many queries the window still has, and
 * when the next starts. The end of a window is given in whole seconds, so the earliest end in any of its responses is
 * the right one. Before the first response only one query is sent: its response shows how large the quota is.
 * Source: https://learn.microsoft.com/azure/governance/resource-graph/concepts/guidance-for-throttled-requests
 */
export class QuotaWindow {
  readonly #fallback: TokenBucket
  /** Whether responses contain the quota: not known before the first. */
  #tells: boolean | null = null
  #inFlight = 0
  #capacity = 1
  /** Fewest remaining queries in a response of this window. */
  #lowest = 0
  #answered = 0
  #startedAt = 0
  #resetAt = 0
  /** The window's end and contents are estimated from the previous one. */
  #guessed = false
  #guard = 0
  /** Queries whose response contained the quota and that are not settled yet. */
  #counted = 0

  constructor(now: number) {
    this.#fallback = new TokenBucket(documented, now)
  }

  /** Milliseconds until one more query may be sent; Infinity while that depends on a response in flight. */
  delay(now: number): number {
    if (this.#tells === null && this.#inFlight > 0) return Number.POSITIVE_INFINITY
    if (this.#tells !== true) return Math.max(this.#fallback.delay(now), this.#resetAt - now, 0)
    this.#turn(now)
    if (this.#lowest - this.#inFlight >= 1) return 0
    return Math.max(1, this.#resetAt + this.#guard - now)
  }

  /** Milliseconds until `count` queries may have been sent: for display. */
  forecast(now: number, count: number): number {
    const first = this.delay(now)
    if (!Number.isFinite(first)) return 0
    if (this.#tells !== true) return Math.max(first, this.#fallback.delay(now, count))
    const later = count - Math.max(0, this.#lowest - this.#inFlight)
    if (later <= 0) return first
    return Math.max(0, this.#resetAt - now) + (Math.ceil(later / this.#capacity) - 1) * windowMilliseconds
  }

  take(now: number): void {
    this.#inFlight += 1
    if (this.#tells !== true) this.#fallback.take(now)
  }

  /** A query is over, with any outcome. */
  settle(): void {
    this.#inFlight = Math.max(0, this.#inFlight - 1)
    if (this.#counted > 0) this.#counted -= 1
    // Azure may have counted a query whose response never came.
    else this.#lowest -= 1
  }

  /**
   * A response to a query arrived.
   * @param quota null where it contains no quota
   */
  answered(now: number, sentAt: number, quota: Quota | null): void {
    if (quota === null) {
      this.#tells ??= false
      return
    }
    // Azure counts a query when it arrives, and a slow one is answered long after: its window ends between these two.
    const earliest = sentAt + (quota.resetsAfterMilliseconds ?? 0)
    const end = quota.resetsAfterMilliseconds === null ? null : now + quota.resetsAfterMilliseconds
    if (this.#tells !== true || earliest - this.#resetAt > anotherWindowMilliseconds) {
      this.#begin(sentAt, end ?? now + windowMilliseconds)
    } else if (sentAt < this.#startedAt) {
      // It was counted in a window that is over.
      this.#counted += 1
      return
    }
    const known = this.#guessed ? Number.POSITIVE_INFINITY : this.#resetAt
    if (end !== null) this.#resetAt = Math.min(known, end)
    this.#lowest = this.#guessed ? quota.remaining : Math.min(this.#lowest, quota.remaining)
    this.#answered += 1
    const capacity = Math.max(1, this.#lowest + this.#answered)
    this.#capacity = this.#guessed ? capacity : Math.max(this.#capacity, capacity)
    this.#guessed = false
    this.#tells = true
    this.#counted += 1
  }

  /** Azure refused: no further query in this window. */
  refused(now: number, milliseconds: number): void {
    const early = this.#tells === true && now - this.#startedAt < tooEarlyMilliseconds
    if (early) this.#guard = Math.min(largestGuardMilliseconds, this.#guard + 250)
    this.#lowest = 0
    this.#guessed = false
    this.#resetAt = now + milliseconds
  }

  #begin(startedAt: number, resetAt: number): void {
    this.#startedAt = startedAt
    this.#resetAt = resetAt
    this.#answered = 0
    this.#guessed = true
  }

  /** A new window starts when the last one ends. It has the same size as the last, until a response shows otherwise. */
  #turn(now: number): void {
    if (now < this.#resetAt + this.#guard) return
    this.#begin(now, now + windowMilliseconds)
    this.#lowest = this.#capacity
  }
}
