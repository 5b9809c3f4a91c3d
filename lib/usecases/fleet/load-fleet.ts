import 'server-only'
import { listSubscriptions } from '@/lib/azure/calls/subscriptions'
import type { ArmSession } from '@/lib/azure/session'
import { personKey, type Caller } from '@/lib/auth/caller'
import { apiError } from '@/lib/contract/errors'
import type { FleetEvent, LoadProgress, Subscription } from '@/lib/contract/fleet'
import type { SubscriptionWire } from '@/lib/wire/subscriptions'
import { armError } from '../arm-error'
import { DeferredWork } from '../history/deferred-work'
import { observer, observingFor, type Observing } from '../history/observer'
import { recordObservationsSoon, roomForObservations } from '../history/record-observations'
import { openSession } from '../open-session'
import { delay } from './event-batcher'
import { groupsOf } from './groups'
import { takeInventory } from './inventory'
import { newLoad, type Load } from './load'
import { findMissing } from './missing-subscriptions'
import { queueLoad } from './load-queue'
import { loadRowHistory } from './load-row-history'
import { readingsOf } from './readings'
import { checkSilent } from './silent-subscriptions'
import { newTally, progressOf } from './tally'
import { present } from '../present'

export interface FleetOptions {
  /** Ids of the only subscriptions to read, lower case; null for all. */
  readonly subscriptions: readonly string[] | null
  /** Reads every VM again, however recent its last reading is. */
  readonly fresh: boolean
}

const deadlineMilliseconds = 600_000
function wanted(found: readonly SubscriptionWire[], options: FleetOptions): Subscription[] {
  return found
    .map((each): Subscription => {
      const id = each.subscriptionId.toLowerCase()
      return { id, name: each.displayName ?? id, vms: null, error: null }
    })
    .filter(({ id }) => options.subscriptions?.includes(id) ?? true)
}

function putSubscriptions(load: Load): void {
  const subscriptions = [...load.subscriptions.values()].map((each) => ({ ...each }))
  load.events.put({ type: 'subscriptions', subscriptions })
}

const vmsOf = (load: Load): number => [...load.subscriptions.values()].reduce((sum, { vms }) => sum + (vms ?? 0), 0)

/** Sends all requests to ARM, in the order that shows results soonest. */
async function run(load: Load, options: FleetOptions, observing: Observing): Promise<void> {
  const recalled = loadRowHistory(load, observing)
  if (options.subscriptions === null && load.readings !== null) {
    await findMissing(load, load.readings.subscriptions)
    load.readings.subscriptions = new Map([...load.subscriptions].map(([id, { name }]) => [id, name]))
  }
  putSubscriptions(load)
  const whole = await Promise.all(
    groupsOf([...load.subscriptions.keys()]).map(async (group) => {
      const isWhole = await takeInventory(load, group)
      const members = group.map((id) => load.subscriptions.get(id)).filter((each) => each !== undefined)
      await Promise.all(members.filter(({ vms }) => vms === null).map((each) => checkSilent(load, each)))
      return isWhole
    }),
  )
  load.tally.inventoryComplete = whole.every(Boolean)
  putSubscriptions(load)
  const listed = vmsOf(load)
  while (load.reading.size > 0) await Promise.all(load.reading)
  // Instances of scale sets are listed while VMs are read.
  if (vmsOf(load) !== listed) putSubscriptions(load)
  if (load.tally.inventoryComplete) load.readings?.confirm(load.settled, (key) => load.fingerprints.whole(key))
  load.observer.finish()
  await recalled()
}

function closing(load: Load): (() => FleetEvent) | null {
  const { fatal, session } = load
  if (fatal !== null) return () => ({ type: 'failure', error: fatal })
  if (session.ended() === 'cancelled') return null
  return () => ({
    type: 'end',
    at: present().toISOString(),
    // A list without any subscription is how missing permissions appear: nothing was read, so the load is not complete.
    complete: load.subscriptions.size > 0 && load.gaps.size === 0 && load.tally.failed === 0,
    progress: progressOf(load.tally, session),
  })
}

/** When to ask again where too many loads of a user wait. */
const busySeconds = 10

/** A load that ends before Azure was asked anything. */
const unread = (code: 'too-many-requests' | 'cancelled'): FleetEvent => ({
  type: 'failure',
  error: apiError(code, { retryAfterSeconds: code === 'cancelled' ? null : busySeconds }),
})

const started = (caller: Caller): FleetEvent => ({
  type: 'start',
  at: present().toISOString(),
  tenantId: caller.tenantId,
})

/**
 * Loads the fleet of one user, as a stream of events: a row as soon as anything is known of a VM, again when more is
 * known, a gap for everything that could not be read, and one `end` or `failure`. The first event is a `failure` where
 * nothing can be read at all, so that it can still become an HTTP status. A load that waits for other loads of the same
 * user sends its `start`, then its place in the queue; one whose first request Azure fails or throttles for seconds sends
 * its `start`, then what it waits for.
 * @param signal aborts when the user has left; everything stops
 */
export async function* loadFleet(
  caller: Caller,
  options: FleetOptions,
  signal: AbortSignal,
): AsyncGenerator<FleetEvent, void, undefined> {
  const queued = queueLoad(personKey(caller), signal)
  if (queued === null) {
    yield unread('too-many-requests')
    return
  }
  try {
    if (signal.aborted) {
      yield unread('cancelled')
      return
    }
    if (queued.isRunning) {
      yield* runLoad(caller, options, signal, true)
      return
    }
    yield started(caller)
    const places = queued.places()
    for (;;) {
      const next = await places.next()
      if (next.done !== true) yield { type: 'queued', place: next.value }
      else if (next.value) break
      else {
        yield unread('cancelled')
        return
      }
    }
    yield* runLoad(caller, options, signal, false)
  } finally {
    queued.leave()
  }
}

/** How often a load checks whether its first request waits, and how long that wait must be. */
const checkMilliseconds = 1_000
const longWaitMilliseconds = 4_000

/**
 * What a load waits for because Azure fails or throttles its first request. Nothing where Azure is only slow, or where the
 * pauses between the attempts are short: then the load soon ends in an HTTP status.
 */
async function* waitsFor(answer: Promise<unknown>, session: ArmSession): AsyncGenerator<LoadProgress, void, undefined> {
  for (let isStated = false; ;) {
    const next = delay(checkMilliseconds)
    const isOver = await Promise.race([answer.then(() => true), next.over.then(() => false)])
    next.stop()
    if (isOver) return
    const now = session.scheduler.clock.now()
    isStated ||= session.waits().some(({ until }) => until - now >= longWaitMilliseconds)
    if (isStated) yield progressOf(newTally(), session)
  }
}

/** @param isFirst whether the `start` is not sent yet */
async function* runLoad(
  caller: Caller,
  options: FleetOptions,
  signal: AbortSignal,
  isFirst: boolean,
): AsyncGenerator<FleetEvent, void, undefined> {
  const session = openSession(caller, signal, deadlineMilliseconds, roomForObservations)
  const observations = new DeferredWork()
  try {
    const listing = listSubscriptions(session)
    let isStarted = !isFirst
    for await (const progress of waitsFor(listing, session)) {
      if (!isStarted) yield started(caller)
      isStarted = true
      yield { type: 'progress', progress }
    }
    const found = await listing
    if (!found.ok) {
      yield { type: 'failure', error: armError(found.failure) }
      return
    }
    if (!isStarted) yield started(caller)
    const readings = readingsOf(personKey(caller), Date.now())
    if (options.fresh) readings.clear()
    const load = newLoad(
      session,
      wanted(found.value, options),
      observer(
        observingFor(caller),
        recordObservationsSoon,
        session.azureClock.of,
        observations.put,
        roomForObservations,
      ),
      { onCandidate: null, onRow: null, readings },
    )
    yield* eventsOf(load, options, observingFor(caller))
  } finally {
    session.close()
    void observations.release()
  }
}

function eventsOf(load: Load, options: FleetOptions, observing: Observing): AsyncGenerator<FleetEvent> {
  run(load, options, observing).then(
    () => load.events.close(closing(load)),
    (error: unknown) => load.events.fail(error),
  )
  return load.events.drain()
}

/**
 * Loads everything that a session may read, anew: for reports without a user. Nothing is recorded in the history, and no
 * earlier reading is used.
 * @param session closed by the caller
 */
export async function* loadFleetOf(
  session: ArmSession,
  observing: Observing,
): AsyncGenerator<FleetEvent, void, undefined> {
  const found = await listSubscriptions(session)
  if (!found.ok) {
    yield { type: 'failure', error: armError(found.failure) }
    return
  }
  yield { type: 'start', at: present().toISOString(), tenantId: observing.tenantId }
  const options = { subscriptions: null, fresh: true }
  const unrecorded = observer(observing, () => undefined, session.azureClock.of)
  yield* eventsOf(newLoad(session, wanted(found.value, options), unrecorded), options, observing)
}
