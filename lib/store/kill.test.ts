import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import type { Database } from '@/lib/config/history-config'
import { useDatabases } from './testing/databases'
import { observedSeconds, startWriter } from './testing/writers'

/** Starts a writer, kills it after so many acknowledgements, and returns everything that it acknowledged. */
async function killedAfter(count: number, database: Database, number: number): Promise<readonly number[]> {
  const writer = startWriter(database, number)
  await writer.after(count)
  writer.process.kill('SIGKILL')
  await writer.ended
  return writer.acknowledged
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
        const shared = await observedSeconds(store, 'vm-shared')
        for (const [index, writer] of writers.entries()) {
          const own = await observedSeconds(store, `vm-${writer}`)
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
