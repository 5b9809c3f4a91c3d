import { describe, expect, it } from 'vitest'
import { endedTokensSince, noteEndedToken } from './ended-tokens'
import { prune } from './prune'
import { useDatabases } from './testing/databases'

const token = (fingerprint: string, endedAt: number, expiresAt: number) => ({
  fingerprint,
  person: 'public|t|p',
  endedAt,
  expiresAt,
})

describe('ended tokens', () => {
  for (const database of useDatabases()) {
    it(`are listed from when they were ended until they expire: ${database.name}`, async () => {
      const store = await database.open()
      const now = Date.now()
      const good = token('good', now - 2000, now + 60_000)
      for (const each of [token('long ago', now - 9000, now + 60_000), good, good, token('over', now - 1000, now - 1)])
        expect(await noteEndedToken(store, each)).toMatchObject({ ok: true })
      const since = async (time: number) => {
        const answered = await endedTokensSince(store, { since: time, now, limit: 10 })
        return answered.ok ? answered.value : []
      }
      expect(await since(now - 3000)).toEqual([good])
      expect((await since(0)).map(({ fingerprint }) => fingerprint)).toEqual(['good', 'long ago'])
      expect((await prune(store, now)).ok).toBe(true)
      expect(await store.db.selectFrom('ended_tokens').select('fingerprint').orderBy('fingerprint').execute()).toEqual([
        { fingerprint: 'good' },
        { fingerprint: 'long ago' },
      ])
    })
  }
})
