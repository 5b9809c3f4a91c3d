import 'server-only'
import { historyConfig } from '@/lib/config/history-config'
import type { StoreFailure } from '@/lib/store/failure'
import { takeLease } from '@/lib/store/leases'
import { historyBytes, prune } from '@/lib/store/prune'
import { forgetNotifications } from '@/lib/store/watches/inbox'
import { attempt, type Store } from '@/lib/store/store'
import { log } from '@/lib/telemetry/log'
import { isMeasured, level } from '@/lib/telemetry/measure'
import type { Observation } from '@/lib/timeline/observation'
import { processWatchers } from '../watches/process-watchers'
import { notifyWatchers } from '../watches/watchers'
import { Backlog } from './backlog'
import { history } from './handle'
import { noteWaiting, noteWrite, writeObservations } from './health'
import { releaseAll } from './deferred-work'
import { scoreEstimates } from './score-estimates'

const pruneMilliseconds = 3_600_000
const scoreMilliseconds = 60_000
const measureMilliseconds = 600_000
const keepNotifications = 30 * 86_400_000

declare global {
  // Next.js bundles each route separately; all of them share one list of waiting observations.
  var sealwatchBacklog: Backlog | undefined
  // Milliseconds of this process's clock, which goes on where the machine's is set back.
  var sealwatchPrunedAt: number | undefined
  var sealwatchScoredAt: number | undefined
  var sealwatchMeasuredAt: number | undefined
}

/** Whether something was last done so long ago. @param last milliseconds of this process's clock; undefined for never */
const isDue = (last: number | undefined, milliseconds: number): boolean =>
  last === undefined || performance.now() >= last + milliseconds

/** Deletes what is too old, once an hour across all processes that share the history. */
export async function prunePeriodically(): Promise<void> {
  if (!isDue(globalThis.sealwatchPrunedAt, pruneMilliseconds)) return
  globalThis.sealwatchPrunedAt = performance.now()
  const now = Date.now()
  const opened = await history()
  if (!opened.ok) return
  const lease = { name: 'prune', holder: `${process.pid}@${now}`, milliseconds: pruneMilliseconds / 2 }
  const taken = await takeLease(opened.value, lease, now)
  if (!taken.ok || !taken.value) return
  const pruned = await prune(opened.value, now)
  if (!pruned.ok) return
  const { countedFrom, left } = pruned.value
  if (left > 0) log('warn', { event: 'clock-ahead', left })
  if (pruned.value.old + pruned.value.forSize > 0) log('info', { event: 'pruned', ...pruned.value })
  if (countedFrom !== null) await forgetNotifications(opened.value, countedFrom - keepNotifications)
}

/** Computes finished work, once a minute at most. */
async function scorePeriodically(): Promise<void> {
  if (!isDue(globalThis.sealwatchScoredAt, scoreMilliseconds)) return
  globalThis.sealwatchScoredAt = performance.now()
  const opened = await history()
  if (opened.ok) await scoreEstimates(opened.value, Date.now())
}

/** Measures the size of the history, every ten minutes at most: on PostgreSQL that reads all of it. */
export async function measurePeriodically(): Promise<void> {
  if (!isMeasured() || !isDue(globalThis.sealwatchMeasuredAt, measureMilliseconds)) return
  globalThis.sealwatchMeasuredAt = performance.now()
  const opened = await history()
  const bytes = opened.ok ? await attempt(() => historyBytes(opened.value)) : opened
  if (bytes.ok) level('sealwatch.store.size', bytes.value)
}

async function afterWrites(): Promise<void> {
  await measurePeriodically()
  await prunePeriodically()
  await scorePeriodically()
}

/** Observations that were dropped: one line of the log for the operator. */
function complain({ kind, code }: StoreFailure, lost: number): void {
  if (kind !== 'off' && lost > 0) log('warn', { event: 'history', code: kind, database: code, lost })
}

/**
 * Notifies the watches; what fails is repeated with the next observation. A VM that was observed twice is processed in
 * order.
 */
async function notifyAll(store: Store, observations: readonly Observation[]): Promise<void> {
  const waiting = [...observations]
  while (waiting.length > 0) {
    const [first] = waiting
    const round = new Map<string, Observation>()
    for (const observation of waiting) {
      const isSamePlace = observation.cloud === first?.cloud && observation.tenantId === first.tenantId
      if (isSamePlace && !round.has(observation.id.toLowerCase())) round.set(observation.id.toLowerCase(), observation)
    }
    const notified = new Set(round.values())
    waiting.splice(0, waiting.length, ...waiting.filter((observation) => !notified.has(observation)))
    if (first !== undefined) await notifyWatchers(processWatchers(store), first, [...notified], null)
  }
}

function makeBacklog(): Backlog {
  return new Backlog({
    write: async (batch) => {
      const opened = await history()
      if (!opened.ok) {
        noteWrite(opened.failure)
        return opened
      }
      const written = await writeObservations(opened.value, batch)
      if (written.ok) await notifyAll(opened.value, batch)
      return written
    },
    afterWrites,
    onFailure: complain,
    onWaiting: (waiting) => {
      level('sealwatch.store.waiting', waiting)
      noteWaiting(waiting)
    },
    later: (milliseconds, callback) => setTimeout(callback, milliseconds).unref(),
  })
}

/** Adds observations to the history later. Never waits, never fails: reading Azure does not depend on it. */
export function recordObservationsSoon(observations: readonly Observation[]): void {
  if (historyConfig().database === null || observations.length === 0) return
  const backlog = (globalThis.sealwatchBacklog ??= makeBacklog())
  backlog.put(observations)
}

/** Waits while too many observations wait to be written: their source then waits too, instead of losing them. */
export async function roomForObservations(): Promise<void> {
  await globalThis.sealwatchBacklog?.room()
}

/** How many observations are not written yet. */
export function observationsWaiting(): number {
  return globalThis.sealwatchBacklog?.waiting ?? 0
}

/** Waits for everything that `remember` was given so far; for tests and for the end of a program. */
export async function remembered(): Promise<void> {
  await releaseAll()
  // Retries what failed before.
  globalThis.sealwatchBacklog?.put([])
  await globalThis.sealwatchBacklog?.settled()
}
