import 'server-only'
import { mostMeasuredSubscriptions, type MeasuredSubscriptions } from '@/lib/config/telemetry-config'
import type { OsType } from '@/lib/facts/types'
import { passes, vmStates, type Pass, type VmState } from '@/lib/encryption/types'
import { classify, type ClassFacts } from '@/lib/retirement/classify'
import { migrationClasses, type MigrationClass } from '@/lib/retirement/codes'
import { daysLeft } from '@/lib/retirement/plan'
import { idForLog } from '@/lib/telemetry/ids'
import { levels, type Point } from '@/lib/telemetry/measure'
import { workKinds, type WorkKind } from '@/lib/timeline/estimate/types'
import type { ObservedFacts } from '@/lib/timeline/observation'
import { groupOfState } from '@/lib/views/state-groups'
import { parseVmId } from '../vm-name'

/** A VM of a complete inventory, as the last observation that still holds shows it. */
export interface FleetVm {
  readonly id: string
  readonly state: VmState
  /** Null where it was not read. */
  readonly pass: Pass | null
  readonly osType: OsType | null
  /** Epoch milliseconds; null where no observation holds. */
  readonly evidenceAt: number | null
  /** Null where the inventory alone shows the state, and where no observation holds. */
  readonly facts: ObservedFacts | null
  /** Whether it belongs to a flexible scale set; null where that is unknown. */
  readonly isMember: boolean | null
  readonly possiblyStuck: boolean
}

export interface FleetNow {
  readonly vms: readonly FleetVm[]
  /** Ids of all subscriptions of the inventory, in lower case; also of those without VMs. */
  readonly subscriptions: readonly string[]
  /** Work that ended within the last day, on these VMs; null where not all of it could be read. */
  readonly finished: readonly WorkKind[] | null
}

const daySeconds = 86_400
const point = (value: number, attributes: Point['attributes'] = {}): Point => ({ value, attributes })

/** How often each key occurs; keys that do not occur have 0. */
function counted<Key extends string>(keys: readonly Key[], all: readonly Key[]): ReadonlyMap<Key, number> {
  const counts = new Map(all.map((key) => [key, 0]))
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1)
  return counts
}

const operatingSystems = ['Linux', 'Windows', 'unknown'] as const
const readPasses = [...passes, 'unknown'] as const

/** Every VM once, by state, pass and operating system together: each sum over these is a number of VMs. */
function vmPoints(vms: readonly FleetVm[]): Point[] {
  const keyOf = (state: VmState, pass: string, os: string): string => `${state}|${pass}|${os}`
  const counts = counted(
    vms.map(({ state, pass, osType }) => keyOf(state, pass ?? 'unknown', osType ?? 'unknown')),
    [],
  )
  return vmStates.flatMap((state) =>
    readPasses.flatMap((pass) =>
      operatingSystems.map((os) => point(counts.get(keyOf(state, pass, os)) ?? 0, { state, pass, os })),
    ),
  )
}

/** What all subscriptions count as that are not counted separately. */
const otherSubscriptions = 'other'

/**
 * Every VM once, by subscription and state. A subscription that is not in the inventory has no series: nothing is known of it.
 * The number of series is bounded, and each id is as the log has it: the operator asked for these subscriptions by name.
 */
function subscriptionPoints({ vms, subscriptions }: FleetNow, measured: MeasuredSubscriptions | null): Point[] {
  if (measured === null) return []
  const shown = [...subscriptions].sort().filter((id) => measured === '*' || measured.includes(id))
  const separate = shown.slice(0, mostMeasuredSubscriptions)
  const labels = separate.length < subscriptions.length ? [...separate, otherSubscriptions] : separate
  const labelOf = ({ id }: FleetVm): string => {
    const subscription = parseVmId(id)?.subscriptionId.toLowerCase()
    return separate.find((each) => each === subscription) ?? otherSubscriptions
  }
  const counts = counted(
    vms.map((vm) => `${labelOf(vm)}|${vm.state}`),
    labels.flatMap((label) => vmStates.map((state) => `${label}|${state}`)),
  )
  return [...counts].map(([key, value]) => {
    const [label = '', state = ''] = key.split('|')
    return point(value, { subscription: label === otherSubscriptions ? label : idForLog('subscription', label), state })
  })
}

function classOf({ id, pass, osType, facts, isMember }: FleetVm): MigrationClass | null {
  const stamped = facts?.disks.filter(({ role, stamp }) => role === 'data' && stamp === 'encrypted').length ?? 0
  const known = {
    id,
    pass,
    osType,
    os: facts?.os ?? 'unknown',
    data: { state: facts?.data ?? 'unknown', stamped, total: stamped },
    flags: [],
  } satisfies Omit<ClassFacts, 'operation'>
  // Observations contain neither what ARM is doing nor, sometimes, the membership: a class that depends on it is undecided.
  const kinds = (isMember === null ? [true, false] : [isMember]).flatMap((member) =>
    ([null, 'running'] as const).map((operation) => classify({ ...known, operation }, member)?.kind ?? null),
  )
  const [first = null] = kinds
  return kinds.every((kind) => kind === first) ? first : 'undecided'
}

/** The classes that VMs can have: disks that no VM uses are not part of this inventory. */
const vmClasses = migrationClasses.filter((kind) => kind !== 'unattached-disk')

/** Exports no number of VMs any more, because it is no longer known. */
export function withdrawCounts(): void {
  for (const name of [
    'sealwatch.fleet.vms',
    'sealwatch.fleet.subscription.vms',
    'sealwatch.fleet.vms.needing_action',
    'sealwatch.fleet.vms.unread',
    'sealwatch.fleet.vms.possibly_stuck',
    'sealwatch.fleet.evidence.oldest.timestamp',
    'sealwatch.fleet.finished_last_day',
    'sealwatch.retirement.vms',
  ] as const)
    levels(name, [])
}

/**
 * Exports the numbers of a fleet whose inventory is complete.
 * @param now epoch milliseconds
 * @param measured subscriptions whose VMs are also counted separately
 */
export function exportFleet(fleet: FleetNow, now: number, measured: MeasuredSubscriptions | null): void {
  const { vms, finished } = fleet
  const dated = vms.flatMap(({ evidenceAt }) => evidenceAt ?? [])
  const oldest = dated.reduce((least, at) => Math.min(least, at), Number.POSITIVE_INFINITY)
  const classes = counted(
    vms.flatMap((vm) => classOf(vm) ?? []),
    vmClasses,
  )
  levels('sealwatch.fleet.inventory.complete', [point(1)])
  levels('sealwatch.fleet.inventory.timestamp', [point(now / 1000)])
  levels('sealwatch.fleet.vms', vmPoints(vms))
  levels('sealwatch.fleet.subscription.vms', subscriptionPoints(fleet, measured))
  levels('sealwatch.fleet.vms.needing_action', [
    point(vms.filter(({ state }) => groupOfState(state) === 'needs-person').length),
  ])
  levels('sealwatch.fleet.vms.unread', [point(vms.length - dated.length)])
  levels('sealwatch.fleet.vms.possibly_stuck', [point(vms.filter(({ possiblyStuck }) => possiblyStuck).length)])
  levels('sealwatch.fleet.evidence.oldest.timestamp', dated.length === 0 ? [] : [point(oldest / 1000)])
  levels(
    'sealwatch.fleet.finished_last_day',
    finished === null ? [] : [...counted(finished, workKinds)].map(([work, value]) => point(value, { work })),
  )
  levels(
    'sealwatch.retirement.vms',
    [...classes].map(([kind, value]) => point(value, { class: kind })),
  )
  exportDaysLeft(now)
}

function exportDaysLeft(now: number): void {
  levels('sealwatch.retirement.left', [point(daysLeft(now) * daySeconds)])
}

/** Exports that the last inventory is incomplete: no number of VMs is known then, and none is exported. */
export function exportIncomplete(now: number): void {
  withdrawCounts()
  levels('sealwatch.fleet.inventory.complete', [point(0)])
  exportDaysLeft(now)
}

/** Exports nothing about the fleet any more: another collector does. Otherwise each VM would count twice. */
export function withdrawFleet(): void {
  withdrawCounts()
  for (const name of [
    'sealwatch.fleet.inventory.complete',
    'sealwatch.fleet.inventory.timestamp',
    'sealwatch.retirement.left',
  ] as const)
    levels(name, [])
}
