import 'server-only'
import { Breaker } from './breaker'
import type { Meter, RateLimitHeaders } from './meter'
import { WaitQueue, type Refusal } from './wait-queue'

/** What a wait is for; every reason is part of the contract. */
export type WaitReason = 'arm-reads' | 'resource-graph' | 'compute' | 'server-error'

/**
 * Which of Azure's counters a request counts against: reads of one subscription (or of the tenant), or Resource Graph.
 */
export type LaneName =
  { readonly kind: 'arm-reads'; readonly scope: string } | { readonly kind: 'resource-graph'; readonly scope: 'tenant' }

/** Consecutive rounds of refusals after which a lane gives up for the time that Azure requested. */
const maxStrikes = 5

/** The requests that count against one counter, in order, and what is known of that counter. */
export class Lane {
  readonly queue = new WaitQueue()
  readonly breaker = new Breaker()
  #pausedUntil = 0
  #pausedAt = 0
  #reason: WaitReason
  #strikes = 0
  #closedUntil = 0

  constructor(
    readonly name: LaneName,
    readonly meter: Meter,
  ) {
    this.#reason = name.kind
  }

  /** Milliseconds until the next request may start; Infinity while that depends on a response in flight. */
  delay(now: number): number {
    const held = Math.max(this.breaker.delay(now), this.#pausedUntil - now)
    return held > 0 ? held : this.meter.delay(now)
  }

  /** Milliseconds for which the lane accepts no requests at all; 0 where it accepts them. */
  closedFor(now: number): number {
    return Math.max(0, this.#closedUntil - now)
  }

  /** Azure answered neither with throttling nor with a failure. */
  accepted(now: number, sentAt: number, limits: RateLimitHeaders): void {
    this.#strikes = 0
    this.breaker.worked()
    this.meter.answered(now, sentAt, limits)
  }

  /** Azure or the network failed. */
  failed(now: number, wasTrial: boolean): void {
    if (!this.breaker.failed(now, wasTrial)) return
    this.#refuseAll({ kind: 'down' })
  }

  /**
   * Azure throttled a request. Everything queued waits; where the wait is too long, or refusals continue round after
   * round, the queue is refused instead.
   * @param sentAt when the refused request was sent: those sent before the last pause belong to the same round
   */
  refused(now: number, sentAt: number, wait: { milliseconds: number; tooLong: boolean; reason: WaitReason }): void {
    this.breaker.worked()
    if (sentAt >= this.#pausedAt) this.#strikes += 1
    this.meter.refused(now, wait.milliseconds)
    if (!wait.tooLong && this.#strikes < maxStrikes) {
      this.#pause(now, wait.milliseconds, wait.reason)
      return
    }
    this.#strikes = 0
    this.#closedUntil = Math.max(this.#closedUntil, now + wait.milliseconds)
    this.#refuseAll({ kind: 'throttled', retryAfterMilliseconds: wait.milliseconds })
  }

  /**
   * What a user is shown while requests of this lane wait, and until when as far as is known; null where none waits.
   */
  wait(now: number): { scope: string; reason: WaitReason; until: number } | null {
    if (this.queue.length === 0) return null
    const { scope, kind } = this.name
    const held = this.breaker.heldUntil
    if (held !== null) return { scope, reason: 'server-error', until: Math.max(held, now + 1000) }
    if (this.#pausedUntil > now) return { scope, reason: this.#reason, until: this.#pausedUntil }
    const wait = this.meter.forecast(now, this.queue.length)
    return wait <= 0 ? null : { scope, reason: kind, until: now + wait }
  }

  #refuseAll(refusal: Refusal): void {
    this.meter.idle()
    for (const waiting of this.queue.drain()) waiting.refuse(refusal)
  }

  #pause(now: number, milliseconds: number, reason: WaitReason): void {
    if (now + milliseconds <= this.#pausedUntil) return
    this.#pausedUntil = now + milliseconds
    this.#pausedAt = now
    this.#reason = reason
  }
}
