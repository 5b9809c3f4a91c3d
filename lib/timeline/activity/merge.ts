import { isoOf, millisecondsOf, minute } from '../instants'
import { actorOf, betterActor } from './actor'
import { kindOfChange, kindOfOperation } from './kind'
import { stampChangesOf } from './stamp-change'
import type { ActivityItem, ActivityLogEvent, ActivityOutcome, ResourceChange } from './types'

const outcomes: Readonly<Record<string, ActivityOutcome>> = {
  started: 'begun',
  accepted: 'begun',
  'in progress': 'begun',
  succeeded: 'succeeded',
  failed: 'failed',
  canceled: 'failed',
}
/** An end outweighs a beginning, and a failure a success: an accepted request can still fail. */
const weight: Readonly<Record<ActivityOutcome, number>> = { 'not-recorded': 0, begun: 1, succeeded: 2, failed: 3 }

function outcomeOf(status: string | null): ActivityOutcome {
  const word = status?.toLowerCase() ?? ''
  return Object.hasOwn(outcomes, word) ? (outcomes[word] ?? 'not-recorded') : 'not-recorded'
}

const lower = (text: string | null): string | null => text?.toLowerCase() || null

function itemOfEvent(event: ActivityLogEvent, at: string): ActivityItem {
  const resourceId = event.resourceId.toLowerCase()
  const correlationId = lower(event.correlationId)
  const operation = event.operation.toLowerCase()
  return {
    // One deployment shares its correlation id over many resources, so resource and operation are part of the key.
    key: correlationId === null ? `event ${event.id}` : ['request', correlationId, operation, resourceId].join(' '),
    kind: kindOfOperation(operation),
    operation,
    resourceId,
    from: at,
    to: at,
    outcome: outcomeOf(event.status),
    actor: actorOf(event.caller, event.applicationId),
    correlationId,
    sources: ['activity-log'],
    changes: [],
    stamps: [],
  }
}

function unique<T>(values: readonly T[]): readonly T[] {
  return [...new Map(values.map((value) => [JSON.stringify(value), value])).entries()]
    .sort(([left], [right]) => (left < right ? -1 : 1))
    .map(([, value]) => value)
}

function itemOfChange(change: ResourceChange, at: string): ActivityItem {
  const resourceId = change.resourceId.toLowerCase()
  const correlationId = lower(change.correlationId)
  const operation = lower(change.operation)
  const named = kindOfOperation(operation)
  const kind = named === 'other' ? kindOfChange(resourceId, change.changeType) : named
  return {
    key:
      correlationId === null ? `change ${change.id}` : ['change', correlationId, operation, resourceId, kind].join(' '),
    kind,
    operation,
    resourceId,
    from: at,
    to: at,
    outcome: 'not-recorded',
    actor: actorOf(change.changedBy, null),
    correlationId,
    sources: ['resource-changes'],
    changes: unique(change.changes),
    stamps: stampChangesOf(change, at),
  }
}

function joined(left: ActivityItem, right: ActivityItem): ActivityItem {
  const sources = new Set([...left.sources, ...right.sources])
  return {
    ...left,
    from: left.from <= right.from ? left.from : right.from,
    to: left.to >= right.to ? left.to : right.to,
    outcome: weight[right.outcome] > weight[left.outcome] ? right.outcome : left.outcome,
    actor: betterActor(left.actor, right.actor),
    sources: (['activity-log', 'resource-changes'] as const).filter((source) => sources.has(source)),
    changes: unique([...left.changes, ...right.changes]),
    stamps: unique([...left.stamps, ...right.stamps]),
  }
}

/**
 * The request that a change belongs to: it has the same correlation id, and either the same resource or it is the only
 * request with that id. A request on a VM also changes its disks, so a different resource does not exclude a match.
 */
function requestOf(change: ActivityItem, requests: readonly ActivityItem[]): ActivityItem | undefined {
  const sameOperation = requests.filter(({ operation }) => operation === change.operation)
  const sameResource = requests.filter(({ resourceId }) => resourceId === change.resourceId)
  const both = sameOperation.filter(({ resourceId }) => resourceId === change.resourceId)
  return [both, sameOperation, sameResource, requests].find(({ length }) => length === 1)?.[0]
}

/** Longest time between two records of one write when only the resource and the time match. */
const sameWrite = minute

/**
 * The write that caused a change without a correlation id: the only write of that kind on the same resource at that
 * time. Resource Graph names no actor for what the platform itself does, such as writing the stamp on a disk.
 */
function writeOf(change: ActivityItem, items: Iterable<ActivityItem>): ActivityItem | undefined {
  const at = Date.parse(change.from)
  const near = [...items].filter(
    ({ sources, kind, resourceId, from, to }) =>
      sources.includes('activity-log') &&
      kind === change.kind &&
      resourceId === change.resourceId &&
      Date.parse(from) - at <= sameWrite &&
      at - Date.parse(to) <= sameWrite,
  )
  return near.length === 1 ? near[0] : undefined
}

function gather(items: Map<string, ActivityItem>, item: ActivityItem, key = item.key): void {
  const known = items.get(key)
  items.set(key, known === undefined ? item : joined(known, item))
}

function grouped(items: Iterable<ActivityItem>): ReadonlyMap<string, readonly ActivityItem[]> {
  const groups = new Map<string, ActivityItem[]>()
  for (const item of items) {
    if (item.correlationId === null) continue
    const group = groups.get(item.correlationId)
    if (group === undefined) groups.set(item.correlationId, [item])
    else group.push(item)
  }
  return groups
}

/** The time as ISO in UTC; null when it cannot be parsed or is in the future. */
function timeOf(iso: string, now: number): string | null {
  const at = millisecondsOf(iso)
  return at === null || at > now + 5 * minute ? null : isoOf(at)
}

/**
 * Merges Activity Log events and Resource Graph changes into one item per request. The events of one request (begun,
 * accepted, ended) and the changes it caused become one item. Neither order nor repetition of the input matters.
 * https://learn.microsoft.com/azure/governance/resource-graph/changes/get-resource-changes
 */
export function mergeActivity(
  events: readonly ActivityLogEvent[],
  changes: readonly ResourceChange[],
  now: number,
): { readonly items: readonly ActivityItem[]; readonly leftOut: number } {
  const items = new Map<string, ActivityItem>()
  let leftOut = 0
  for (const event of events) {
    const at = timeOf(event.at, now)
    if (at === null) leftOut += 1
    else gather(items, itemOfEvent(event, at))
  }
  const logged = [...items.values()]
  const requests = grouped(logged)
  for (const change of changes) {
    const at = timeOf(change.at, now)
    if (at === null) {
      leftOut += 1
      continue
    }
    const item = itemOfChange(change, at)
    const { correlationId } = item
    const own = correlationId === null ? writeOf(item, logged) : requestOf(item, requests.get(correlationId) ?? [])
    gather(items, item, own?.key)
  }
  const sorted = [...items.values()].sort((left, right) => {
    if (left.from !== right.from) return left.from < right.from ? -1 : 1
    return left.key < right.key ? -1 : 1
  })
  return { items: sorted, leftOut }
}
