import { spawnSync } from 'node:child_process'
import { copyFileSync, mkdirSync, mkdtempSync, renameSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { GET as getFleet } from '@/app/api/v1/fleet/route'
import { GET as readyz } from '@/app/readyz/route'
import type { Database, HistoryConfig } from '@/lib/config/history-config'
import { readySchema } from '@/lib/contract/health'
import type { Store } from '@/lib/store/store'
import { testConfig } from '@/lib/store/testing/databases-config'
import { moving, observation, vmIdOf } from '@/lib/store/testing/observations'
import { startPostgres, type TestPostgres } from '@/lib/store/testing/postgres'
import { closeHistory, history } from '@/lib/usecases/history/handle'
import { remembered } from '@/lib/usecases/history/record-observations'
import { noteWaiting, writeObservations } from '@/lib/usecases/history/health'
import { ask, readFleet, startStack, type Stack } from './support'
import { smallDisk } from './testing/small-disk'

/** Each test has a history of its own in the one process. */
const current = vi.hoisted((): { config: HistoryConfig | null } => ({ config: null }))
vi.mock('@/lib/config/history-config', async (original) => ({
  ...(await original<object>()),
  historyConfig: () => current.config,
}))

let stack: Stack
const folder = mkdtempSync(join(tmpdir(), 'sealwatch-health-'))
const disk = smallDisk(8)
const afterwards: (() => void)[] = []

/**
 * The clock that limits probes. A test moves it instead of waiting, and never while a probe runs, however long a busy machine
 * takes for it.
 */
const start = performance.now()
let ahead = 0

/** What the log said of the history since the last call, in order: its code and the database's. */
let lines: string[] = []
function logged(): (readonly [code: string, database: string | null])[] {
  return lines
    .splice(0)
    .filter((line) => line.includes('"event":"history"'))
    .map((line) => JSON.parse(line) as { code: string; database?: string })
    .map(({ code, database }) => [code, database ?? null] as const)
}

beforeAll(async () => {
  current.config = { ...testConfig({ kind: 'sqlite', file: '' }), database: null }
  stack = await startStack()
  process.env['SEALWATCH_LOG_LEVEL'] = 'info'
})
afterAll(async () => {
  await stack.stop()
  disk?.remove()
  rmSync(folder, { recursive: true, force: true })
})
beforeEach(() => {
  vi.spyOn(performance, 'now').mockImplementation(() => start + ahead)
  vi.spyOn(process.stdout, 'write').mockImplementation((text) => {
    lines.push(String(text))
    return true
  })
})
afterEach(async () => {
  for (const work of afterwards.splice(0)) work()
  await closeHistory()
  vi.restoreAllMocks()
  lines = []
})

/** What `/readyz` says of the history, three seconds after the last question. */
async function soon(): Promise<string | null> {
  ahead += 3001
  const ready = readySchema.parse(await (await readyz()).json())
  expect(ready.ready).toBe(true)
  const line = ready.checks.find(({ check }) => check === 'history')
  expect(line?.standing).toBe(line?.reason === null ? 'ok' : 'degraded')
  return line?.reason ?? null
}

/** The same, once the last probe has ended. */
async function reason(): Promise<string | null> {
  await globalThis.sealwatchHistoryHealth?.probing
  return soon()
}

/** Asks until the answer is this one; the time limit of the test ends it. */
async function until(wanted: string | null): Promise<void> {
  for (let found = await reason(); found !== wanted; found = await reason()) await new Promise(setImmediate)
}

async function store(): Promise<Store> {
  const opened = await history()
  if (!opened.ok) throw new Error(opened.failure.kind)
  return opened.value
}

let vms = 0
/** Writes new VMs, some hundred kilobytes. */
const write = (to: Store) =>
  writeObservations(
    to,
    Array.from({ length: 200 }, () => observation(0, moving(1), { id: vmIdOf(`vm-${(vms += 1)}`), vmId: `vm-${vms}` })),
  )

async function use(database: Database): Promise<Store> {
  current.config = testConfig(database)
  await until(null)
  lines = []
  return store()
}
const useSqlite = (dataDir: string) => use({ kind: 'sqlite', file: join(dataDir, 'history.sqlite') })

const unreachable = ['unreachable', 'ENOENT'] as const
const usable = ['usable', null] as const

describe('SQLite', () => {
  it('is full at its size limit until there is room, and the fleet says so too', async () => {
    const opened = await useSqlite(join(folder, 'limit'))
    const { rows } = await sql<{ page_count: number }>`pragma page_count`.execute(opened.db)
    await sql`pragma max_page_count = ${sql.lit(rows[0]!.page_count + 20)}`.execute(opened.db)
    expect(await write(opened)).toMatchObject({ ok: false, failure: { kind: 'full', code: 'SQLITE_FULL' } })
    // Without another write: what the last one said counts, and a probe that fits into a page does not hide it.
    expect(await reason()).toBe('full')
    expect(await reason()).toBe('full')
    const tenant = await stack.tenant({ scenario: 'mixed', seed: 7 })
    const { events } = await readFleet(await ask(getFleet, tenant, 'Aiko Tanaka'))
    expect(events.filter(({ type }) => type === 'history')).toContainEqual(expect.objectContaining({ failure: 'full' }))
    expect(logged()).toEqual([['full', 'SQLITE_FULL']])
    await sql`pragma max_page_count = 100000`.execute(opened.db)
    await until(null)
    expect(logged()).toEqual([usable])
    await remembered()
    expect(await write(opened)).toMatchObject({ ok: true })
  })

  it('is tried again after ten seconds and a random part, so that programs do not all try at once', async () => {
    const opened = await useSqlite(join(folder, 'again'))
    vi.spyOn(Math, 'random').mockReturnValue(0.5)
    const timers = vi.spyOn(globalThis, 'setTimeout')
    await sql`pragma query_only = ON`.execute(opened.db)
    await until('read-only')
    expect(timers.mock.calls.map(([, milliseconds]) => milliseconds).filter((each) => (each ?? 0) >= 10_000)).toEqual([
      11_250,
    ])
  })

  it.skipIf(disk === null)('is full on a full disk', async () => {
    const opened = await useSqlite(join(disk!.folder, 'data'))
    disk!.fill()
    afterwards.push(disk!.free)
    expect(await write(opened)).toMatchObject({ ok: false, failure: { kind: 'full' } })
    expect(await reason()).toBe('full')
    expect(logged()).toEqual([['full', 'SQLITE_FULL']])
    afterwards.pop()!()
    await until(null)
    expect(logged()).toEqual([usable])
  })

  it('acknowledges nothing after its file was removed, and takes the file or a backup when it is back', async () => {
    const opened = await useSqlite(join(folder, 'removed'))
    expect(await write(opened)).toMatchObject({ ok: true })
    const [file, aside, backup] = ['history.sqlite', 'aside', 'backup'].map((name) => join(folder, 'removed', name))
    await sql`vacuum into ${sql.lit(backup!)}`.execute(opened.db)
    renameSync(file!, aside!)
    expect(await write(opened)).toMatchObject({ ok: false, failure: { kind: 'unreachable', code: 'ENOENT' } })
    expect(await reason()).toBe('unreachable')
    expect(await history()).toMatchObject({ ok: false })
    renameSync(aside!, file!)
    await until(null)
    expect(await store()).toBe(opened)
    renameSync(file!, aside!)
    await until('unreachable')
    for (const rest of ['-wal', '-shm']) rmSync(`${file!}${rest}`)
    copyFileSync(backup!, file!)
    await until(null)
    expect(logged()).toEqual([unreachable, usable, unreachable, usable])
    const restored = await store()
    expect(restored).not.toBe(opened)
    expect(await restored.db.selectFrom('machines').select('id').execute()).toHaveLength(200)
    expect(await write(restored)).toMatchObject({ ok: true })
  })

  it.skipIf(disk === null)('may no longer open its file for writing', async () => {
    await useSqlite(join(disk!.folder, 'data'))
    disk!.forbidWriting()
    afterwards.push(disk!.allowWriting)
    expect(await reason()).toBe('read-only')
    expect(logged()).toEqual([['read-only', 'EROFS']])
    afterwards.pop()!()
    await until(null)
    expect(logged()).toEqual([usable])
  })

  it('is behind while observations wait for more than a minute', async () => {
    await useSqlite(join(folder, 'behind'))
    noteWaiting(100)
    expect(await reason()).toBe(null)
    ahead += 61_000
    expect(await reason()).toBe('behind')
    noteWaiting(90)
    expect(await reason()).toBe('behind')
    noteWaiting(0)
    expect(await reason()).toBe(null)
    expect(logged()).toEqual([['behind', null], usable])
  })
})

describe('PostgreSQL', () => {
  let server: TestPostgres
  beforeAll(async () => {
    server = await startPostgres()
  })
  afterAll(() => server.stop())

  const usePostgres = (url: string) => use({ kind: 'postgres', url })

  for (const signal of ['SIGINT', 'SIGKILL'] as const)
    it(`is unreachable after ${signal}, until it runs again`, async () => {
      const opened = await usePostgres(await server.database())
      expect(await write(opened)).toMatchObject({ ok: true })
      await server.halt(signal)
      await until('unreachable')
      const [[code, database] = ['', null], ...more] = logged()
      expect([code, more]).toEqual(['unreachable', []])
      expect(database).toMatch(/^(?:57P0[0-9]|ECONNREFUSED|ECONNRESET|EPIPE)$/)
      await server.resume()
      await until(null)
      expect(logged()).toEqual([usable])
      expect(await write(opened)).toMatchObject({ ok: true })
    })

  it('does not answer while it is frozen: one code, with one line in the log', async () => {
    await usePostgres(await server.database())
    await server.freeze()
    afterwards.push(server.thaw)
    // The probe is late at the second question; then the driver gives up, and the next one begins.
    await soon()
    expect(await soon()).toBe('timed-out')
    for (let round = 0; round < 2; round += 1)
      expect([await reason(), await soon()]).toEqual(['timed-out', 'timed-out'])
    expect(logged()).toEqual([['timed-out', 'ETIMEDOUT']])
    afterwards.pop()!()
    await until(null)
    expect(logged()).toEqual([usable])
  })

  it('is read-only', async () => {
    await usePostgres(await server.database())
    await server.query('alter system set default_transaction_read_only = on')
    await server.query('select pg_reload_conf()')
    await until('read-only')
    expect(logged()).toEqual([['read-only', '25006']])
    await server.query('alter system reset default_transaction_read_only')
    await server.query('select pg_reload_conf()')
    await until(null)
    expect(logged()).toEqual([usable])
  })

  it.skipIf(disk === null)('is full on a full disk', async () => {
    const space = join(disk!.folder, 'space')
    mkdirSync(space)
    if (server.systemUser !== undefined) spawnSync('chown', [server.systemUser, space])
    const url = await server.database()
    await server.query(`create tablespace small location '${space}'`)
    await server.query(`alter database ${new URL(url).pathname.slice(1)} set default_tablespace = small`)
    const opened = await usePostgres(url)
    disk!.fill()
    afterwards.push(disk!.free)
    let written = await write(opened)
    while (written.ok) written = await write(opened)
    expect(written.failure).toEqual({ kind: 'full', code: '53100' })
    expect(await reason()).toBe('full')
    expect(logged()).toEqual([['full', '53100']])
    afterwards.pop()!()
    await until(null)
    expect(logged()).toEqual([usable])
  })
})
