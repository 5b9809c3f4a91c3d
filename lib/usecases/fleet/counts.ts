import 'server-only'
import { queryResourceGraph } from '@/lib/azure/calls/resource-graph'
import { idSegment } from '@/lib/facts/arm-id'
import type { InventoryVm } from '@/lib/facts/inventory'
import { readVmRow } from '@/lib/wire/resource-graph'
import { vmKey } from '../vm-name'
import type { Load } from './load'
import { vmIdsQuery } from './queries'
import { askHidden, type Counts, type Group } from './questions'
import { addCandidate } from './read-candidate'

/** How often the join of the fourth query is tried where the evidence queries could not see the listed VMs. */
const mostJoins = 3
/** The most VMs whose ids are requested again with it: they fit in one page. */
const mostAskedAgain = 1000

const subscriptionOf = (vm: InventoryVm): string => vm.subscriptionId.toLowerCase()
const inSubscription = (counts: Counts, subscription: string): number => counts.get(subscription) ?? 0

/** Whether each evidence query could see as many VMs of a subscription (lower case) as are listed so far. */
export function isCovered({ short, listedIn, counted }: Group, subscription: string): boolean {
  const listed = inSubscription(listedIn, subscription)
  return !short.has(subscription) && counted.every((counts) => inSubscription(counts, subscription) >= listed)
}

/**
 * Whether the evidence queries could see the same number of VMs in every subscription, and in total as many as the first
 * pages of the list contain in their total. Then they are evidence before the last page of the list has arrived.
 * @param listed total of the first pages; null where it is unknown
 */
export function countsAgree({ counted }: Group, listed: number | null): boolean {
  const [first] = counted
  const total = [...first.values()].reduce((sum, vms) => sum + vms, 0)
  const subscriptions = new Set(counted.flatMap((counts) => [...counts.keys()]))
  const isEqual = (subscription: string): boolean =>
    counted.every((counts) => inSubscription(counts, subscription) === inSubscription(first, subscription))
  return total === listed && [...subscriptions].every(isEqual)
}

/** The present VMs of some subscriptions by key, and the number of VMs in a new join. */
async function askAgain(
  load: Load,
  group: Group,
  subscriptions: readonly string[],
): Promise<{ readonly ids: ReadonlyMap<string, string>; readonly joined: Counts } | null> {
  const ids = new Map<string, string>()
  const joined: Counts = new Map()
  const [join, list] = await Promise.all([
    askHidden(load, group, joined, subscriptions),
    queryResourceGraph(load.session, {
      text: vmIdsQuery,
      subscriptions,
      first: true,
      read: readVmRow,
      onRows: (rows) => rows.forEach(({ id }) => ids.set(vmKey(id), id)),
    }),
  ])
  return join.ok && list.ok ? { ids, joined } : null
}

/** Compares one subscription with its present VMs. True where created or deleted VMs explain the difference. */
function settleSubscription(
  load: Load,
  group: Group,
  subscription: string,
  { ids, joined }: NonNullable<Awaited<ReturnType<typeof askAgain>>>,
): boolean {
  const present = [...ids].filter(([, id]) => idSegment(id, 'subscriptions')?.toLowerCase() === subscription)
  const listed = group.vms.filter((vm) => subscriptionOf(vm) === subscription)
  const lasting = listed.filter(({ key }) => ids.has(key)).length
  const [hidden, ...others] = group.counted
  if (inSubscription(joined, subscription) !== present.length) return false
  if (others.some((counts) => inSubscription(counts, subscription) < lasting)) return false
  for (const counts of [hidden, ...others]) counts.set(subscription, listed.length)
  for (const { key, id } of listed) if (!ids.has(key)) addCandidate(load, id)
  for (const [key, id] of present) if (!load.vms.has(key)) addCandidate(load, id)
  return true
}

/**
 * Compares the counts of the evidence queries with the complete list, subscription by subscription. Where they differ,
 * the join and the ids are requested again, and deleted and new VMs are read. A subscription whose counts still differ
 * goes into `short`: the evidence queries are no evidence for its VMs.
 * @returns the subscriptions (lower case) whose counts differed at first
 */
export async function settleCounts(load: Load, group: Group): Promise<ReadonlySet<string>> {
  const differed = [...new Set([...group.subscriptions, ...group.listedIn.keys()])].filter((subscription) =>
    group.counted.some(
      (counts) => inSubscription(counts, subscription) !== inSubscription(group.listedIn, subscription),
    ),
  )
  let open = differed.filter((subscription) => group.subscriptions.includes(subscription))
  for (let joins = 1; joins < mostJoins && open.length > 0; joins += 1) {
    const vms = open.reduce((sum, subscription) => sum + inSubscription(group.listedIn, subscription), 0)
    const answer = vms > mostAskedAgain ? null : await askAgain(load, group, open)
    if (answer === null) break
    open = open.filter((subscription) => !settleSubscription(load, group, subscription, answer))
  }
  const unasked = differed.filter((subscription) => !group.subscriptions.includes(subscription))
  for (const subscription of [...open, ...unasked]) group.short.add(subscription)
  return new Set(differed)
}
