import type { ErrorCode } from '@/lib/contract/errors'
import type { HistoryFailure } from '@/lib/contract/history-failures'
import { countStates, groupGaps, type GapGroup } from './fleet-counts'
import type { LoadFailure, FleetModel } from './fleet-model'

/** Why something could not be read: by Azure, by the network, or by the store of the history. */
export type UnreadCode = ErrorCode | 'offline' | HistoryFailure

/** A failure to read, with what Azure itself said of it. */
export interface Unread {
  readonly code: UnreadCode
  readonly azureCodes: readonly string[]
  readonly azureVersions: readonly string[]
}

/** A failure of which nothing more is known. */
export function unreadBy(code: UnreadCode): Unread {
  return { code, azureCodes: [], azureVersions: [] }
}

/**
 * What a reading lets be said of counts.
 * `none`: nothing was read. `least`: what was found is a minimum, and a zero is not known. `all`: counts are exact.
 */
export type Reach = 'none' | 'least' | 'all'

/** How much of what a screen is about was read. Only `whole` supports "there is nothing". */
export type Completeness =
  | { readonly kind: 'whole'; readonly reach: 'all' }
  /** `read` of `of` VMs; `of` is null while their number is not known. */
  | {
      readonly kind: 'loading'
      readonly reach: 'none' | 'least'
      readonly read: number
      readonly of: number | null
    }
  /** What is missing and why: by cause, and how many listed VMs have no reading. */
  | {
      readonly kind: 'partial'
      readonly reach: 'least'
      readonly gaps: readonly GapGroup[]
      readonly vms: number
    }
  | { readonly kind: 'denied'; readonly reach: 'none' }
  | { readonly kind: 'failed'; readonly reach: 'none' | 'least'; readonly failure: Unread }
  /** The last reading that came to its end, at an ISO time; `failure` is why there is no newer one, null where it was stopped. */
  | {
      readonly kind: 'stale'
      readonly reach: 'least' | 'all'
      readonly at: string
      readonly failure: Unread | null
    }
export type CompletenessKind = Completeness['kind']

const whole: Completeness = { kind: 'whole', reach: 'all' }

/**
 * A reading this old is called old even where no failure explains it: the automatic reading was stopped, or the browser
 * slept. Three times the longest pace at which the fleet is read by itself.
 */
const oldMs = 15 * 60_000

/** What the completeness of a fleet is judged by. */
export interface FleetReading {
  readonly fleet: FleetModel
  readonly isReading: boolean
  readonly isOffline: boolean
  readonly problem: Pick<LoadFailure, keyof Unread> | null
}

/** The failure that left a fleet without any row; null where it has rows, is still being read, or is truly empty. */
export function causeOfNothing({ fleet }: Pick<FleetReading, 'fleet'>): ErrorCode | null {
  if (fleet.settledAt === null || fleet.entries.length > 0) return null
  // A directory shows only the subscriptions that one may read.
  if (fleet.subscriptions.length === 0) return 'arm-denied'
  const codes = [...fleet.gaps.map((gap) => gap.code), ...fleet.subscriptions.flatMap((one) => one.error ?? [])]
  return codes.find((code) => code !== 'arm-denied') ?? codes[0] ?? null
}

function failureOf({ isOffline, problem, fleet, isReading }: FleetReading): Unread | null {
  if (isOffline) return unreadBy('offline')
  return problem ?? (isReading ? null : fleet.load.failure)
}

/** Before any load came to its end. */
function unsettled(reading: FleetReading): Completeness {
  const { fleet } = reading
  const failure = failureOf(reading)
  const { total, pending } = countStates(fleet.entries)
  const reach = total - pending > 0 ? 'least' : 'none'
  if (failure?.code === 'arm-denied') return { kind: 'denied', reach: 'none' }
  if (failure !== null) return { kind: 'failed', reach, failure }
  const inventory = fleet.load.progress?.inventoryComplete === true
  return { kind: 'loading', reach, read: total - pending, of: inventory ? total : null }
}

/** What the last load that came to its end left out. */
function settled({ fleet, isReading }: Pick<FleetReading, 'fleet' | 'isReading'>): Completeness {
  const cause = causeOfNothing({ fleet })
  if (cause === 'arm-denied') return { kind: 'denied', reach: 'none' }
  if (cause !== null)
    return {
      kind: 'failed',
      reach: 'none',
      failure: groupGaps(fleet).find(({ code }) => code === cause) ?? unreadBy(cause),
    }
  const { total, pending, notRead } = countStates(fleet.entries)
  if (isReading && pending > 0) return { kind: 'loading', reach: 'least', read: total - pending, of: total }
  const gaps = groupGaps(fleet)
  const missing = gaps.length + pending + notRead > 0
  if (!missing && fleet.complete && !fleet.load.listedNothing) return whole
  return { kind: 'partial', reach: 'least', gaps, vms: notRead + pending }
}

/** Where no newer reading came: what the last one carries, with its age. */
function aged(last: Completeness, at: string, failure: Unread | null): Completeness {
  return last.reach === 'none' ? last : { kind: 'stale', reach: last.reach, at, failure }
}

/**
 * How much of a fleet was read. Every screen, file and report words its counts by it.
 * @param now milliseconds since 1970; null where no clock is known, so that nothing is called old
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

/** What the completeness of any other answer is judged by. */
export interface AnswerReading {
  /** Null where no answer is there. */
  readonly answer: { readonly isWhole: boolean; readonly gaps?: readonly GapGroup[] } | null
  /** Why the last try gave none. */
  readonly failure: Unread | null
  /** ISO time at which the answer came. */
  readonly at: string
}

/** How much of an answer that comes at once was read: a list, a history, what stands around the VMs. */
export function answerCompleteness({ answer, failure, at }: AnswerReading): Completeness {
  if (failure?.code === 'arm-denied') return { kind: 'denied', reach: 'none' }
  if (answer === null)
    return failure === null
      ? { kind: 'loading', reach: 'none', read: 0, of: null }
      : { kind: 'failed', reach: 'none', failure }
  if (failure !== null) return { kind: 'stale', reach: answer.isWhole ? 'all' : 'least', at, failure }
  return answer.isWhole ? whole : { kind: 'partial', reach: 'least', gaps: answer.gaps ?? [], vms: 0 }
}

/** The count to show; null where the reading does not carry it: a dash stands there, never a zero. */
export function shownCount(count: number, reach: Reach): number | null {
  return reach === 'none' || (reach === 'least' && count === 0) ? null : count
}

const order: Readonly<Record<Reach, number>> = { none: 0, least: 1, all: 2 }

/** What two readings carry together: no more than the weaker. */
export function weakest(one: Reach, other: Reach): Reach {
  return order[one] <= order[other] ? one : other
}
