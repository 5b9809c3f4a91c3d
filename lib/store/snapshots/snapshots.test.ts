import { describe, expect, it } from 'vitest'
import { readAuditLog } from '../audit-log/read'
import type { Result } from '@/lib/shared/result'
import type { StoreFailure } from '../failure'
import type { Store } from '../store'
import { useDatabases } from '../testing/databases'
import { publishDraft, putDraft, snapshotsPerPerson, type Draft } from './drafts'
import { forgetSnapshots } from './forget'
import { endTry, noteOpened, openSnapshot, revokeSnapshot, snapshotsOfPerson, takeTry } from './links'
import type { SnapshotOwner } from './types'

const owner: SnapshotOwner = { cloud: 'public', tenantId: 'tenant-1', personId: 'person-1' }
const otherPeople: readonly SnapshotOwner[] = [
  { ...owner, personId: 'person-2' },
  { ...owner, tenantId: 'tenant-2' },
  { ...owner, cloud: 'china' },
]
const now = 1_800_000_000_000
const hour = 3_600_000

async function good<T>(result: Promise<Result<T, StoreFailure>>): Promise<T> {
  const done = await result
  if (!done.ok) throw new Error(done.failure.kind)
  return done.value
}

const draft = (id: string, more: Partial<Draft> = {}): Draft => ({
  id,
  owner,
  kind: 'vm',
  title: 'vm-1',
  withheld: ['tenant'],
  content: `{"of":"${id}"}`,
  now,
  ...more,
})

async function publish(store: Store, id: string, more: { hours?: number; at?: number } = {}): Promise<boolean> {
  const { hours = 1, at = now } = more
  await good(putDraft(store, draft(id, { now: at })))
  const wanted = { tokenHash: `hash-${id}`, passphrase: null, expiresAt: at + hours * hour, now: at }
  return good(publishDraft(store, owner, id, wanted))
}

const opens = async (store: Store, id: string, at = now) =>
  (await good(openSnapshot(store, `hash-${id}`, at)))?.content ?? null

for (const database of useDatabases()) {
  describe(`snapshots in ${database.name}`, () => {
    it('open what was previewed, until they expire', async () => {
      const store = await database.open()
      expect(await publish(store, 'a')).toBe(true)
      expect(await opens(store, 'a')).toBe('{"of":"a"}')
      expect(await opens(store, 'a', now + hour - 1)).toBe('{"of":"a"}')
      expect(await opens(store, 'a', now + hour)).toBeNull()
      expect(await opens(store, 'b')).toBeNull()
    })

    it('end at once for another process, and lose their content', async () => {
      const place = await database.fresh()
      const [one, other] = [await database.open(place), await database.open(place)]
      await publish(one, 'a')
      expect(await opens(other, 'a')).toBe('{"of":"a"}')
      expect(await good(revokeSnapshot(one, owner, 'a', now + 1))).toBe(true)
      expect(await opens(other, 'a')).toBeNull()
      const { content } = await other.db.selectFrom('snapshots').select('content').executeTakeFirstOrThrow()
      expect(content).toBe('')
      expect(await good(revokeSnapshot(other, owner, 'a', now + 2))).toBe(false)
    })

    it('belong to their creator: no other user publishes, ends or lists them', async () => {
      const store = await database.open()
      await good(putDraft(store, draft('a')))
      const wanted = { tokenHash: 'hash-a', passphrase: null, expiresAt: now + hour, now }
      for (const otherPerson of otherPeople)
        expect(await good(publishDraft(store, otherPerson, 'a', wanted))).toBe(false)
      expect(await good(publishDraft(store, owner, 'a', wanted))).toBe(true)
      for (const otherPerson of otherPeople) {
        expect(await good(revokeSnapshot(store, otherPerson, 'a', now))).toBe(false)
        expect(await good(snapshotsOfPerson(store, otherPerson))).toEqual({ snapshots: [], events: [] })
      }
      expect(await opens(store, 'a')).not.toBeNull()
    })

    it('are created once per draft, from a recent draft, and up to a limit', async () => {
      const store = await database.open()
      await publish(store, 'a')
      const wanted = { tokenHash: 'hash-again', passphrase: null, expiresAt: now + hour, now }
      expect(await good(publishDraft(store, owner, 'a', wanted))).toBe(false)
      await good(putDraft(store, draft('old', { now: now - 16 * 60_000 })))
      expect(await good(publishDraft(store, owner, 'old', { ...wanted, tokenHash: 'hash-old' }))).toBe(false)
      for (let count = 1; count < snapshotsPerPerson; count += 1)
        expect(await publish(store, `more-${count}`)).toBe(true)
      expect(await publish(store, 'too-many')).toBe(false)
      expect(await good(revokeSnapshot(store, owner, 'more-1', now))).toBe(true)
      expect(await publish(store, 'room-again')).toBe(true)
    })

    it('allow a limited number of passphrase tries, for any number at once', async () => {
      const store = await database.open()
      await publish(store, 'a')
      const tries = { most: 10, since: now - 900_000 }
      const taken = await Promise.all(Array.from({ length: 50 }, () => good(takeTry(store, 'a', tries, now))))
      expect(taken.filter(Boolean)).toHaveLength(10)
      await good(endTry(store, 'a', true, now))
      expect(await good(takeTry(store, 'a', tries, now))).toBe(true)
      expect(await good(takeTry(store, 'a', tries, now))).toBe(false)
      const later = now + 900_001
      expect(await good(takeTry(store, 'a', { most: 10, since: later - 900_000 }, later))).toBe(true)
    })

    it('list their events for their creator, newest first, without their content', async () => {
      const store = await database.open()
      await publish(store, 'a')
      await good(noteOpened(store, 'a', now + 1))
      await good(endTry(store, 'a', false, now + 2))
      await good(revokeSnapshot(store, owner, 'a', now + 3))
      const { snapshots, events } = await good(snapshotsOfPerson(store, owner))
      expect(snapshots).toMatchObject([{ id: 'a', views: 1, revokedAt: now + 3, content: '', withheld: ['tenant'] }])
      expect(events.map(({ kind }) => kind)).toEqual(['revoked', 'refused', 'opened', 'made'])
    })

    it('count every opening, and after 200 store one event for an hour, which states so', async () => {
      const store = await database.open()
      await publish(store, 'a')
      for (let opening = 0; opening < 220; opening += 1) await good(noteOpened(store, 'a', now + opening))
      // The openings hide no wrong passphrase.
      await good(endTry(store, 'a', false, now + 300))
      await good(noteOpened(store, 'a', now + 3_599_000))
      await good(noteOpened(store, 'a', now + 3_700_000))
      const { snapshots } = await good(snapshotsOfPerson(store, owner))
      expect(snapshots[0]?.views).toBe(222)
      const query = { kinds: [], person: null, from: null, to: null, before: null, limit: 500 }
      const stored = await good(readAuditLog(store, query))
      expect(stored.filter(({ kind }) => kind === 'snapshot-opened')).toHaveLength(202)
      expect(stored.slice(0, 3).map(({ kind, at, detail }) => [kind, at - now, detail])).toEqual([
        ['snapshot-opened', 3_700_000, { hourly: true, openings: 222 }],
        ['snapshot-refused', 300, {}],
        ['snapshot-opened', 200, { hourly: true, openings: 201 }],
      ])
    })

    it('are deleted in time: drafts and contents at once, names after a month', async () => {
      const store = await database.open()
      await publish(store, 'short')
      await publish(store, 'long', { hours: 720 })
      await good(putDraft(store, draft('draft')))
      const kept = async () =>
        (await store.db.selectFrom('snapshots').orderBy('id').select(['id', 'content']).execute()).map(
          ({ id, content }) => [id, content !== ''],
        )
      await forgetSnapshots(store, now + 2 * hour)
      expect(await kept()).toEqual([
        ['long', true],
        ['short', false],
      ])
      await forgetSnapshots(store, now + 31 * 24 * hour)
      expect(await kept()).toEqual([['long', false]])
    })
  })
}
