import 'server-only'
import { queryResourceGraph } from '@/lib/azure/calls/resource-graph'
import { idSegment } from '@/lib/facts/arm-id'
import type { InventoryVm } from '@/lib/facts/inventory'
import { readVmRow, type VmRow } from '@/lib/wire/resource-graph'
import { vmKey } from '../vm-name'
import { evidenceQueries } from './evidence'
import type { Load } from './load'
import { vmIdsQuery } from './queries'
import { evidenceNames, type Counted, type EvidenceName, type Group } from './questions'
import { addCandidate } from './read-candidate'
import { addToSum, isSameSum, sumIn, sumOfOne, type VmSums } from './vm-sums'

/** How often the evidence queries run where they could not see the listed VMs. */
const mostRuns = 3
/** The most VMs whose ids are requested again with them: they fit in one page. */
const mostAskedAgain = 1000

const subscriptionOf = (vm: InventoryVm): string => vm.subscriptionId.toLowerCase()

export const noCounts = (): Counted => ({ extensions: new Map(), stamped: new Map(), hidden: new Map() })

/** Whether a query could see exactly these VMs of a subscription (lower case). */
const hasSeen = (seen: VmSums, subscription: string, vms: VmSums): boolean =>
  isSameSum(sumIn(seen, subscription), sumIn(vms, subscription))

/** The queries that could see other VMs of a subscription than those of the list. */
const differing = ({ counted, listed }: Group, subscription: string): readonly EvidenceName[] =>
  evidenceNames.filter((name) => !hasSeen(counted[name], subscription, listed))

/** Whether each evidence query could see the VMs of a subscription (lower case) that are listed so far, and no others. */
export function isCovered(group: Group, subscription: string): boolean {
  return !group.short.has(subscription) && differing(group, subscription).length === 0
}

/** What some subscriptions contain now: the rows of their VMs by key, and the VMs in new answers. */
interface Now {
  readonly rows: ReadonlyMap<string, VmRow>
  readonly listed: VmSums
  readonly counted: Counted
}

const subscriptionOfId = (id: string): string => idSegment(id, 'subscriptions')?.toLowerCase() ?? ''

/** Requests the ids of all VMs again, and the evidence queries that could see other VMs. */
async function askAgain(load: Load, group: Group, subscriptions: readonly string[]): Promise<Now | null> {
  const rows = new Map<string, VmRow>()
  const counted = noCounts()
  const names = evidenceNames.filter((name) => subscriptions.some((each) => differing(group, each).includes(name)))
  const [evidence, list] = await Promise.all([
    Promise.all(names.map((name) => evidenceQueries[name](load, group, counted[name], subscriptions))),
    queryResourceGraph(load.session, {
      text: vmIdsQuery,
      subscriptions,
      first: true,
      read: readVmRow,
      onRows: (page) => page.forEach((row) => rows.set(vmKey(row.id), row)),
    }),
  ])
  if (!list.ok || !evidence.every((answer) => answer.ok)) return null
  const listed: VmSums = new Map()
  for (const row of rows.values()) addToSum(listed, subscriptionOfId(row.id), sumOfOne(row))
  return { rows, listed, counted }
}

/**
 * Compares one subscription with its present VMs. True where created or deleted VMs explain the difference: each query
 * could see all VMs of the list, or all that exist now.
 */
function settleSubscription(load: Load, group: Group, subscription: string, { rows, listed, counted }: Now): boolean {
  const open = differing(group, subscription)
  if (!open.every((name) => hasSeen(counted[name], subscription, listed))) return false
  for (const name of open) group.counted[name].set(subscription, sumIn(group.listed, subscription))
  for (const vm of group.vms) {
    if (subscriptionOf(vm) === subscription && !rows.has(vm.key)) addCandidate(load, vm.id)
  }
  for (const [key, { id }] of rows) {
    if (subscriptionOfId(id) === subscription && !load.vms.has(key)) addCandidate(load, id)
  }
  return true
}

/**
 * Compares the VMs that the evidence queries could see with the complete list, subscription by subscription. Where they
 * differ, the evidence and the ids are requested again, and deleted and new VMs are read. A subscription in which they
 * still differ goes into `short`: the evidence queries are no evidence for its VMs.
 */
export async function settleCounts(load: Load, group: Group): Promise<void> {
  const differed = [...new Set([...group.subscriptions, ...group.listed.keys()])].filter(
    (subscription) => differing(group, subscription).length > 0,
  )
  let open = differed.filter((subscription) => group.subscriptions.includes(subscription))
  for (let runs = 1; runs < mostRuns && open.length > 0; runs += 1) {
    const vms = open.reduce((sum, subscription) => sum + sumIn(group.listed, subscription).vms, 0)
    const now = vms > mostAskedAgain ? null : await askAgain(load, group, open)
    if (now === null) break
    open = open.filter((subscription) => !settleSubscription(load, group, subscription, now))
  }
  const unasked = differed.filter((subscription) => !group.subscriptions.includes(subscription))
  for (const subscription of [...open, ...unasked]) group.short.add(subscription)
}
