import type { FleetRow, Gap, Subscription } from '@/lib/contract/fleet'

/** What a file shows of a fleet. */
export interface FleetInFile {
  readonly rows: ReadonlyMap<string, Pick<FleetRow, 'id' | 'subscriptionId' | 'state' | 'os' | 'data'>>
  readonly gaps: readonly Pick<Gap, 'scope' | 'kind'>[]
  readonly subscriptions: readonly Pick<Subscription, 'id'>[]
  /** Whether the load reached its end and read everything. */
  readonly complete: boolean
}

/**
 * How a VM differs between two files. `changed`: both know it, and its state or that of a volume differs. `same`: both
 * know it, and it is the same. `not-known`: one of the files does not know its state. `new` and `gone`: the other file
 * lists all VMs of its subscription, and not this one. `only-before` and `only-after`: the other file does not contain it
 * and does not list all VMs of its subscription, so that nothing follows.
 */
export const changes = ['changed', 'new', 'gone', 'not-known', 'only-before', 'only-after', 'same'] as const
export type Change = (typeof changes)[number]

/** What a file says of a VM. */
export interface Shown {
  readonly state: FleetRow['state']
  readonly os: FleetRow['os']
  readonly data: FleetRow['data']['state']
}

export interface ComparedVm {
  readonly id: string
  readonly change: Change
  /** Null where the file does not contain the VM. */
  readonly before: Shown | null
  readonly after: Shown | null
}

/** Whether a file lists every VM of a subscription: only then does a missing row say something. */
function listsAll({ gaps, subscriptions, complete }: FleetInFile, subscriptionId: string): boolean {
  if (!subscriptions.some(({ id }) => id === subscriptionId)) return false
  const ofList = gaps.filter(({ kind }) => kind !== 'vm')
  // A load that broke off, without a gap that says where.
  if (!complete && gaps.length === 0) return false
  return ofList.every(({ scope }) => scope !== 'tenant' && scope !== subscriptionId)
}

function shownOf(row: {
  readonly state: Shown['state']
  readonly os: Shown['os']
  readonly data: FleetRow['data']
}): Shown {
  return { state: row.state, os: row.os, data: row.data.state }
}

function changeOf(before: Shown, after: Shown): Change {
  if (before.state === 'unknown' || after.state === 'unknown') return 'not-known'
  const isSame = before.state === after.state && before.os === after.os && before.data === after.data
  return isSame ? 'same' : 'changed'
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
