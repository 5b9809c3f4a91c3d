import 'server-only'
import { randomUUID } from 'node:crypto'
import { getVirtualMachine, vmIdOf } from '@/lib/azure/calls/virtual-machine'
import type { ArmSession } from '@/lib/azure/session'
import { readVmFacts } from '@/lib/facts/vm-facts'
import { ok, type Result } from '@/lib/shared/result'
import type { StoreFailure } from '@/lib/store/failure'
import { releaseLease, takeLease } from '@/lib/store/leases'
import { dueVms, setTurns, type NextTurn } from '@/lib/store/watched'
import type { Observation } from '@/lib/timeline/observation'
import { isMoving } from '@/lib/timeline/polling'
import { errorCodeOf } from '../arm-error'
import { azureTime } from '../azure-time'
import { judgeWithAudit } from '../audit/judge-with-audit'
import { readAuditsOf, type ReadVm } from '../audit/read-audit'
import { observeReading } from '../history/observer'
import { writeObservations } from '../history/health'
import { parseVmId } from '../vm-name'
import type { Collector } from './collector'
import { notifyFollowers } from './notify-followers'

/** VMs between two writes: after a kill at most these are read again. */
const batchSize = 100
/** A batch that takes longer is cancelled, well before the lease expires. */
const batchMilliseconds = 40_000
const leaseMilliseconds = 60_000

/**
 * Name of the lease on a subscription: Azure limits a principal's requests by subscription, so one collector reads it
 * at a time.
 */
function leaseOf({ watching }: Collector, subscriptionId: string): string {
  return `read|${watching.cloud}|${watching.tenantId}|${subscriptionId}`
}

/** A VM that was read, with the time; or only when it is due next, and the code of what failed. */
interface SubscriptionReading {
  readonly id: string
  readonly failed?: string
  readonly next: Omit<NextTurn, 'id'> | null
  readonly read: (ReadVm & { readonly at: number; readonly here: number }) | null
}

async function readOne(collector: Collector, session: ArmSession, id: string): Promise<SubscriptionReading> {
  const { polling, now, here } = collector
  const vm = parseVmId(id)
  if (vm === null) return { id, next: { readAt: null, dueAt: null }, read: null }
  const body = await getVirtualMachine(session, vm, 'rest')
  const at = now()
  if (body.ok) return { id, next: null, read: { vm, facts: readVmFacts(body.value.json), at, here: here() } }
  // Deleted, or access denied: the next survey finds it if it exists. Any other failure passes.
  if (body.failure.kind === 'not-found') return { id, next: { readAt: null, dueAt: null }, read: null }
  // The collector shuts down: the VM is not at fault and is due for the next collector.
  if (body.failure.kind === 'cancelled') return { id, next: { readAt: null, dueAt: at }, read: null }
  const interval = body.failure.kind === 'denied' ? polling.quietMs : polling.movingMs
  return { id, failed: errorCodeOf(body.failure), next: { readAt: null, dueAt: at + interval }, read: null }
}

interface Judged {
  readonly turn: NextTurn
  readonly observation: Observation | null
}

/** The observations, judged as the fleet judges: with the attestations of guest configuration. */
async function judged(
  { polling, watching }: Collector,
  session: ArmSession,
  readings: readonly SubscriptionReading[],
): Promise<readonly Judged[]> {
  const audits = await readAuditsOf(
    session,
    readings.map(({ read }) => read).filter((read) => read !== null),
  )
  return readings.map(({ id, next, read }) => {
    if (read === null) return { turn: { id, readAt: null, dueAt: null, ...next }, observation: null }
    const { facts, at } = read
    // The collectors' clock plans the next turn; Azure's clock, which all readers share, dates the observation.
    const time = azureTime(session, read.here)
    const judgement = judgeWithAudit(facts, audits.get(vmIdOf(read.vm).toLowerCase()) ?? null, time)
    const observation = observeReading({ ...watching, source: 'collector' }, id, judgement, time)
    const interval = isMoving(observation.facts) ? polling.movingMs : polling.quietMs
    return { turn: { id, readAt: at, dueAt: at + interval }, observation }
  })
}

/** One reading of a subscription, in batches. */
interface Reading {
  readonly lease: { readonly name: string; readonly holder: string }
  /** VMs that were asked for. */
  vms: number
  /** How many of them could not be read, by code. */
  readonly failed: Map<string, number>
}

/** Reports the VMs of a reading that failed, with each code once until a reading has it no more. */
function reportFailed({ failing, say }: Collector, subscription: string, { vms: asked, failed }: Reading): void {
  if (asked === 0) return
  const before = failing.get(subscription) ?? []
  for (const [code, vms] of failed)
    if (!before.includes(code)) say({ event: 'failed', what: 'read', code, subscription, vms })
  failing.set(subscription, [...failed.keys()])
}

/**
 * Reads some VMs, writes the observations, and then when each VM is due next: in this order a kill loses nothing.
 * @returns how many were read, or why the history could not be written
 */
async function readBatch(
  collector: Collector,
  session: ArmSession,
  { ids, reading }: { readonly ids: readonly string[]; readonly reading: Reading },
  signal: AbortSignal,
): Promise<Result<number, StoreFailure>> {
  const read = await Promise.all(ids.map((id) => readOne(collector, session, id)))
  reading.vms += ids.length
  for (const { failed } of read)
    if (failed !== undefined) reading.failed.set(failed, (reading.failed.get(failed) ?? 0) + 1)
  const readings = await judged(collector, session, read)
  const observations = readings.map(({ observation }) => observation).filter((observation) => observation !== null)
  const recorded = await writeObservations(collector.store, observations)
  if (recorded.ok) await notifyFollowers(collector, observations, signal)
  const planned = recorded.ok
    ? await setTurns(
        collector.store,
        collector.watching,
        readings.map(({ turn }) => turn),
      )
    : recorded
  return planned.ok ? ok(observations.length) : planned
}

async function readDue(
  collector: Collector,
  subscriptionId: string,
  reading: Reading,
  signal: AbortSignal,
): Promise<StoreFailure | null> {
  const { store, watching, now } = collector
  for (;;) {
    const taken = await takeLease(store, { ...reading.lease, milliseconds: leaseMilliseconds }, now())
    if (!taken.ok) return taken.failure
    if (!taken.value) return null
    const due = await dueVms(store, watching, subscriptionId, now(), batchSize)
    if (!due.ok) return due.failure
    if (due.value.length === 0 || signal.aborted) return null
    const session = collector.openSession(signal, batchMilliseconds)
    try {
      const read = await readBatch(collector, session, { ids: due.value, reading }, signal)
      if (!read.ok) return read.failure
      const unread = due.value.length - read.value
      collector.say({ event: 'read', subscription: subscriptionId, read: read.value, failed: unread })
    } finally {
      session.close()
    }
  }
}

/**
 * Reads the VMs of one subscription that are due, and stores the observations. Does nothing where another collector has
 * the lease. Reports VMs that could not be read together, by code.
 * @param subscriptionId lower case
 * @returns why the history could not be read or written; null where it could
 */
export async function readSubscription(
  collector: Collector,
  subscriptionId: string,
  signal: AbortSignal,
): Promise<StoreFailure | null> {
  // A name for this reading alone: the same collector may be called twice at once.
  const lease = { name: leaseOf(collector, subscriptionId), holder: `${collector.holder}/${randomUUID()}` }
  const reading: Reading = { lease, vms: 0, failed: new Map() }
  try {
    return await readDue(collector, subscriptionId, reading, signal)
  } finally {
    reportFailed(collector, subscriptionId, reading)
    await releaseLease(collector.store, lease.name, lease.holder)
  }
}
