import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Database } from '@/lib/config/history-config'
import { readFleetHistory } from '@/lib/store/fleet-history'
import { historyBytes } from '@/lib/store/prune'
import { readTimeline } from '@/lib/store/read-timeline'
import { recordObservations } from '@/lib/store/record-observations'
import { openStore, type Store } from '@/lib/store/store'
import { testConfig } from '@/lib/store/testing/databases-config'
import { look, moving, vmIdOf } from '@/lib/store/testing/looks'
import { startPostgres } from '@/lib/store/testing/postgres'
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

async function figures(store: Store): Promise<Figure[]> {
  const vm = (index: number) => ({
    cloud: 'public',
    tenantId: benchTenant,
    id: vmIdOf(nameOf(index)),
    vmId: uidOf(index),
  })
  const timeline = (index: number) => unwrap(readTimeline(store, vm(index), 0))
  // One VM with a long run behind it.
  const busy = Array.from({ length: 2000 }, (_, second) => look(second * 30, moving(second % 100), vm(0)))
  await unwrap(recordObservations(store, busy))
  const keys = new Set(Array.from({ length: machines }, (_, index) => vmIdOf(nameOf(index)).toLowerCase()))
  const half = new Set([...keys].filter((_, index) => index % 2 === 0))
  const chart = (hours: number, vmKeys: ReadonlySet<string>) => () => {
    const step = Math.floor((hours * 3_600_000) / 144)
    const query = { cloud: 'public', tenantId: benchTenant, vmKeys, from: Date.now() - step * 144, step, moments: 145 }
    return unwrap(readFleetHistory(store, query))
  }
  const looks = (run: number) =>
    Array.from({ length: 1000 }, (_, index) => look(10_000_000 + run * 20, moving(1), vm(index)))
  return [
    await measure('timeline of a VM, 100 rows', limits.timeline, (run) => timeline(17 + run * 100)),
    await measure('timeline of a VM, 2,100 rows', limits.timeline, () => timeline(0)),
    await measure('fleet chart, a day, 10,000 VMs', limits.chart, chart(24, keys)),
    await measure('fleet chart, 30 days, 10,000 VMs', limits.chart, chart(720, keys)),
    await measure('fleet chart, 90 days, 10,000 VMs', limits.chart, chart(2160, keys)),
    await measure('fleet chart, 90 days, 5,000 of 10,000 VMs', limits.chart, chart(2160, half)),
    await measure('write 1,000 looks', null, (run) => unwrap(recordObservations(store, looks(run)))),
  ]
}

async function measureDatabase(name: string, database: Database, say: (text: string) => void): Promise<boolean> {
  const store = await unwrap(openStore(testConfig(database, { maxBytes: 20 * 2 ** 30 })))
  try {
    const since = performance.now()
    await fillStore(store, { machines, observations, days })
    const seconds = ((performance.now() - since) / 1000).toFixed(0)
    const megabytes = ((await historyBytes(store)) / 1_048_576).toFixed(0)
    say(
      `\n${name}: ${observations} observations of ${machines} VMs over ${days} days, ${megabytes} MB, written in ${seconds} s\n`,
    )
    say('                                             median     worst     limit')
    const all = await figures(store)
    for (const { what, median, worst, limit } of all) {
      const bound = limit === null ? '' : `${limit} ms`
      say(
        `${what.padEnd(42)} ${median.toFixed(1).padStart(7)}ms ${worst.toFixed(1).padStart(7)}ms ${bound.padStart(9)}`,
      )
    }
    return all.every(({ median, limit }) => limit === null || median < limit)
  } finally {
    await store.close()
  }
}

/** Measures both databases with a million observations. Answers whether every median keeps its limit. */
export async function measureStore(say: (text: string) => void): Promise<boolean> {
  const folder = mkdtempSync(join(tmpdir(), 'sealwatch-bench-'))
  const postgres = await startPostgres()
  try {
    const sqlite = await measureDatabase('SQLite', { kind: 'sqlite', file: join(folder, 'history.sqlite') }, say)
    const url = await postgres.database()
    return (await measureDatabase('PostgreSQL', { kind: 'postgres', url }, say)) && sqlite
  } finally {
    await postgres.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}
