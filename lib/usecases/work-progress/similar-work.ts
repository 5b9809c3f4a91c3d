import 'server-only'
import { queryResourceGraph } from '@/lib/azure/calls/resource-graph'
import type { ArmSession } from '@/lib/azure/session'
import { readFinished, type PlacedWork } from '@/lib/store/finished-work'
import { workRunsOf } from '@/lib/timeline/estimate/run'
import { enoughSimilar, isSimilar, type PastWork } from '@/lib/timeline/estimate/similar'
import { sizeGiBOf } from '@/lib/timeline/estimate/size'
import type { Observation, ObservedVm } from '@/lib/timeline/observation'
import type { Polling } from '@/lib/timeline/polling'
import { readVmRow } from '@/lib/wire/resource-graph'
import { readableVmsQuery } from '../fleet/queries'
import { groupsOf } from '../fleet/groups'
import { history } from '../history/handle'
import { parseVmId, vmKey } from '../vm-name'

/** Finished work that is compared at most, the newest; and VMs per query, so that one query is enough. */
const mostFinished = 1000
const mostVms = 100

/** The keys of those VMs that Resource Graph shows the reader now. A VM that cannot be queried counts as not shown. */
async function readableOf(session: ArmSession, keys: readonly string[]): Promise<ReadonlySet<string>> {
  const found = new Set<string>()
  const subscriptions = keys.flatMap((key) => parseVmId(key)?.subscriptionId.toLowerCase() ?? [])
  await Promise.all(
    groupsOf([...new Set(subscriptions)]).map((group) =>
      queryResourceGraph(session, {
        text: readableVmsQuery(keys),
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

/** The newest finished work on disks like those of the current run, by any VM. */
async function candidates(
  place: ObservedVm,
  observations: readonly Observation[],
  polling: Polling,
  now: number,
): Promise<readonly PlacedWork[]> {
  const run = workRunsOf(observations, polling, now).current
  const sizeGiB = run === null ? null : sizeGiBOf(run)
  if (run === null || sizeGiB === null) return []
  const opened = await history()
  const finished = opened.ok ? await readFinished(opened.value, place, mostFinished) : opened
  return finished.ok ? finished.value.filter((each) => isSimilar(each, run.work, sizeGiB)) : []
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
 * so that no reader learns how long work took on other VMs. Sends no request where the history has too little.
 */
export async function similarWork(
  session: ArmSession,
  { vm, observations, polling, now }: SimilarInput,
): Promise<readonly PastWork[]> {
  const found = await candidates(vm, observations, polling, now)
  if (!enoughSimilar(found.length)) return []
  const keys = [...new Set(found.map(({ vmKey: key }) => key))].slice(0, mostVms)
  const readable = await readableOf(session, keys)
  return found.filter(({ vmKey: key }) => readable.has(key))
}
