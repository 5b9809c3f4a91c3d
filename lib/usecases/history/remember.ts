import 'server-only'
import { historyConfig } from '@/lib/config/history-config'
import type { StoreFailure } from '@/lib/store/failure'
import { takeLease } from '@/lib/store/leases'
import { prune } from '@/lib/store/prune'
import { recordObservations } from '@/lib/store/record-observations'
import type { Observation } from '@/lib/timeline/observation'
import { Backlog } from './backlog'
import { history } from './handle'
import { reckonFinishedWork } from './reckon-work'

const pruneMilliseconds = 3_600_000
const reckonMilliseconds = 60_000

declare global {
  // Next bundles each route by itself; what waits to be written is one list for all of them.
  var sealwatchBacklog: Backlog | undefined
  var sealwatchPrunedAt: number | undefined
  var sealwatchReckonedAt: number | undefined
}

/** Forgets what is too old, once an hour over all processes that share the history. */
export async function pruneNowAndThen(): Promise<void> {
  const now = Date.now()
  if (now < (globalThis.sealwatchPrunedAt ?? 0) + pruneMilliseconds) return
  globalThis.sealwatchPrunedAt = now
  const opened = await history()
  if (!opened.ok) return
  const lease = { name: 'prune', holder: `${process.pid}@${now}`, milliseconds: pruneMilliseconds / 2 }
  const taken = await takeLease(opened.value, lease, now)
  if (taken.ok && taken.value) await prune(opened.value, now)
}

/** Reckons what has ended, once a minute at most. */
async function reckonNowAndThen(): Promise<void> {
  const now = Date.now()
  if (now < (globalThis.sealwatchReckonedAt ?? 0) + reckonMilliseconds) return
  globalThis.sealwatchReckonedAt = now
  const opened = await history()
  if (opened.ok) await reckonFinishedWork(opened.value, now)
}

async function afterWrites(): Promise<void> {
  await pruneNowAndThen()
  await reckonNowAndThen()
}

/** One line on standard error for the operator; kinds and counts only. */
function complain(failure: StoreFailure, lost: number): void {
  if (failure.kind === 'off') return
  const line = { time: new Date().toISOString(), level: 'warn', event: 'history', code: failure.kind, lost }
  process.stderr.write(`${JSON.stringify(line)}\n`)
}

function makeBacklog(): Backlog {
  return new Backlog({
    write: async (batch) => {
      const opened = await history()
      if (!opened.ok) return opened
      const written = await recordObservations(opened.value, batch)
      // Room for the next ones, rather than waiting for the hour.
      if (!written.ok && written.failure.kind === 'full') await prune(opened.value, Date.now())
      return written
    },
    afterWrites,
    onFailure: complain,
    later: (milliseconds, callback) => setTimeout(callback, milliseconds).unref(),
  })
}

/** Adds looks to the history some time soon. Never waits, never fails: nobody's reading of Azure depends on it. */
export function remember(looks: readonly Observation[]): void {
  if (historyConfig().database === null || looks.length === 0) return
  const backlog = (globalThis.sealwatchBacklog ??= makeBacklog())
  backlog.put(looks)
}

/** Waits for what `remember` was given so far; for tests and for the end of a program. */
export async function remembered(): Promise<void> {
  await globalThis.sealwatchBacklog?.settled()
}
