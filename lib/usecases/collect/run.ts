import 'server-only'
import { storeFailureOf } from '@/lib/store/failure'
import { replacedCode } from '@/lib/store/sqlite'
import { attempt, type Store } from '@/lib/store/store'
import { dueSubscriptions, longestDue } from '@/lib/store/watched'
import { localQueue, type WorkQueue, type Worker } from '@/lib/store/work-queue'
import { postgresQueue } from '@/lib/store/postgres-queue'
import { isMeasured, level } from '@/lib/telemetry/measure'
import { historyHealth, knownFailure, noteWrite } from '../history/health'
import { passwordOf } from '../history/password'
import { deliverDue } from '../watches/deliver'
import { failedStep, type Collector } from './collector'
import { withdrawCounts } from './fleet-now'
import { readSubscription } from './read-subscription'
import { reportIfDue } from './report'
import { survey } from './survey'
import { surveyTurn } from './survey-turn'

/** How often a collector checks what is due. */
const planMilliseconds = 1000
/** How often a collector checks whether a report is due. */
const reportMilliseconds = 30_000
/** Errors of the queue repeat with each of its polls: they are reported no more often than this. */
const queueMilliseconds = 60_000
/** Subscriptions that one collector reads at once. */
const concurrency = 4

function queueOf(collector: Collector, worker: Worker): Promise<WorkQueue> | WorkQueue {
  const { config } = collector.store
  const { database } = config
  if (database?.kind !== 'postgres') return localQueue(worker, concurrency)
  let reportedAt = Number.NEGATIVE_INFINITY
  const report = async (error: unknown): Promise<void> => {
    const failure = storeFailureOf(error)
    // Where the whole history cannot be used or reached, the log says so by its own turn, which may be noticed later.
    if (failure.kind === 'unreachable' || (await historyHealth()) !== null) return
    if (performance.now() < reportedAt + queueMilliseconds) return
    reportedAt = performance.now()
    collector.say(failedStep('queue', failure))
  }
  const onError = (error: unknown): void => void report(error)
  return postgresQueue({ url: database.url, password: passwordOf(config) }, worker, { concurrency, onError })
}

async function measureDue({ store, watching, now }: Collector, due: number): Promise<void> {
  if (!isMeasured()) return
  level('sealwatch.collect.due', due)
  const since = await longestDue(store, watching, now())
  if (since.ok) level('sealwatch.collect.late', since.value === null ? 0 : (now() - since.value) / 1000)
}

async function plan(collector: Collector, queue: WorkQueue): Promise<void> {
  const due = await dueSubscriptions(collector.store, collector.watching, collector.now())
  if (due.ok) await measureDue(collector, due.value.length)
  const pushed = due.ok ? await attempt(() => queue.push(due.value)) : due
  if (!pushed.ok) noteWrite(pushed.failure)
}

function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(done, milliseconds)
    function done(): void {
      clearTimeout(timer)
      signal.removeEventListener('abort', done)
      resolve()
    }
    signal.addEventListener('abort', done)
    if (signal.aborted) done()
  })
}

/**
 * Surveys once and reads everything that is due, then ends.
 * @returns false where the inventory was not read, the history could not be used, or a report that was due failed
 */
export async function collectOnce(collector: Collector, signal: AbortSignal): Promise<boolean> {
  const done = await survey(collector, signal)
  if (!done.ok) {
    collector.say(failedStep('survey', done.failure))
    return false
  }
  const due = await dueSubscriptions(collector.store, collector.watching, collector.now())
  if (!due.ok) {
    collector.say(failedStep('plan', due.failure))
    return false
  }
  const failures = await Promise.all(due.value.map((subscription) => readSubscription(collector, subscription, signal)))
  const failure = failures.find((each) => each !== null) ?? null
  if (failure !== null) collector.say(failedStep('read', failure))
  await deliverDue(collector.sender, signal)
  const reported = await reportIfDue(collector, signal)
  return reported && failure === null
}

/** Runs work in the background unless it is running already; logs and then ignores what it throws. */
function background(collector: Collector, what: 'survey' | 'watch' | 'report', work: () => Promise<unknown>) {
  let running: Promise<unknown> | null = null
  const run = (): void => {
    running ??= work()
      .catch(() => collector.say(failedStep(what, 'internal')))
      .finally(() => {
        running = null
      })
  }
  return { run, settled: () => running ?? Promise.resolve() }
}

/** Another SQLite file took the place of the open one: only a new process opens and migrates it. */
const isReplaced = (store: Store): boolean => store.file?.moved()?.code === replacedCode

/**
 * Collects until the signal aborts; then it finishes what it has started. While the history cannot be used, it asks Azure
 * for nothing, because it could not keep the answers.
 * @returns false where it ended because the database was replaced
 */
export async function collect(collector: Collector, signal: AbortSignal): Promise<boolean> {
  const queue = await queueOf(collector, async (subscription) => {
    if (knownFailure() !== null) return
    const failed = await readSubscription(collector, subscription, signal)
    if (failed !== null) noteWrite(failed)
  })
  collector.say({ event: 'started', database: collector.store.dialect, holder: collector.holder })
  const turn = surveyTurn(collector)
  const surveying = background(collector, 'survey', () => turn.surveyIfDue(signal))
  const delivering = background(collector, 'watch', () => deliverDue(collector.sender, signal))
  const reporting = background(collector, 'report', () => reportIfDue(collector, signal))
  let nextReport = Number.NEGATIVE_INFINITY
  let noted: string | null = null
  const work = async (): Promise<void> => {
    await collector.adjustClock()
    surveying.run()
    await turn.keep()
    delivering.run()
    if (performance.now() >= nextReport) {
      nextReport = performance.now() + reportMilliseconds
      reporting.run()
    }
    await plan(collector, queue)
  }
  while (!signal.aborted && !isReplaced(collector.store)) {
    const failure = knownFailure()
    // It plans every second: only a change is worth a line.
    if (failure !== null && failure !== noted) {
      collector.say({ event: 'unusable', code: failure })
      // Another collector may take the inventory meanwhile, and this one would not notice.
      withdrawCounts()
    }
    noted = failure
    if (failure === null) await work()
    await pause(planMilliseconds, signal)
  }
  await queue.stop()
  await Promise.all([surveying.settled(), delivering.settled(), reporting.settled()])
  collector.say({ event: 'stopped' })
  return signal.aborted
}
