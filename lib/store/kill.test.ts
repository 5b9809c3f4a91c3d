import { spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import type { Database } from '@/lib/config/history-config'
import { readTimeline } from './read-timeline'
import type { Store } from './store'
import { useDatabases } from './testing/databases'
import { observation, moving, startOfTime, vmIdOf } from './testing/observations'

const program = fileURLToPath(new URL('testing/writer.ts', import.meta.url))
const tsconfig = fileURLToPath(new URL('../../tooling/launch/tsconfig.programs.json', import.meta.url))
const top = fileURLToPath(new URL('../..', import.meta.url))

/**
 * Starts a writer, kills it with SIGKILL after so many acknowledgements, and returns everything that it acknowledged.
 */
function killedAfter(count: number, database: Database, writer: number): Promise<number[]> {
  const acknowledged: number[] = []
  const child = spawn(process.execPath, ['--import', 'tsx', program, JSON.stringify(database), String(writer)], {
    cwd: top,
    env: { ...process.env, TSX_TSCONFIG_PATH: tsconfig },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let complaint = ''
  child.stderr.on('data', (chunk: Buffer) => (complaint += chunk.toString()))
  createInterface({ input: child.stdout }).on('line', (line) => {
    acknowledged.push(Number(line))
    if (acknowledged.length === count) child.kill('SIGKILL')
  })
  return new Promise((resolve, reject) => {
    child.on('close', (_code, signal) => {
      if (signal === 'SIGKILL') resolve(acknowledged)
      else reject(new Error(complaint))
    })
  })
}

async function seen(store: Store, name: string): Promise<(second: number) => boolean> {
  const read = await readTimeline(store, observation(0, moving(0), { id: vmIdOf(name), vmId: name }), 0)
  if (!read.ok) throw new Error(read.failure.kind)
  expect(read.value.unreadable).toBe(0)
  const rows = read.value.observations
  return (second) => {
    const at = new Date(startOfTime + second * 1000).toISOString()
    return rows.some((row) => row.firstSeen <= at && at <= row.lastSeen)
  }
}

/** Five kills per round. `npm run -s bench -- kills` kills the server and the collector themselves. */
const rounds = Number(process.env['SEALWATCH_KILL_ROUNDS'] ?? 1)

describe('kills at any moment', () => {
  for (const database of useDatabases()) {
    it(`lose nothing that was acknowledged: ${database.name}`, async () => {
      const place = await database.fresh()
      const seed = Date.now()
      for (let round = 0; round < rounds; round += 1) {
        // Five at once, so that every kill happens while others write; their numbers are new each time.
        const writers = [1, 2, 3, 4, 5].map((index) => round * 5 + index)
        const killed = await Promise.all(
          writers.map((writer) => killedAfter(3 + ((seed >> writer) & 15), place, writer)),
        )
        const store = await database.open(place)
        const shared = await seen(store, 'vm-shared')
        for (const [index, writer] of writers.entries()) {
          const own = await seen(store, `vm-${writer}`)
          for (const second of killed[index] ?? []) {
            expect([own(second + writer), shared(second + writer)], `seed ${seed}, ${second}`).toEqual([true, true])
          }
        }
      }
      const store = await database.open(place)
      if (database.name === 'SQLite') {
        const { rows } = await sql<{ integrity_check: string }>`pragma integrity_check`.execute(store.db)
        expect(rows).toEqual([{ integrity_check: 'ok' }])
      }
    })
  }
})
