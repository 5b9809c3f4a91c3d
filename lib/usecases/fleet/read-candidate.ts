import 'server-only'
import { getVirtualMachine } from '@/lib/azure/calls/virtual-machine'
import { readVmFacts } from '@/lib/facts/vm-facts'
import { errorCodeOf } from '../arm-error'
import { parseVmId, vmKey } from '../vm-name'
import { putGap, stopsLoad, type Load } from './load'
import { failedRow, readRow } from './rows'

async function readCandidate(load: Load, id: string): Promise<void> {
  const name = parseVmId(id)
  if (name === null) return
  const key = vmKey(id)
  const body = await getVirtualMachine(load.session, name, 'rest')
  if (body.ok) {
    load.tally.read += 1
    load.settled.add(key)
    const facts = readVmFacts(body.value.json)
    const readAt = new Date().toISOString()
    load.outbox.putRow(readRow(id, name, facts, readAt))
    load.observer.read(id, facts, readAt)
    if (facts.adeExtensions.some((extension) => extension.resource !== null)) {
      for (const tell of load.onExtension) tell(name.subscriptionId.toLowerCase())
    }
    return
  }
  if (stopsLoad(load, body.failure)) return
  load.tally.failed += 1
  load.settled.add(key)
  const code = errorCodeOf(body.failure)
  load.outbox.putRow(failedRow(id, name, load.vms.get(key) ?? null, code))
  // A closed lane closes for the whole subscription: said once, and in each row.
  if (body.failure.kind === 'throttled') {
    putGap(load, { scope: name.subscriptionId.toLowerCase(), kind: 'subscription', code })
  } else {
    putGap(load, { scope: key, kind: 'vm', code })
  }
}

/** Has a VM read by itself, once per load, as soon as its turn comes. */
export function addCandidate(load: Load, id: string): void {
  const key = vmKey(id)
  const name = parseVmId(id)
  if (name === null || load.candidates.has(key)) return
  if (!load.subscriptions.has(name.subscriptionId.toLowerCase())) return
  load.candidates.add(key)
  load.tally.candidates += 1
  if (load.onCandidate !== null) {
    load.onCandidate(id)
    return
  }
  const reading = readCandidate(load, id)
    .catch((error: unknown) => load.outbox.fail(error))
    .finally(() => load.reading.delete(reading))
  load.reading.add(reading)
}
