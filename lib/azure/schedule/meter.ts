import 'server-only'
import { MeteredBucket } from './metered-bucket'
import { QuotaWindow } from './quota-window'
import type { SharedCounts, SharedLimit } from './shared-limits'

/** What a response states about Azure's counters; null where it states nothing. Times in milliseconds. */
export interface RateLimitHeaders extends SharedCounts {
  /** Of this user's own counter. */
  readonly remaining: number | null
  /** Resource Graph: until its window ends. */
  readonly resetsAfter: number | null
  /** Compute, for the VM that was read. */
  readonly vm: number | null
}

/** Counts what one of Azure's counters still allows. Times are epoch milliseconds. */
export interface Meter {
  /** Milliseconds until the next request may be sent; Infinity while that depends on a response in flight. */
  readonly delay: (now: number) => number
  readonly forecast: (now: number, count: number) => number
  readonly take: (now: number) => void
  readonly settle: () => void
  readonly answered: (now: number, sentAt: number, limits: RateLimitHeaders) => void
  readonly refused: (now: number, milliseconds: number) => void
  /** No request waits any more. */
  readonly idle: () => void
}

/**
 * Azure allows 250 reads at once and 25 per second for each user and subscription. A little less is used, because
 * Azure's clock is not this machine's.
 * Source: https://learn.microsoft.com/azure/azure-resource-manager/management/request-limits-and-throttling
 */
const reads = { burst: 240, perSecond: 24.5 }
/** Reads in flight before the first response has shown how large the bucket is. */
const mostUndelivered = 16

/** @param shared limits that count for all users together; null for reads outside any subscription */
export function readsMeter(shared: SharedLimit | null, now: number): Meter {
  const own = new MeteredBucket(reads, now)
  let inFlight = 0
  let isCounted = false
  let turnAt: number | null = null
  const sharedDelay = (at: number): number => {
    if (shared === null) return 0
    turnAt ??= at + shared.reserve(at)
    return Math.max(0, turnAt - at)
  }
  return {
    delay: (at) => {
      if (!isCounted && inFlight >= mostUndelivered) return Number.POSITIVE_INFINITY
      const wait = own.delay(at)
      return wait > 0 ? wait : sharedDelay(at)
    },
    forecast: (at, count) => Math.max(own.forecast(at, count), turnAt === null ? 0 : turnAt - at),
    take: (at) => {
      inFlight += 1
      turnAt = null
      own.take(at)
    },
    settle: () => {
      inFlight = Math.max(0, inFlight - 1)
    },
    answered: (at, _sentAt, limits) => {
      isCounted = true
      if (limits.remaining !== null) own.counted(at, limits.remaining, inFlight - 1)
      shared?.counted(at, limits)
    },
    refused: (at) => {
      isCounted = true
      own.empty(at)
    },
    idle: () => {
      if (turnAt !== null) shared?.refund()
      turnAt = null
    },
  }
}

export function resourceGraphMeter(now: number): Meter {
  const quota = new QuotaWindow(now)
  return {
    delay: (at) => quota.delay(at),
    forecast: (at, count) => quota.forecast(at, count),
    take: (at) => quota.take(at),
    settle: () => quota.settle(),
    answered: (at, sentAt, { remaining, resetsAfter }) =>
      quota.answered(at, sentAt, remaining === null ? null : { remaining, resetsAfterMilliseconds: resetsAfter }),
    refused: (at, milliseconds) => quota.refused(at, milliseconds),
    idle: () => undefined,
  }
}
