import 'server-only'
import { createHash } from 'node:crypto'
import { listSubscriptions } from '@/lib/azure/calls/subscriptions'
import type { ArmSession } from '@/lib/azure/session'
import type { Subscription } from '@/lib/contract/fleet'
import type { StoreFailure } from '@/lib/store/failure'
import { watch, type WatchedVm } from '@/lib/store/watched'
import { isMeasured } from '@/lib/telemetry/measure'
import { fail, ok, type Result } from '@/lib/shared/result'
import type { Observation } from '@/lib/timeline/observation'
import { errorCodeOf } from '../arm-error'
import { groupsOf } from '../fleet/groups'
import { takeInventory } from '../fleet/inventory'
import { newLoad, type Load } from '../fleet/load'
import { checkSilent } from '../fleet/silent-subscriptions'
import { observer } from '../history/observer'
import { writeObservations } from '../history/health'
import { parseVmId, vmKey } from '../vm-name'
import type { Collector } from './collector'
import { exportFleet, exportIncomplete } from './fleet-now'
import { notifyFollowers } from './notify-followers'
import { readFleetNow, type FoundFleet } from './read-fleet-now'

const deadlineMilliseconds = 300_000

/** The inventory's rows of each VM, as hashes: their order does not matter. */
class Fingerprints {
  readonly #rows = new Map<string, string[]>()

  add(vm: string, row: unknown): void {
    const hash = createHash('sha256').update(JSON.stringify(row)).digest('base64url')
    const key = vmKey(vm)
    const rows = this.#rows.get(key)
    if (rows === undefined) this.#rows.set(key, [hash])
    else rows.push(hash)
  }

  of(key: string): string {
    const rows = this.#rows.get(key) ?? []
    return createHash('sha256').update(rows.sort().join()).digest('base64url')
  }
}

interface Found extends FoundFleet {
  readonly complete: boolean
}

function toWatch(ids: readonly string[], fingerprints: Fingerprints): WatchedVm[] {
  return ids.flatMap((id) => {
    const name = parseVmId(id)
    const fingerprint = fingerprints.of(vmKey(id))
    return name === null ? [] : [{ id, subscriptionId: name.subscriptionId.toLowerCase(), fingerprint }]
  })
}

async function inventories(load: Load, subscriptions: readonly Subscription[]): Promise<boolean> {
  const whole = await Promise.all(
    groupsOf(subscriptions.map(({ id }) => id)).map(async (group) => {
      const isWhole = await takeInventory(load, group)
      const silent = subscriptions.filter(({ id, vms }) => group.includes(id) && vms === null)
      await Promise.all(silent.map((each) => checkSilent(load, each)))
      return isWhole
    }),
  )
  return whole.every(Boolean) && load.gaps.size === 0 && load.fatal === null && load.session.ended() === null
}

async function observation(
  collector: Collector,
  session: ArmSession,
  subscriptions: readonly Subscription[],
  fingerprints: Fingerprints,
): Promise<Found> {
  const candidates: string[] = []
  const observations: Observation[] = []
  const put = (found: readonly Observation[]): void => void observations.push(...found)
  const observing = observer({ ...collector.watching, source: 'collector' }, put, session.azureClock.of)
  const load = newLoad(session, subscriptions, observing, {
    readings: null,
    onCandidate: (id) => candidates.push(id),
    onRow: (vm, row) => fingerprints.add(vm, row),
  })
  // Rows are for users; a survey has no reader for them.
  load.events.putRow = () => undefined
  const complete = await inventories(load, subscriptions)
  load.observer.finish()
  await new Promise((resolve) => setImmediate(resolve))
  return { vms: load.vms, subscriptions: subscriptions.map(({ id }) => id), candidates, observations, complete }
}

async function keep(
  collector: Collector,
  subscriptions: readonly Subscription[],
  found: Found & { readonly fingerprints: Fingerprints },
  signal: AbortSignal,
): Promise<Result<number, StoreFailure>> {
  const { store, watching, now } = collector
  const vms = toWatch(found.candidates, found.fingerprints)
  const survey = { subscriptions: subscriptions.map(({ id }) => id), vms, whole: found.complete }
  const watched = await watch(store, watching, survey, now())
  if (!watched.ok) return watched
  const recorded = await writeObservations(store, found.observations)
  if (recorded.ok) await notifyFollowers(collector, found.observations, signal)
  return recorded.ok ? ok(vms.length) : recorded
}

/** Exports the numbers of the fleet as they are now; none of VMs where the inventory or the history is not complete. */
async function measureFleet(collector: Collector, found: Found | null): Promise<void> {
  if (!isMeasured()) return
  const fleet = found?.complete === true ? await readFleetNow(collector, found) : null
  if (fleet?.ok === true) exportFleet(fleet.value, collector.now(), collector.measured)
  else exportIncomplete(collector.now())
}

/**
 * Takes the inventory of everything that the collector may read: which VMs must be read one by one, which of them
 * changed, and the inventory's verdicts on all others.
 * @returns how many VMs are watched; a code of Azure, or why the history could not be written
 */
export async function survey(
  collector: Collector,
  signal: AbortSignal,
): Promise<Result<number, string | StoreFailure>> {
  let found: Found | null = null
  try {
    return await takeSurvey(collector, signal, (each) => {
      found = each
    })
  } finally {
    if (!signal.aborted) await measureFleet(collector, found)
  }
}

async function takeSurvey(
  collector: Collector,
  signal: AbortSignal,
  onFound: (found: Found) => void,
): Promise<Result<number, string | StoreFailure>> {
  const session = collector.openSession(signal, deadlineMilliseconds)
  try {
    const listed = await listSubscriptions(session)
    if (!listed.ok) return fail(errorCodeOf(listed.failure))
    // A list without any subscription is how missing permissions appear: no VM is known then, which is not none.
    if (listed.value.length === 0) return fail('arm-denied')
    const subscriptions = listed.value.map(({ subscriptionId, displayName }): Subscription => {
      const id = subscriptionId.toLowerCase()
      return { id, name: displayName ?? id, vms: null, error: null }
    })
    const fingerprints = new Fingerprints()
    const found = await observation(collector, session, subscriptions, fingerprints)
    const kept = await keep(collector, subscriptions, { ...found, fingerprints }, signal)
    if (!kept.ok) return kept
    onFound(found)
    const { complete } = found
    collector.say({ event: 'surveyed', subscriptions: subscriptions.length, watched: kept.value, complete })
    return ok(kept.value)
  } finally {
    session.close()
  }
}
