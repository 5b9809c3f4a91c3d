import type { ErrorCode } from '@/lib/contract/errors'
import type { HistoryFailure } from '@/lib/contract/history-failures'
import { countStates, groupGaps, type GapGroup } from './fleet-counts'
import type { LoadFailure, FleetModel } from './fleet-model'

/** Why something could not be read: the error came from Azure, from the network, or from the history's store. */
export type UnreadCode = ErrorCode | 'offline' | HistoryFailure

/** A failed reading, with Azure's own error codes. */
export interface Unread {
  readonly code: UnreadCode
  readonly azureCodes: readonly string[]
  readonly azureVersions: readonly string[]
}

/** A failure without any detail. */
export function unreadBy(code: UnreadCode): Unread {
  return { code, azureCodes: [], azureVersions: [] }
}

/**
 * How far counts can be trusted after a reading. `none`: nothing was read. `least`: the count is a minimum, and 0 means
 * unknown. `all`: counts are exact.
 */
export type Reach = 'none' | 'least' | 'all'

/** Why a running load has not ended yet, and the ISO time of the next attempt; null where that begins at once. */
export interface Trouble {
  readonly failure: Unread
  readonly nextTry: string | null
}

/** How much of a screen's data was read. Only `whole` supports "there is nothing". */
export type Completeness =
  | { readonly kind: 'whole'; readonly reach: 'all' }
  /**
   * `read` of `of` VMs; `of` is null while the total is unknown. `trouble`: the last attempt failed and another follows.
   */
  | {
      readonly kind: 'loading'
      readonly reach: 'none' | 'least'
      readonly read: number
      readonly of: number | null
      readonly what: 'list' | 'vms' | 'answer'
      readonly trouble: Trouble | null
    }
  /** What is missing: by cause, and the number of listed VMs without a reading. */
  | {
      readonly kind: 'partial'
      readonly reach: 'least'
      readonly gaps: readonly GapGroup[]
      readonly vms: number
    }
  | { readonly kind: 'denied'; readonly reach: 'none' }
  | { readonly kind: 'failed'; readonly reach: 'none' | 'least'; readonly failure: Unread }
  /**
   * The last finished reading, at an ISO time; `failure` is why there is no newer one, null when the reading was
   * stopped.
   */
  | {
      readonly kind: 'stale'
      readonly reach: 'least' | 'all'
      readonly at: string
      readonly failure: Unread | null
    }
export type CompletenessKind = Completeness['kind']

const whole: Completeness = { kind: 'whole', reach: 'all' }

/**
 * A reading of this age is called old even without a failure: automatic refresh was stopped, or the browser slept.
 * Three times the longest interval of the fleet's automatic refresh.
 */
const oldMs = 15 * 60_000

/** The inputs that decide the completeness of a fleet. */
export interface FleetReading {
  readonly fleet: FleetModel
  readonly isReading: boolean
  readonly isOffline: boolean
  readonly problem: Pick<LoadFailure, keyof Unread> | null
  /** The problem of the last attempt, while the next one is running or waiting. */
  readonly failing?: Pick<LoadFailure, keyof Unread> | null
}

/** The failure that left a fleet without any row; null when it has rows, is still being read, or is truly empty. */
export function causeOfNothing({ fleet }: Pick<FleetReading, 'fleet'>): ErrorCode | null {
  if (fleet.settledAt === null || fleet.entries.length > 0) return null
  // Azure lists only the subscriptions that the user may read.
  if (fleet.subscriptions.length === 0) return 'arm-denied'
  const codes = [...fleet.gaps.map((gap) => gap.code), ...fleet.subscriptions.flatMap((one) => one.error ?? [])]
  return codes.find((code) => code !== 'arm-denied') ?? codes[0] ?? null
}

function failureOf({ isOffline, problem, fleet, isReading }: FleetReading): Unread | null {
  if (isOffline) return unreadBy('offline')
  return problem ?? (isReading ? null : fleet.load.failure)
}

/** What a running load waits for because Azure fails or throttles; the longest such wait. */
function troubleOf({ fleet, failing = null }: FleetReading): Trouble | null {
  const waits = fleet.load.progress?.waits ?? []
  const [wait] = waits.toSorted((left, right) => (left.until < right.until ? 1 : -1))
  if (wait === undefined) return failing === null ? null : { failure: failing, nextTry: null }
  const code = wait.reason === 'server-error' ? 'arm-down' : 'arm-throttled'
  return { failure: { ...unreadBy(code), azureCodes: wait.azureCodes ?? [] }, nextTry: wait.until }
}

/** Before any load has finished. */
function unsettled(reading: FleetReading): Completeness {
  const { fleet } = reading
  const failure = failureOf(reading)
  const { total, pending } = countStates(fleet.entries)
  const reach = total - pending > 0 ? 'least' : 'none'
  if (failure?.code === 'arm-denied') return { kind: 'denied', reach: 'none' }
  if (failure !== null) return { kind: 'failed', reach, failure }
  const inventory = fleet.load.progress?.inventoryComplete === true
  const what = inventory ? 'vms' : 'list'
  return {
    kind: 'loading',
    reach,
    read: total - pending,
    of: inventory ? total : null,
    what,
    trouble: troubleOf(reading),
  }
}

/** What the last finished load left out. */
function settled(reading: FleetReading): Completeness {
  const { fleet, isReading } = reading
  const cause = causeOfNothing({ fleet })
  if (cause === 'arm-denied') return { kind: 'denied', reach: 'none' }
  if (cause !== null)
    return {
      kind: 'failed',
      reach: 'none',
      failure: groupGaps(fleet).find(({ code }) => code === cause) ?? unreadBy(cause),
    }
  const { total, pending, notRead } = countStates(fleet.entries)
  if (isReading && pending > 0) {
    const trouble = troubleOf(reading)
    return { kind: 'loading', reach: 'least', read: total - pending, of: total, what: 'vms', trouble }
  }
  const gaps = groupGaps(fleet)
  const missing = gaps.length + pending + notRead > 0
  if (!missing && fleet.complete && !fleet.load.listedNothing) return whole
  return { kind: 'partial', reach: 'least', gaps, vms: notRead + pending }
}

/** Without a newer reading: the result of the last one, with its age. */
function aged(last: Completeness, at: string, failure: Unread | null): Completeness {
  return last.reach === 'none' ? last : { kind: 'stale', reach: last.reach, at, failure }
}

/**
 * How much of a fleet was read. Every screen, file and report words its counts by this.
 * @param now milliseconds since 1970; null when no clock is known, so nothing is called old
 */
export function fleetCompleteness(reading: FleetReading, now: number | null): Completeness {
  const { settledAt } = reading.fleet
  if (settledAt === null) return unsettled(reading)
  const last = settled(reading)
  const failure = failureOf(reading)
  if (failure !== null) return aged(last, settledAt, failure.code === 'cancelled' ? null : failure)
  const isOld = now !== null && !reading.isReading && now - Date.parse(settledAt) > oldMs
  return isOld && last.kind === 'whole' ? aged(last, settledAt, null) : last
}

/** The inputs that decide the completeness of any other answer. */
export interface AnswerReading {
  /** Null without an answer. */
  readonly answer: { readonly isWhole: boolean; readonly gaps?: readonly GapGroup[] } | null
  /** Why the last attempt gave no answer. */
  readonly failure: Unread | null
  /** The same while the next attempt is running or waiting. */
  readonly failing?: Unread | null
  /** ISO time at which the answer came. */
  readonly at: string
}

/** How much was read of an answer that arrives at once: a list, a history, the related resources. */
export function answerCompleteness({ answer, failure, failing = null, at }: AnswerReading): Completeness {
  if (failure?.code === 'arm-denied') return { kind: 'denied', reach: 'none' }
  if (answer === null)
    return failure === null
      ? {
          ...{ kind: 'loading', reach: 'none', read: 0, of: null, what: 'answer' },
          trouble: failing === null ? null : { failure: failing, nextTry: null },
        }
      : { kind: 'failed', reach: 'none', failure }
  if (failure !== null) return { kind: 'stale', reach: answer.isWhole ? 'all' : 'least', at, failure }
  return answer.isWhole ? whole : { kind: 'partial', reach: 'least', gaps: answer.gaps ?? [], vms: 0 }
}

/** The count to show; null when it is unknown: the screen shows a dash, never 0. */
export function shownCount(count: number, reach: Reach): number | null {
  return reach === 'none' || (reach === 'least' && count === 0) ? null : count
}

const order: Readonly<Record<Reach, number>> = { none: 0, least: 1, all: 2 }

/** The weaker of two readings; both together support no more than that. */
export function weakest(one: Reach, other: Reach): Reach {
  return order[one] <= order[other] ? one : other
}
