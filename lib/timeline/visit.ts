import type { VmState } from '@/lib/encryption/types'
import { isoOf, millisecondsOf } from './instants'
import { laneOf } from './lane'
import { laneViews } from './lane-views'
import { livesOf } from './lives'
import type { Observation } from './observation'
import { paint } from './paint'
import type { Polling } from './polling'
import { sightingsOf } from './sighting'
import type { Interval, Start } from './types'

export const visitChangeKinds = ['changed', 'first-seen', 'recreated', 'came-back'] as const
/**
 * `changed`: another state than before the visit. `first-seen`: nobody had looked before. `recreated`: another machine
 * stands under the name. `came-back`: the same state as before, with others in between.
 */
export type VisitChangeKind = (typeof visitChangeKinds)[number]

/** What one VM did since a visit. */
export interface VisitChange {
  readonly vm: string
  readonly kind: VisitChangeKind
  /** The last state seen at or before the visit, and when; null where nobody had looked. */
  readonly before: { readonly state: VmState; readonly seenAt: string } | null
  readonly after: { readonly state: VmState; readonly seenAt: string; readonly start: Start }
  /** States seen in between, each once, in order. */
  readonly between: readonly VmState[]
}

interface Seen {
  readonly vmId: string | null
  readonly interval: Interval<VmState>
}

function seenOf(observations: readonly Observation[], polling: Polling, now: number): readonly Seen[] {
  return livesOf(sightingsOf(observations, now).sightings).flatMap(({ vmId, sightings }) =>
    laneOf(paint(sightings), laneViews.vm, polling, { at: now, why: 'now' }).intervals.map((interval) => ({
      vmId,
      interval,
    })),
  )
}

function kindOf(before: Seen | undefined, after: Seen, between: readonly VmState[]): VisitChangeKind | null {
  if (before === undefined) return 'first-seen'
  if (before.vmId !== null && after.vmId !== null && before.vmId !== after.vmId) return 'recreated'
  if (before.interval.value !== after.interval.value) return 'changed'
  return between.length > 0 ? 'came-back' : null
}

function changeOf(vm: string, seen: readonly Seen[], visitIso: string): VisitChange | null {
  const before = seen.findLast(({ interval }) => interval.from <= visitIso)
  const later = seen.filter(({ interval }) => interval.from > visitIso)
  const after = later.at(-1)
  if (after === undefined) return null
  const states = new Set(later.map(({ interval }) => interval.value))
  states.delete(after.interval.value)
  if (before !== undefined) states.delete(before.interval.value)
  const between = [...states]
  const kind = kindOf(before, after, between)
  if (kind === null) return null
  const { value, to, start } = after.interval
  return {
    vm,
    kind,
    before:
      before === undefined
        ? null
        : { state: before.interval.value, seenAt: before.interval.to < visitIso ? before.interval.to : visitIso },
    after: { state: value, seenAt: to, start },
    between,
  }
}

/**
 * What changed since a person was last here, from the observations of each VM. Only what was seen counts: a VM at which
 * nobody has looked since the visit has no change to tell. Newest change first.
 */
export function changesSince(
  vms: Iterable<readonly [vm: string, observations: readonly Observation[]]>,
  visit: string,
  polling: Polling,
  nowIso: string,
): readonly VisitChange[] {
  const visitAt = millisecondsOf(visit)
  const now = millisecondsOf(nowIso)
  if (visitAt === null || now === null) return []
  const changes: VisitChange[] = []
  for (const [vm, observations] of vms) {
    const change = changeOf(vm, seenOf(observations, polling, now), isoOf(visitAt))
    if (change !== null) changes.push(change)
  }
  return changes.sort((left, right) => {
    if (left.after.start.at !== right.after.start.at) return left.after.start.at < right.after.start.at ? 1 : -1
    return left.vm < right.vm ? -1 : 1
  })
}
