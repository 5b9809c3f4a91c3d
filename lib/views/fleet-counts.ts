import type { ErrorCode } from '@/lib/contract/errors'
import type { Gap } from '@/lib/contract/fleet'
import { vmStates, type VmState } from '@/lib/contract/codes'
import type { FleetEntry } from './fleet-entry'
import { isWholeTenant, type FleetModel } from './fleet-model'
import { urgentNeedOf } from './fleet-need'
import { groupOfState, statesOf, type StateGroup } from './state-groups'

export interface FleetCounts {
  /** All rows, Unknown included. */
  readonly total: number
  readonly byState: Readonly<Record<VmState, number>>
  /** Rows that the running load has not read yet. */
  readonly pending: number
  /** Rows that could not be read. */
  readonly notRead: number
  /** Rows on whose VM or extension ARM is, or may be, at work although the report shows no run. */
  readonly operations: number
  /** Rows that need an action of a user now, by the group of their state: a run that is possibly stuck is one of them. */
  readonly needing: Readonly<Record<StateGroup, number>>
}

/** Every place that counts the VMs that need action counts by this. */
export const needsAction = (entries: readonly FleetEntry[]): readonly FleetEntry[] =>
  entries.filter((entry) => urgentNeedOf(entry) !== null)

/** Counts every row once, by state. */
export function countStates(entries: readonly FleetEntry[]): FleetCounts {
  const counted = new Map<VmState, number>()
  let pending = 0
  let notRead = 0
  let operations = 0
  for (const entry of entries) {
    counted.set(entry.state, (counted.get(entry.state) ?? 0) + 1)
    if (entry.reading === 'pending') pending += 1
    if (entry.reading === 'failed' || entry.reading === 'incomplete') notRead += 1
    if (entry.operation !== null && groupOfState(entry.state) === 'settled') operations += 1
  }
  const byState = { ...noCounts }
  for (const state of vmStates) byState[state] = counted.get(state) ?? 0
  const needing = { 'needs-person': 0, 'in-motion': 0, 'not-known': 0, settled: 0 }
  for (const { state } of needsAction(entries)) needing[groupOfState(state)] += 1
  return { total: entries.length, byState, pending, notRead, operations, needing }
}

const noCounts: Record<VmState, number> = {
  failed: 0,
  conflict: 0,
  'restart-pending': 0,
  encrypting: 0,
  decrypting: 0,
  unknown: 0,
  'partly-encrypted': 0,
  'encrypted-unverified': 0,
  encrypted: 0,
  'protected-otherwise': 0,
  'not-encrypted': 0,
}

/**
 * How many rows of a group of states need action, where the group's name and the counts of its states do not say so: null
 * where all of a group that is named after it do, and where none of another does.
 */
export function needingApart({ needing, byState }: FleetCounts, group: StateGroup): number | null {
  const all = statesOf(group).reduce((sum, state) => sum + byState[state], 0)
  return needing[group] === (group === 'needs-person' ? all : 0) ? null : needing[group]
}

const namedAtMost = 3

/** Gaps of one cause. */
export interface GapGroup {
  readonly code: ErrorCode
  /** Azure's own error codes. */
  readonly azureCodes: readonly string[]
  readonly azureVersions: readonly string[]
  /** Names of the affected subscriptions, or their ids when no name is known. */
  readonly subscriptions: readonly string[]
  /** Number of affected single VMs, and the names of the first of them in lower case. */
  readonly vms: number
  readonly vmNames: readonly string[]
  /** True when the whole tenant is affected. */
  readonly tenant: boolean
}

/** What could not be read, by cause; subscriptions come before single VMs. */
export function groupGaps(model: Pick<FleetModel, 'gaps' | 'subscriptions'>): readonly GapGroup[] {
  const names = new Map(model.subscriptions.map((one) => [one.id.toLowerCase(), one.name]))
  const nameOf = (id: string) => names.get(id.toLowerCase()) ?? id
  const refused = model.subscriptions.flatMap((one): Gap[] =>
    one.error === null
      ? []
      : [{ scope: one.id, kind: 'subscription', code: one.error, azureCodes: [], azureVersions: [] }],
  )
  const byCode = new Map<ErrorCode, Gap[]>()
  for (const gap of [...model.gaps, ...refused]) {
    const same = byCode.get(gap.code)
    if (same === undefined) byCode.set(gap.code, [gap])
    else same.push(gap)
  }
  const ofSubscription = (gap: Gap) => gap.kind !== 'vm' && !isWholeTenant(gap)
  const groups = [...byCode].map(([code, gaps]): GapGroup => {
    const vms = new Set(gaps.filter((gap) => gap.kind === 'vm').map((gap) => gap.scope.toLowerCase()))
    return {
      code,
      azureCodes: [...new Set(gaps.flatMap((gap) => gap.azureCodes))].slice(0, namedAtMost),
      azureVersions: gaps.find((gap) => gap.azureVersions.length > 0)?.azureVersions ?? [],
      subscriptions: [...new Set(gaps.filter(ofSubscription).map((gap) => nameOf(gap.scope)))],
      vms: vms.size,
      vmNames: [...vms].slice(0, namedAtMost).map((id) => id.split('/').at(-1) ?? id),
      tenant: gaps.some(isWholeTenant),
    }
  })
  return groups.sort((left, right) => right.subscriptions.length - left.subscriptions.length)
}

/**
 * The names of what could not be read for one cause.
 * @param vmsText words for a number of VMs that is too high to name each
 * @param most subscriptions that are named
 */
export function gapNames(
  { subscriptions, vms, vmNames }: GapGroup,
  vmsText: (count: number) => string,
  most = Infinity,
): readonly string[] {
  const named = subscriptions.slice(0, most)
  const more = subscriptions.length - named.length
  return [...named, ...(more > 0 ? [`+${more}`] : []), ...(vms > vmNames.length ? [vmsText(vms)] : vmNames)]
}

/** The oldest reading time among the shown rows; null before any reading. ISO times sort as text. */
export function oldestEvidence(entries: readonly FleetEntry[]): string | null {
  return entries.reduce<string | null>(
    (oldest, entry) =>
      entry.evidenceAt !== null && (oldest === null || entry.evidenceAt < oldest) ? entry.evidenceAt : oldest,
    null,
  )
}

// Needed on every render and computed from all rows, so it is cached.
const motion = new WeakMap<readonly FleetEntry[], boolean>()

/** True while a VM changes without the user, so that an early new reading is useful. */
export function isInMotion(entries: readonly FleetEntry[]): boolean {
  const known = motion.get(entries)
  if (known !== undefined) return known
  const moves = entries.some(
    (entry) => entry.state === 'encrypting' || entry.state === 'decrypting' || entry.operation === 'running',
  )
  motion.set(entries, moves)
  return moves
}
