import 'server-only'
import type { FleetEvent } from '@/lib/contract/fleet'
import { count } from '@/lib/telemetry/measure'
import { releaseLease, takeLease } from '@/lib/store/leases'
import { fail, ok, type Result } from '@/lib/shared/result'
import { fleetCompleteness } from '@/lib/views/completeness'
import { applyFleetEvents } from '@/lib/views/fleet-merge'
import { emptyFleet, type FleetModel } from '@/lib/views/fleet-model'
import { loadFleetOf } from '../fleet/load-fleet'
import { errorCode, failedStep, type Collector } from './collector'

const deadlineMilliseconds = 600_000
/** When a report that could not be made is tried again; more than making one takes. */
const retryMilliseconds = 15 * 60_000

/** The whole fleet as the page would show it to the collector's identity, or why nothing of it could be read. */
async function readFleet(collector: Collector, signal: AbortSignal): Promise<Result<FleetModel, string>> {
  const session = collector.openSession(signal, deadlineMilliseconds)
  const events: FleetEvent[] = []
  try {
    for await (const event of loadFleetOf(session, { ...collector.watching, source: 'collector' })) events.push(event)
  } finally {
    session.close()
  }
  const fleet = applyFleetEvents(emptyFleet, events)
  const reading = { fleet, isReading: false, isOffline: false, problem: null }
  if (fleetCompleteness(reading, null).reach !== 'none') return ok(fleet)
  return fail(fleet.load.failure?.code ?? 'arm-denied')
}

/** Makes one report. Nothing is written where nothing could be read. Returns the code of a failure. */
async function report(collector: Collector, signal: AbortSignal): Promise<string | null> {
  const { reporter, now, say } = collector
  const read = await readFleet(collector, signal)
  if (!read.ok) return read.failure
  try {
    const { files, undeleted } = (await reporter?.write(read.value, now(), signal)) ?? { files: 0, undeleted: null }
    // The report is there all the same, and the next one is due at its time.
    if (undeleted !== null) say(failedStep('report-retention', undeleted))
    say({ event: 'reported', files, vms: read.value.entries.length, complete: read.value.complete })
    return null
  } catch (error) {
    return errorCode(error)
  }
}

/**
 * Writes a report where one is due and no other collector is writing it. The schedule is in the history, so that a
 * restart does not begin it anew; a report that failed, or whose collector was killed, is due again after a quarter of an
 * hour.
 * @returns false where a due report could not be made
 */
export async function reportIfDue(collector: Collector, signal: AbortSignal): Promise<boolean> {
  const { store, reporter, watching, now } = collector
  const isStopping = (): boolean => signal.aborted
  if (reporter === null || isStopping()) return true
  const begun = now()
  const lease = { name: `report|${watching.cloud}|${watching.tenantId}`, holder: `${collector.holder}#${begun}` }
  // After a report it is kept until the next one.
  const longest = Math.max(retryMilliseconds, reporter.everyMs)
  const taken = await takeLease(store, { ...lease, milliseconds: retryMilliseconds, longest }, begun)
  if (!taken.ok || !taken.value) return taken.ok
  const code = await report(collector, signal).catch(errorCode)
  if (code === null) {
    count('sealwatch.reports', 1, { outcome: 'written' })
    const kept = await takeLease(store, { ...lease, milliseconds: reporter.everyMs, longest }, now())
    return kept.ok
  }
  await releaseLease(store, lease.name, lease.holder)
  if (isStopping()) return true
  // Until the next try the lease names the failure, which administrators see.
  const failed = { name: lease.name, holder: `${lease.holder}#${code}`, milliseconds: retryMilliseconds }
  await takeLease(store, failed, begun)
  count('sealwatch.reports', 1, { outcome: 'failed' })
  collector.say({ event: 'failed', what: 'report', code })
  return false
}
