import 'server-only'
import { queryResourceGraph } from '@/lib/azure/calls/resource-graph'
import { listSubscriptions } from '@/lib/azure/calls/subscriptions'
import type { ArmSession } from '@/lib/azure/session'
import { readFinished, type PlacedWork } from '@/lib/store/finished-work'
import { workRunsOf } from '@/lib/timeline/estimate/run'
import { isSimilar, type PastWork } from '@/lib/timeline/estimate/similar'
import { sizeGiBOf } from '@/lib/timeline/estimate/size'
import type { WorkKind } from '@/lib/timeline/estimate/types'
import type { Observation, ObservedVm } from '@/lib/timeline/observation'
import type { Polling } from '@/lib/timeline/polling'
import { readVmRow } from '@/lib/wire/resource-graph'
import { readableVmsQuery } from '../fleet/queries'
import { groupsOf } from '../fleet/groups'
import { history } from '../history/handle'
import { parseVmId, vmKey } from '../vm-name'

/** Finished work that is compared at most, the newest; and VMs in the query, always this many. */
const mostFinished = 1000
const vmsInQuery = 100

/** An id that no VM has. */
const madeUpId = (index: number): string =>
  `/subscriptions/00000000-0000-0000-0000-000000000000/resourcegroups/none/providers/microsoft.compute/virtualmachines/none-${index}`

/**
 * The keys of those VMs that Resource Graph shows the reader now. A VM that cannot be queried counts as not shown. The
 * requests are the same whichever VMs are in question: as many, of as many ids, in the subscriptions of the reader.
 */
async function readableOf(
  session: ArmSession,
  subscriptions: readonly string[],
  keys: readonly string[],
): Promise<ReadonlySet<string>> {
  const found = new Set<string>()
  const ids = Array.from({ length: vmsInQuery }, (_, index) => keys[index] ?? madeUpId(index))
  await Promise.all(
    groupsOf(subscriptions).map((group) =>
      queryResourceGraph(session, {
        text: readableVmsQuery(ids),
        subscriptions: group,
        read: readVmRow,
        onRows: (rows) => {
          for (const { id } of rows) found.add(vmKey(id))
        },
      }),
    ),
  )
  return found
}

/** The newest finished work on disks of about this size, by any VM. */
async function candidates(place: ObservedVm, work: WorkKind, sizeGiB: number): Promise<readonly PlacedWork[]> {
  const opened = await history()
  const finished = opened.ok ? await readFinished(opened.value, place, mostFinished) : opened
  return finished.ok ? finished.value.filter((each) => isSimilar(each, work, sizeGiB)) : []
}

export interface SimilarInput {
  /** The VM whose work is running; its tenant's history is searched. */
  readonly vm: ObservedVm
  readonly observations: readonly Observation[]
  readonly polling: Polling
  /** Epoch milliseconds on Azure's clock. */
  readonly now: number
}

/**
 * Finished work on disks like those of the VM's current work: only of VMs that Azure shows the reader at this moment,
 * so that no reader learns how long work took on other VMs. Whether and what is requested depends on the VM's own work
 * alone: a request only where there is finished work would reveal that there is some, on VMs that the reader cannot read.
 */
export async function similarWork(
  session: ArmSession,
  { vm, observations, polling, now }: SimilarInput,
): Promise<readonly PastWork[]> {
  const run = workRunsOf(observations, polling, now).current
  const sizeGiB = run === null ? null : sizeGiBOf(run)
  if (run === null || sizeGiB === null) return []
  const [listed, found] = await Promise.all([listSubscriptions(session), candidates(vm, run.work, sizeGiB)])
  if (!listed.ok) return []
  const subscriptions = listed.value.map(({ subscriptionId }) => subscriptionId.toLowerCase())
  const own = new Set(subscriptions)
  const near = found.filter(({ vmKey: key }) => own.has(parseVmId(key)?.subscriptionId.toLowerCase() ?? ''))
  const keys = [...new Set(near.map(({ vmKey: key }) => key))].slice(0, vmsInQuery)
  const readable = await readableOf(session, subscriptions, keys)
  return near.filter(({ vmKey: key }) => readable.has(key))
}
