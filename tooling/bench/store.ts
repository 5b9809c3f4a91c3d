import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Database } from '@/lib/config/history-config'
import { readFleetHistory } from '@/lib/store/fleet-history'
import { readMachineStates } from '@/lib/store/machine-states'
import { historyBytes } from '@/lib/store/prune'
import { readTimeline } from '@/lib/store/read-timeline'
import { recordObservations } from '@/lib/store/record-observations'
import { openStore, type Store } from '@/lib/store/store'
import { testConfig } from '@/lib/store/testing/databases-config'
import { observation, moving, startOfTime, vmIdOf } from '@/lib/store/testing/observations'
import { startPostgres } from '@/lib/store/testing/postgres'
import type { Observation } from '@/lib/timeline/observation'
import { timelineAnswer } from '@/lib/usecases/timeline/answer'
import { loadNow, publish } from './history-page'
import { markdownTable, whole } from './print'
import { benchTenant, fillStore, nameOf, uidOf } from './store-fill'

const machines = 10_000
const observations = 1_000_000
const days = 90
const runs = 15
const limits = { timeline: 100, chart: 300 } as const

interface Figure {
  readonly what: string
  /** Milliseconds. */
  readonly median: number
  readonly worst: number
  readonly limit: number | null
}

async function measure(what: string, limit: number | null, work: (run: number) => Promise<unknown>): Promise<Figure> {
  const times: number[] = []
  for (let run = 0; run < runs; run += 1) {
    const since = performance.now()
    await work(run)
    times.push(performance.now() - since)
  }
  times.sort((a, b) => a - b)
  return { what, limit, median: times[Math.floor(runs / 2)] ?? 0, worst: times.at(-1) ?? 0 }
}

async function unwrap<T>(
  result: Promise<{ ok: true; value: T } | { ok: false; failure: { kind: string } }>,
): Promise<T> {
  const done = await result
  if (!done.ok) throw new Error(done.failure.kind)
  return done.value
}

const vm = (index: number) => ({
  cloud: 'public',
  tenantId: benchTenant,
  id: vmIdOf(nameOf(index)),
  vmId: uidOf(index),
})

/** Everything that a server does for a timeline except requests to Azure: writes the current observation, reads all rows, answers. */
async function openTimeline(store: Store, index: number): Promise<string> {
  const now = new Date().toISOString()
  const checked: Observation = { ...observation(0, moving(50), vm(index)), firstSeen: now, lastSeen: now }
  await unwrap(recordObservations(store, [checked]))
  const known = { ...(await unwrap(readTimeline(store, checked, 0))), failure: null, kept: true }
  const around = { events: [], changes: [], osTraffic: [], dataTraffic: [], past: [], sources: [] }
  return JSON.stringify(timelineAnswer({ observation: checked, known, around, polling: store.config.polling, now }))
}

/** The last observation of every VM, as the fleet page reads it. */
async function readStates(store: Store): Promise<void> {
  let found = 0
  await unwrap(readMachineStates(store, { cloud: 'public', tenantId: benchTenant }, (page) => (found += page.length)))
  if (found !== machines) throw new Error(`${found} states of ${machines} VMs`)
}

async function figures(store: Store): Promise<Figure[]> {
  const timeline = (index: number) => openTimeline(store, index)
  // One VM with a long run in its history.
  const busy = Array.from({ length: 2000 }, (_, second) => observation(second * 30, moving(second % 100), vm(0)))
  await unwrap(recordObservations(store, busy))
  const keys = new Set(Array.from({ length: machines }, (_, index) => vmIdOf(nameOf(index)).toLowerCase()))
  const half = new Set([...keys].filter((_, index) => index % 2 === 0))
  const chart = (hours: number, vmKeys: ReadonlySet<string>) => () => {
    const step = Math.floor((hours * 3_600_000) / 144)
    const query = { cloud: 'public', tenantId: benchTenant, vmKeys, from: Date.now() - step * 144, step, moments: 145 }
    return unwrap(readFleetHistory(store, query))
  }
  const now = Math.ceil((Date.now() - startOfTime) / 1000)
  const observations = (second: number) =>
    Array.from({ length: 1000 }, (_, index) => observation(second, moving(1), vm(index)))
  return [
    await measure('timeline of a VM, 100 rows', limits.timeline, (run) => timeline(17 + run * 100)),
    await measure('timeline of a VM, 2,100 rows', limits.timeline, () => timeline(0)),
    await measure('fleet chart, a day, 10,000 VMs', limits.chart, chart(24, keys)),
    await measure('fleet chart, 30 days, 10,000 VMs', limits.chart, chart(720, keys)),
    await measure('fleet chart, 90 days, 10,000 VMs', limits.chart, chart(2160, keys)),
    await measure('fleet chart, 90 days, 5,000 of 10,000 VMs', limits.chart, chart(2160, half)),
    await measure('last states for the fleet page, 10,000 VMs', null, () => readStates(store)),
    await measure('write 1,000 observations', null, (run) =>
      unwrap(recordObservations(store, observations(now + run * 20))),
    ),
    await measure('write 1,000 observations that come a day late', null, (run) =>
      unwrap(recordObservations(store, observations(now - 86_400 + run * 20))),
    ),
  ]
}

interface Measured {
  readonly kept: boolean
  readonly text: string
}

const milliseconds = (value: number): string => `${value.toFixed(1)} ms`

async function measureDatabase(name: string, database: Database): Promise<Measured> {
  const store = await unwrap(openStore(testConfig(database, { maxBytes: 20 * 2 ** 30 })))
  try {
    const since = performance.now()
    await fillStore(store, { machines, observations, days })
    const seconds = ((performance.now() - since) / 1000).toFixed(0)
    const megabytes = ((await historyBytes(store)) / 1_048_576).toFixed(0)
    const all = await figures(store)
    const rows = all.map(({ what, median, worst, limit }) => [
      what,
      limit === null ? '' : `under ${limit} ms`,
      milliseconds(median),
      milliseconds(worst),
    ])
    return {
      kept: all.every(({ median, limit }) => limit === null || median < limit),
      text: `### ${name}\n\n${megabytes} MB, filled in ${seconds} s.\n\n${markdownTable([['', 'limit', 'median', 'worst'], ...rows])}\n`,
    }
  } finally {
    await store.close()
  }
}

const explanation = `${whole(observations)} rows of ${whole(machines)} VMs over ${days} days, every row a different observation and every tenth another
state; ${runs} runs of each, median and worst. A timeline includes everything that the server does for it except requests to Azure: it writes
the current observation, reads the VM's rows, and builds the answer from them. The chart counts states at 145 moments.`

/** Measures both databases with a million observations. Returns whether every median keeps its limit. */
export async function measureStore(say: (text: string) => void): Promise<boolean> {
  const folder = mkdtempSync(join(tmpdir(), 'sealwatch-bench-'))
  const postgres = await startPostgres()
  try {
    const load = loadNow()
    const sqlite = await measureDatabase('SQLite', { kind: 'sqlite', file: join(folder, 'history.sqlite') })
    const other = await measureDatabase('PostgreSQL', { kind: 'postgres', url: await postgres.database() })
    say(publish('store', [explanation, sqlite.text, other.text].join('\n\n'), load))
    return sqlite.kept && other.kept
  } finally {
    await postgres.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}
