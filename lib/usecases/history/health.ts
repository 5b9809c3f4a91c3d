import 'server-only'
import type { HistoryFailure } from '@/lib/contract/history-failures'
import type { Result } from '@/lib/shared/result'
import { noAnswerCode, type StoreFailure } from '@/lib/store/failure'
import { probeStore } from '@/lib/store/probe'
import { prune } from '@/lib/store/prune'
import { recordObservations, type Recorded } from '@/lib/store/record-observations'
import type { Store } from '@/lib/store/store'
import { log } from '@/lib/telemetry/log'
import { level } from '@/lib/telemetry/measure'
import type { Observation } from '@/lib/timeline/observation'
import { history } from './handle'

/** The history is probed no more often than this. */
const probeMilliseconds = 3000
/** A caller waits no longer for a probe: the readiness checks of a load balancer often end after a second. */
const patienceMilliseconds = 800
/** A probe that takes longer shows a database that does not answer. */
const lateMilliseconds = 3000
/** While the history cannot be used, it is probed this often without a caller. */
const retryMilliseconds = 10_000
/** A random part, so that programs that lost one database do not all try at the same moments. Never earlier: `history` would not try. */
const jitterMilliseconds = 2500
/** Observations that wait for longer show that the database is slower than they arrive. */
const behindMilliseconds = 60_000

interface Health {
  /** The outcome of the last probe, and of the last write. */
  probe: StoreFailure | null
  write: StoreFailure | null
  /** What the log said last. */
  logged: HistoryFailure | null
  probing: Promise<void> | null
  /** Whether a probe ever ended. */
  known: boolean
  /** Milliseconds of this process's clock. */
  probedAt: number
  /** Since when observations wait without a break, of the same clock; null where none waits. */
  waitingSince: number | null
  timer: ReturnType<typeof setTimeout> | null
}

declare global {
  // Next.js bundles each route separately; all of them share one history. Closing the history removes it.
  var sealwatchHistoryHealth: Health | undefined
}

function stateOf(): Health {
  return (globalThis.sealwatchHistoryHealth ??= {
    probe: null,
    write: null,
    logged: null,
    probing: null,
    known: false,
    probedAt: Number.NEGATIVE_INFINITY,
    waitingSince: null,
    timer: null,
  })
}

function failureIn(health: Health): { readonly kind: HistoryFailure; readonly code: string | null } | null {
  const now = performance.now()
  // What is known already stays until the probe has ended, so that the code does not change with each probe.
  const stored = health.probe ?? health.write
  if (stored !== null) return stored
  const isLate = health.probing !== null && now > health.probedAt + lateMilliseconds
  if (isLate) return { kind: 'timed-out', code: noAnswerCode }
  const isBehind = health.waitingSince !== null && now > health.waitingSince + behindMilliseconds
  return isBehind ? { kind: 'behind', code: null } : null
}

/** Writes one log line where the history became usable, unusable, or unusable for another reason. */
function settle(health: Health): HistoryFailure | null {
  const failure = failureIn(health)
  const kind = failure?.kind ?? null
  if (kind !== 'off') level('sealwatch.store.usable', failure === null ? 1 : 0)
  if (kind !== health.logged && kind !== 'off') {
    if (failure === null) log('info', { event: 'history', code: 'usable' })
    else log('warn', { event: 'history', code: failure.kind, database: failure.code })
    health.logged = kind
  }
  if (failure === null || kind === 'off' || health.timer !== null) return kind
  health.timer = setTimeout(
    () => {
      health.timer = null
      if (globalThis.sealwatchHistoryHealth === health) void historyHealth()
    },
    retryMilliseconds + Math.random() * jitterMilliseconds,
  ).unref()
  return kind
}

async function probe(health: Health): Promise<void> {
  const isFailing = health.probe !== null || health.write !== null
  const opened = await history()
  health.probe = opened.ok ? await probeStore(opened.value, isFailing, Date.now()) : opened.failure
  health.known = true
  // The probe wrote as much as a batch of observations: what the last one reported is over.
  if (health.probe === null) health.write = null
}

/**
 * Whether the history can be read and written now: what a cheap probe and the last writes showed, and whether
 * observations wait for long. Never waits for long, and probes every few seconds at most.
 * @returns null where it can; `off` where the operator disabled it
 */
export async function historyHealth(): Promise<HistoryFailure | null> {
  const health = stateOf()
  if (health.probing === null && performance.now() >= health.probedAt + probeMilliseconds) {
    health.probedAt = performance.now()
    health.probing = probe(health).finally(() => {
      health.probing = null
      if (globalThis.sealwatchHistoryHealth === health) settle(health)
    })
  }
  let timer: ReturnType<typeof setTimeout> | undefined
  const patience = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, patienceMilliseconds)
  })
  await Promise.race([health.probing, patience])
  clearTimeout(timer)
  const failure = settle(health)
  return failure ?? (health.known ? null : 'timed-out')
}

/**
 * Why the history cannot be used, as far as this process knows already. It is probed until it can be used again.
 * @returns null where it can, or where the operator disabled it
 */
export function knownFailure(): HistoryFailure | null {
  const kind = failureIn(stateOf())?.kind ?? null
  return kind === 'off' ? null : kind
}

/** Notes the outcome of a write, or of opening the history for one. */
export function noteWrite(failure: StoreFailure | null): void {
  const health = stateOf()
  // A small write may fit where a batch does not: the next probe shows whether there is room again.
  if (failure === null && health.write?.kind === 'full') return
  health.write = failure
  settle(health)
}

/** Notes how many observations wait to be written. */
export function noteWaiting(waiting: number): void {
  const health = stateOf()
  health.waitingSince = waiting === 0 ? null : (health.waitingSince ?? performance.now())
  settle(health)
}

/** Adds observations to the history, and notes for its health whether that succeeded. */
export async function writeObservations(
  store: Store,
  observations: readonly Observation[],
): Promise<Result<Recorded, StoreFailure>> {
  const written = await recordObservations(store, observations)
  noteWrite(written.ok ? null : written.failure)
  // Frees space for the next ones, instead of waiting for the hourly pruning.
  if (!written.ok && written.failure.kind === 'full') await prune(store, Date.now())
  return written
}
