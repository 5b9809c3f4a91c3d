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

/** Finished work that is looked through at most, the newest; and VMs asked about, so that it is one question. */
const mostFinished = 1000
const mostVms = 100

/** Those of the VMs, by key, that Resource Graph shows the reader now. What cannot be asked counts as not shown. */
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

/** The newest work on disks like those of the present run, by whatever VM. */
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
  /** The VM whose work goes on; its tenant's history is looked through. */
  readonly vm: ObservedVm
  readonly observations: readonly Observation[]
  readonly polling: Polling
  /** Epoch milliseconds on Azure's clock. */
  readonly now: number
}

/**
 * Work that has ended on disks like those that a VM works on now: only of VMs that Azure shows the reader at this moment,
 * so that nobody learns how long anything took elsewhere. Nothing is asked of Azure where the history knows too little.
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
