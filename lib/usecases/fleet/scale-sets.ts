import 'server-only'
import { listInstances, scaleSetIdOf, type ScaleSetName } from '@/lib/azure/calls/scale-set'
import { vmIdOf } from '@/lib/azure/calls/virtual-machine'
import { vmFactsOf } from '@/lib/facts/vm-facts'
import { readVirtualMachine } from '@/lib/wire/virtualMachine'
import { errorCodeOf } from '../arm-error'
import { parseScaleSetId, parseVmId, vmKey } from '../vm-name'
import { judgeWithAudit } from '../audit/judge-with-audit'
import { putGap, stopsLoad, type Load } from './load'
import { readRow } from './rows'
import { present } from '../present'

/** Puts the row of one instance. False where the body does not identify an instance of this set. */
function putInstance(load: Load, set: ScaleSetName, json: unknown, readAt: string): boolean {
  const body = readVirtualMachine(json)
  const name = parseVmId(body.id ?? '')
  if (name === null || name.scaleSet?.toLowerCase() !== set.scaleSet.toLowerCase()) return false
  if (name.subscriptionId.toLowerCase() !== set.subscriptionId.toLowerCase()) return false
  const id = vmIdOf(name)
  const key = vmKey(id)
  if (load.settled.has(key)) return true
  load.settled.add(key)
  load.tally.vms += 1
  load.tally.candidates += 1
  load.tally.read += 1
  const subscription = load.subscriptions.get(name.subscriptionId.toLowerCase())
  if (subscription !== undefined) subscription.vms = (subscription.vms ?? 0) + 1
  const judged = judgeWithAudit(vmFactsOf(body), null, readAt)
  load.events.putRow(readRow(id, name, judged, readAt))
  load.observer.read(id, judged, readAt)
  return true
}

async function readScaleSet(load: Load, set: ScaleSetName): Promise<void> {
  const scope = vmKey(scaleSetIdOf(set))
  const answer = await listInstances(
    load.session,
    set,
    (instances) => {
      const readAt = present().toISOString()
      const whole = instances.map((json) => putInstance(load, set, json, readAt)).every(Boolean)
      if (!whole) putGap(load, { scope, kind: 'vm', code: 'arm-unreadable' })
    },
    load.capacities.get(scope) ?? null,
  )
  if (answer.ok || stopsLoad(load, answer.failure)) return
  putGap(load, { scope, kind: 'vm', code: errorCodeOf(answer.failure) }, answer.failure)
}

/**
 * Reads the instances of a uniform scale set, once per load: the inventory has no rows for them, only their set lists
 * them. They are listed in every load, because the inventory would not show that one of them changed.
 */
export function addScaleSet(load: Load, id: string): void {
  const key = vmKey(id)
  const set = parseScaleSetId(id)
  // A survey, which only collects candidates, reads VMs one by one and no sets.
  if (set === null || load.onCandidate !== null || load.scaleSets.has(key)) return
  if (!load.subscriptions.has(set.subscriptionId.toLowerCase())) return
  load.scaleSets.add(key)
  const reading = readScaleSet(load, set)
    .catch((error: unknown) => load.events.fail(error))
    .finally(() => load.reading.delete(reading))
  load.reading.add(reading)
}
