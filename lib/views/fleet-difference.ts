import { vmStates, type VmState } from '@/lib/contract/codes'
import type { FleetRow, Gap, Subscription } from '@/lib/contract/fleet'
import type { FleetModel } from './fleet-model'

type RowInFile = Pick<
  FleetRow,
  'id' | 'subscriptionId' | 'resourceGroup' | 'name' | 'state' | 'os' | 'data' | 'pass' | 'evidenceAt'
>

/** What a file shows of a fleet. */
export interface FleetInFile {
  readonly rows: ReadonlyMap<string, RowInFile>
  readonly gaps: readonly Pick<Gap, 'scope' | 'kind'>[]
  readonly subscriptions: readonly Pick<Subscription, 'id'>[]
  /** Whether the load reached its end and read everything. */
  readonly complete: boolean
  /** Code of the failure that ended the load; null where it reached its end. */
  readonly failed: string | null
}

/** What a page has loaded of a file, to its end. */
export function fleetInFile({ entries, gaps, subscriptions, complete, load }: FleetModel): FleetInFile {
  const rows = new Map(entries.map((entry) => [entry.key, entry]))
  return { rows, gaps, subscriptions, complete, failed: load.failure?.code ?? null }
}

/** Of whom a file is, and when it was taken. */
export interface FileOrigin {
  readonly cloud: string
  readonly tenantId: string
  readonly redacted: boolean
  /** ISO time. */
  readonly takenAt: string
}

export type CompareObstacle = 'redacted' | 'other-tenant' | 'order'

/** Why two files cannot be compared; null where they can. `order`: the first is the later one. */
export function obstacleOf(before: FileOrigin, after: FileOrigin): CompareObstacle | null {
  // Each file has hashes of its own.
  if (before.redacted || after.redacted) return 'redacted'
  if (before.cloud !== after.cloud || before.tenantId !== after.tenantId) return 'other-tenant'
  return Date.parse(before.takenAt) > Date.parse(after.takenAt) ? 'order' : null
}

/**
 * How a VM differs between two files. `changed`: its state, that of a volume or the method differs, and both know it.
 * `same`: both know the states of the VM and of its volumes, and they are the same. `not-known`: one of the files does
 * not know one of these states. `new` and `gone`: the other file lists all VMs of its subscription, and not this one. `only-before` and `only-after`: the other file does not contain it
 * and does not list all VMs of its subscription, so that nothing follows.
 */
export const changes = ['changed', 'new', 'gone', 'not-known', 'only-before', 'only-after', 'same'] as const
export type Change = (typeof changes)[number]

/** What a file says of a VM. */
export interface Shown {
  readonly state: FleetRow['state']
  readonly os: FleetRow['os']
  readonly data: FleetRow['data']['state']
  /** Null where it is not known. */
  readonly pass: FleetRow['pass']
  /** ISO time at which the evidence behind `state` was read. */
  readonly evidenceAt: string | null
}

/** A VM in one or both files. */
export interface ComparedVm extends Pick<FleetRow, 'id' | 'subscriptionId' | 'resourceGroup' | 'name'> {
  readonly change: Change
  /** Null where the file does not contain the VM. */
  readonly before: Shown | null
  readonly after: Shown | null
}

/** Whether a file lists every VM of a subscription: only then does a missing row say something. */
function listsAll({ gaps, subscriptions, complete, failed }: FleetInFile, subscriptionId: string): boolean {
  if (failed !== null || !subscriptions.some(({ id }) => id === subscriptionId)) return false
  // A load that broke off, without a gap that says where.
  if (!complete && gaps.length === 0) return false
  return gaps.every(({ scope, kind }) => kind === 'vm' || (scope !== 'tenant' && scope !== subscriptionId))
}

const namesOf = ({ id, subscriptionId, resourceGroup, name }: RowInFile) => ({
  id,
  subscriptionId,
  resourceGroup,
  name,
})

const shownOf = ({ state, os, data, pass, evidenceAt }: RowInFile): Shown => ({
  ...{ state, os, pass, evidenceAt },
  data: data.state,
})

/** What of a VM can differ. */
const aspects = ['state', 'os', 'data', 'pass'] as const
type Aspect = (typeof aspects)[number]

/** What differs between two files that both know it. */
export function differing(before: Shown, after: Shown): readonly Aspect[] {
  return aspects.filter((aspect) => {
    const values = [before[aspect], after[aspect]]
    return values[0] !== values[1] && !values.includes('unknown') && !values.includes(null)
  })
}

function changeOf(before: Shown, after: Shown): Change {
  if (before.state === 'unknown' || after.state === 'unknown') return 'not-known'
  if (differing(before, after).length > 0) return 'changed'
  return [before, after].some(({ os, data }) => os === 'unknown' || data === 'unknown') ? 'not-known' : 'same'
}

/** Compares what two files show of the same tenant, VM by VM, in the order of their ids. */
export function differenceOf(before: FleetInFile, after: FleetInFile): readonly ComparedVm[] {
  const keys = [...new Set([...before.rows.keys(), ...after.rows.keys()])].sort()
  return keys.flatMap((key): readonly ComparedVm[] => {
    const [old, recent] = [before.rows.get(key), after.rows.get(key)]
    if (old !== undefined && recent !== undefined) {
      const [was, is] = [shownOf(old), shownOf(recent)]
      return [{ ...namesOf(recent), change: changeOf(was, is), before: was, after: is }]
    }
    if (old !== undefined) {
      const change = listsAll(after, old.subscriptionId) ? 'gone' : 'only-before'
      return [{ ...namesOf(old), change, before: shownOf(old), after: null }]
    }
    if (recent === undefined) return []
    const change = listsAll(before, recent.subscriptionId) ? 'new' : 'only-after'
    return [{ ...namesOf(recent), change, before: null, after: shownOf(recent) }]
  })
}

/** One of two compared files. */
export interface ComparedFile {
  /** Without its folder. */
  readonly name: string
  /** ISO time. */
  readonly takenAt: string
  readonly complete: boolean
  /** The state of each VM that it contains. */
  readonly states: readonly VmState[]
}

export interface Comparison {
  readonly before: ComparedFile
  readonly after: ComparedFile
  readonly vms: readonly ComparedVm[]
}

/** Compares two files. */
export function compareFiles(
  [before, old]: readonly [Pick<ComparedFile, 'name' | 'takenAt'>, FleetInFile],
  [after, recent]: readonly [Pick<ComparedFile, 'name' | 'takenAt'>, FleetInFile],
): Comparison {
  const sideOf = ({ name, takenAt }: typeof before, { complete, rows }: FleetInFile): ComparedFile => ({
    ...{ name, takenAt, complete },
    states: [...rows.values()].map(({ state }) => state),
  })
  return { before: sideOf(before, old), after: sideOf(after, recent), vms: differenceOf(old, recent) }
}

/** How many VMs of a file have a state. */
export const countOf = ({ states }: ComparedFile, state: VmState): number =>
  states.filter((each) => each === state).length

/** The VMs that differ in one way. */
export const changedBy = (vms: readonly ComparedVm[], change: Change): readonly ComparedVm[] =>
  vms.filter((vm) => vm.change === change)

/** The comparison as JSON: counts, and every VM of both files. */
export function comparisonAsJson({ before, after, vms }: Comparison): string {
  const sideOf = (side: ComparedFile) => ({
    ...{ name: side.name, takenAt: side.takenAt, complete: side.complete, vms: side.states.length },
    states: Object.fromEntries(vmStates.map((state) => [state, countOf(side, state)])),
  })
  const counts = Object.fromEntries(changes.map((change) => [change, changedBy(vms, change).length]))
  return `${JSON.stringify({ before: sideOf(before), after: sideOf(after), changes: counts, vms }, null, 2)}\n`
}
