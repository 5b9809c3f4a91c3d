import 'server-only'
import { TokenBucket, type BucketSize } from './token-bucket'

/** What a wait is for; every reason is one of the contract's. */
export type WaitReason = 'arm-reads' | 'resource-graph' | 'compute' | 'server-error'

/** Which of Azure's counters a request draws on: reads of one subscription (or of the tenant), or Resource Graph. */
export type LaneName =
  { readonly kind: 'arm-reads'; readonly scope: string } | { readonly kind: 'resource-graph'; readonly scope: 'tenant' }

/**
 * Azure allows 250 reads at once and 25 a second for each person and subscription, and 15 Resource Graph queries in
 * 5 s for each person. A little less is used, since its clock is not ours.
 * Source: https://learn.microsoft.com/azure/azure-resource-manager/management/request-limits-and-throttling and
 * https://learn.microsoft.com/azure/governance/resource-graph/concepts/guidance-for-throttled-requests
 */
const sizes: Readonly<Record<LaneName['kind'], BucketSize>> = {
  'arm-reads': { burst: 240, perSecond: 24.5 },
  'resource-graph': { burst: 15, perSecond: 3 },
}

export interface Waiting {
  readonly signal: AbortSignal
  readonly start: () => void
  readonly refuse: (retryAfterMilliseconds: number) => void
}

/** Rounds of refusals in a row after which a lane gives up for the time Azure asked for. */
const maxStrikes = 5

/** The requests that draw on one counter, in order, and what is known of that counter. */
export class Lane {
  queue: Waiting[] = []
  readonly #bucket: TokenBucket
  #pausedUntil = 0
  #pausedAt = 0
  #reason: WaitReason
  #strikes = 0
  #closedUntil = 0

  constructor(
    readonly name: LaneName,
    now: number,
  ) {
    this.#bucket = new TokenBucket(sizes[name.kind], now)
    this.#reason = name.kind
  }

  /** Milliseconds until the next request may start. */
  delay(now: number): number {
    return Math.max(this.#bucket.delay(now), this.#pausedUntil - now, 0)
  }

  take(now: number): void {
    this.#bucket.take(now)
  }

  /** Milliseconds for which the lane takes no requests at all; 0 where it does. */
  closedFor(now: number): number {
    return Math.max(0, this.#closedUntil - now)
  }

  /** Azure answered something other than "too many". `remaining` is its own count of what is left, where it gave one. */
  accepted(now: number, remaining: number | null): void {
    this.#strikes = 0
    if (remaining !== null) this.#bucket.lower(now, remaining)
  }

  /** Nothing more until then, without counting it as a refusal: Azure said in time that the quota is used up. */
  rest(now: number, milliseconds: number): void {
    this.#pause(now, milliseconds, this.name.kind)
  }

  /**
   * Azure said "too many". Everything queued waits; where it asks for too long, or refuses round after round, the
   * queue is refused instead.
   * @param sentAt when the refused request was sent: those sent before the last pause belong to the same round
   */
  refused(now: number, sentAt: number, wait: { milliseconds: number; tooLong: boolean; reason: WaitReason }): void {
    if (sentAt >= this.#pausedAt) this.#strikes += 1
    this.#bucket.lower(now, 0)
    if (!wait.tooLong && this.#strikes < maxStrikes) {
      this.#pause(now, wait.milliseconds, wait.reason)
      return
    }
    this.#strikes = 0
    this.#closedUntil = Math.max(this.#closedUntil, now + wait.milliseconds)
    for (const waiting of this.queue.splice(0)) waiting.refuse(wait.milliseconds)
  }

  /** What people are told while requests of this lane wait, and until when by what is known now; null where none does. */
  wait(now: number): { scope: string; reason: WaitReason; until: number } | null {
    if (this.queue.length === 0) return null
    const paused = this.#pausedUntil > now
    const until = paused ? this.#pausedUntil : now + this.#bucket.delay(now, this.queue.length)
    return until <= now ? null : { scope: this.name.scope, reason: paused ? this.#reason : this.name.kind, until }
  }

  #pause(now: number, milliseconds: number, reason: WaitReason): void {
    if (now + milliseconds <= this.#pausedUntil) return
    this.#pausedUntil = now + milliseconds
    this.#pausedAt = now
    this.#reason = reason
  }
}
