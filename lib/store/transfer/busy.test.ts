import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeEach, expect, it, vi } from 'vitest'
import { migrateDatabase } from '../store'
import { useDatabases } from '../testing/databases'
import { testConfig } from '../testing/databases-config'
import { startHoldingRelay } from '../testing/holding-relay'
import { filled, place } from '../testing/transfers'
import { backUpStore } from './backup'
import { copyStore } from './copy'
import { restoreStore } from './restore'

const folder = mkdtempSync(join(tmpdir(), 'sealwatch-busy-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] }))
afterEach(() => void vi.useRealTimers())

const [sqlite, postgres] = useDatabases()

/** Runs work on a database whose machine takes half a minute to accept a connection, and a minute for such a statement. */
async function slowly<T>(statement: string, url: string, work: (url: string) => Promise<T>): Promise<T> {
  const seen = { connections: 0, statements: 0 }
  const relay = await startHoldingRelay(url, (text) => {
    if (text === '') seen.connections += 1
    else if (text.includes(statement)) seen.statements += 1
    else return
    vi.advanceTimersByTime(text === '' ? 30_000 : 60_000)
  })
  const done = await work(relay.url)
  await relay.stop()
  if (Math.min(seen.connections, seen.statements) === 0) throw new Error(JSON.stringify([done, seen]))
  return done
}

it('a busy database ends no command: it is waited for', async () => {
  const present = await filled(await postgres!.fresh())
  const url = present.kind === 'postgres' ? present.url : ''
  const file = join(folder, 'backup')
  const at = (where: string) => place({ kind: 'postgres', url: where })
  expect(await slowly('declare transfer', url, (where) => backUpStore(at(where), file))).toMatchObject({ ok: true })
  expect(await slowly('delete from "observations"', url, (where) => restoreStore(file, at(where), true))).toMatchObject(
    { ok: true },
  )
  const empty = await postgres!.fresh()
  const other = empty.kind === 'postgres' ? empty.url : ''
  const from = place(await filled(await sqlite!.fresh()))
  expect(await slowly('insert into "observations"', other, (where) => copyStore(from, at(where), true))).toMatchObject({
    ok: true,
  })
})

it('a migration of a large database may take its time', async () => {
  const empty = await postgres!.fresh()
  const url = empty.kind === 'postgres' ? empty.url : ''
  const migrated = await slowly('create table "machines"', url, (where) =>
    migrateDatabase(testConfig({ kind: 'postgres', url: where })),
  )
  expect(migrated).toMatchObject({ ok: true })
})
