import 'server-only'
import { getVirtualMachine } from '@/lib/azure/calls/virtual-machine'
import { readVmFacts } from '@/lib/facts/vm-facts'
import { errorCodeOf } from '../arm-error'
import { judgeWithAudit } from '../audit/judge-with-audit'
import { azureTime } from '../azure-time'
import { parseVmId, vmKey } from '../vm-name'
import { putGap, stopsLoad, type Load } from './load'
import { failedRow, readRow } from './rows'
import { present } from '../present'

function noteExtension(load: Load, subscriptionId: string): void {
  for (const notify of load.onExtension) notify(subscriptionId.toLowerCase())
}

/** Puts the row of a VM whose reading failed, with what the list contains of it so far. Does nothing for another VM. */
export function putFailedRow(load: Load, id: string): void {
  const [key, name] = [vmKey(id), parseVmId(id)]
  const code = load.failures.get(key)
  if (code === undefined || name === null) return
  load.events.putRow(failedRow(id, name, load.vms.get(key) ?? null, code))
}

async function readCandidate(load: Load, id: string): Promise<void> {
  const name = parseVmId(id)
  if (name === null) return
  const key = vmKey(id)
  const body = await getVirtualMachine(load.session, name, 'rest')
  if (body.ok) {
    load.tally.read += 1
    load.settled.add(key)
    const facts = readVmFacts(body.value.json)
    const readAt = present().toISOString()
    const audits = await load.audits.get(name.subscriptionId.toLowerCase())
    if (facts.vmId.known) load.uids.set(key, facts.vmId.value)
    const judged = judgeWithAudit(facts, audits?.get(key) ?? null, azureTime(load.session, Date.parse(readAt)))
    const row = readRow(id, name, judged, readAt)
    const isMoving = row.state === 'encrypting' || row.state === 'decrypting'
    const observation = isMoving ? load.observer.observeReading(id, judged, readAt) : null
    if (observation !== null) load.observations.set(key, observation)
    const hasExtension = facts.adeExtensions.some((extension) => extension.resource !== null)
    load.events.putRow(row)
    load.observer.read(id, judged, readAt)
    load.readings?.keep(key, { row, readAt: Date.parse(readAt), hasExtension, observation, fingerprint: null })
    if (hasExtension) noteExtension(load, name.subscriptionId)
    return
  }
  if (stopsLoad(load, body.failure)) return
  load.tally.failed += 1
  load.readings?.drop(key)
  load.settled.add(key)
  const code = errorCodeOf(body.failure)
  load.failures.set(key, code)
  putFailedRow(load, id)
  // A closed lane is closed for the whole subscription: one gap for it, and an error in each row.
  if (body.failure.kind === 'throttled') {
    putGap(load, { scope: name.subscriptionId.toLowerCase(), kind: 'subscription', code }, body.failure)
  } else {
    putGap(load, { scope: key, kind: 'vm', code }, body.failure)
  }
}

/** Reads a VM one by one, once per load, as soon as its turn comes. */
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
  const kept = load.readings?.candidate(key, Date.now()) ?? null
  if (kept === null) startReading(load, id)
  else load.held.set(key, kept)
}

function startReading(load: Load, id: string): void {
  const reading = readCandidate(load, id)
    .catch((error: unknown) => load.events.fail(error))
    .finally(() => load.reading.delete(reading))
  load.reading.add(reading)
}

/**
 * Decides on the earlier readings that were held back, once the inventory of their subscriptions is known: they are
 * reused where it shows the VM to this user now and shows no change. All others are read.
 */
export function settleDeferred(load: Load, subscriptions: readonly string[], isComplete: boolean): void {
  for (const [key, reading] of load.held) {
    const subscription = reading.row.subscriptionId.toLowerCase()
    if (!subscriptions.includes(subscription)) continue
    load.held.delete(key)
    const fingerprint = isComplete ? load.fingerprints.whole(key) : null
    if (!load.vms.has(key) || load.readings?.stands(reading, fingerprint) !== true) {
      startReading(load, reading.row.id)
      continue
    }
    load.tally.read += 1
    load.settled.add(key)
    if (reading.observation !== null) load.observations.set(key, reading.observation)
    load.events.putRow(reading.row)
    if (reading.hasExtension) noteExtension(load, subscription)
  }
}
