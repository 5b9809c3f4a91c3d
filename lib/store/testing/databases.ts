import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll } from 'vitest'
import type { Database, HistoryConfig } from '@/lib/config/history-config'
import { openStore, type Store } from '../store'
import { testConfig } from './databases-config'
import { startPostgres, type TestPostgres } from './postgres'

export interface TestDatabase {
  readonly name: 'SQLite' | 'PostgreSQL'
  /** A new, empty database. */
  readonly fresh: () => Promise<Database>
  /** Opens a store; closed after the test. */
  readonly open: (database?: Database, more?: Partial<HistoryConfig>) => Promise<Store>
  readonly postgres: () => TestPostgres
}

/** Both real databases. Call at the top of a `describe`. */
export function useDatabases(): readonly TestDatabase[] {
  const folders: string[] = []
  const stores: Store[] = []
  let server: TestPostgres | undefined
  const postgres = (): TestPostgres => {
    if (server === undefined) throw new Error('PostgreSQL is not running')
    return server
  }
  beforeAll(async () => {
    server = await startPostgres()
  }, 60_000)
  afterEach(async () => {
    for (const store of stores.splice(0)) await store.close()
  })
  afterAll(async () => {
    await server?.stop()
    for (const folder of folders) rmSync(folder, { recursive: true, force: true })
  })
  const fresh: Record<TestDatabase['name'], TestDatabase['fresh']> = {
    SQLite: () => {
      const folder = mkdtempSync(join(tmpdir(), 'sealwatch-store-'))
      folders.push(folder)
      return Promise.resolve({ kind: 'sqlite', file: join(folder, 'data', 'history.sqlite') })
    },
    PostgreSQL: async () => ({ kind: 'postgres', url: await postgres().database() }),
  }
  return (['SQLite', 'PostgreSQL'] as const).map((name) => ({
    name,
    fresh: fresh[name],
    postgres,
    open: async (database, more) => {
      const opened = await openStore(testConfig(database ?? (await fresh[name]()), more))
      if (!opened.ok) throw new Error(`no store: ${opened.failure.kind} ${opened.failure.code}`)
      stores.push(opened.value)
      return opened.value
    },
  }))
}
