import type { FleetRow, Gap, Subscription } from '@/lib/contract/fleet'

type RowInFile = Pick<FleetRow, 'id' | 'subscriptionId' | 'state' | 'os' | 'data' | 'pass' | 'evidenceAt'>

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

export interface ComparedVm {
  readonly id: string
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
      return [{ id: recent.id, change: changeOf(was, is), before: was, after: is }]
    }
    if (old !== undefined) {
      const change = listsAll(after, old.subscriptionId) ? 'gone' : 'only-before'
      return [{ id: old.id, change, before: shownOf(old), after: null }]
    }
    if (recent === undefined) return []
    const change = listsAll(before, recent.subscriptionId) ? 'new' : 'only-after'
    return [{ id: recent.id, change, before: null, after: shownOf(recent) }]
  })
}
