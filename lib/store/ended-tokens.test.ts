import { describe, expect, it } from 'vitest'
import { endedTokensAfter, noteEndedToken, type EndedTokensAfter } from './ended-tokens'
import { prune } from './prune'
import { recordObservations } from './record-observations'
import { observation, quiet, startOfTime } from './testing/observations'
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
        const answered = await endedTokensAfter(store, { endedAt: time, fingerprint: '' }, { now, limit: 10 })
        return answered.ok ? answered.value : []
      }
      expect(await since(now - 3000)).toEqual([good])
      expect((await since(0)).map(({ fingerprint }) => fingerprint)).toEqual(['long ago', 'good'])
      const names = () => store.db.selectFrom('ended_tokens').select('fingerprint').orderBy('fingerprint').execute()
      // Without any time of Azure this machine's clock may be wrong: nothing is deleted.
      expect(await prune(store, now)).toMatchObject({ value: { countedFrom: null } })
      expect(await names()).toHaveLength(3)
      await recordObservations(store, [observation((now - startOfTime) / 1000, quiet)])
      expect((await prune(store, now)).ok).toBe(true)
      expect(await names()).toEqual([{ fingerprint: 'good' }, { fingerprint: 'long ago' }])
    })

    it(`are listed completely by pages, also those of one millisecond: ${database.name}`, async () => {
      const store = await database.open()
      const now = Date.now()
      const names = Array.from({ length: 25 }, (_, index) => `token ${String(index).padStart(2, '0')}`)
      for (const name of names) await noteEndedToken(store, token(name, now - 1000, now + 60_000))
      const seen: string[] = []
      for (let after: EndedTokensAfter = { endedAt: 0, fingerprint: '' }; ;) {
        const page = await endedTokensAfter(store, after, { now, limit: 10 })
        const found = page.ok ? page.value : []
        seen.push(...found.map(({ fingerprint }) => fingerprint))
        const last = found.at(-1)
        if (last === undefined) break
        after = last
      }
      expect(seen).toEqual(names)
    })
  }
})
