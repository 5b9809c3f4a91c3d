import { describe, expect, it } from 'vitest'
import { randomBytes } from 'node:crypto'
import { readFileSync, readdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { Result } from '@/lib/shared/result'
import type { StoreFailure } from '../failure'
import type { Store } from '../store'
import { useDatabases } from '../testing/databases'
import { readAuditLog } from '../audit-log/read'
import { historyBytes, prune } from '../prune'
import { recordObservations } from '../record-observations'
import { moving, observation, startOfTime } from '../testing/observations'
import { mostBytesPerPerson, mostSnapshotBytes } from './budget'
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

const databases = useDatabases()
for (const database of databases) {
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
      const query = {
        kinds: [],
        tenantId: owner.tenantId,
        person: null,
        from: null,
        to: null,
        before: null,
        limit: 500,
      }
      const stored = await good(readAuditLog(store, query))
      expect(stored.filter(({ kind }) => kind === 'snapshot-opened')).toHaveLength(202)
      expect(stored.slice(0, 3).map(({ kind, at, detail }) => [kind, at - now, detail])).toEqual([
        ['snapshot-opened', 3_700_000, { hourly: true, openings: 222 }],
        ['snapshot-refused', 300, {}],
        ['snapshot-opened', 200, { hourly: true, openings: 201 }],
      ])
    })

    it('have a limit in bytes, each, for one user and together', async () => {
      const store = await database.open(undefined, { maxBytes: 12 * mostBytesPerPerson })
      // Random, so that a database that compresses stores all of it.
      const large = () => randomBytes((mostSnapshotBytes * 3) / 4 - 3000).toString('base64')
      expect(await good(putDraft(store, draft('too-large', { content: '.'.repeat(mostSnapshotBytes + 1) })))).toBe(
        false,
      )
      const share = async (id: string, who: SnapshotOwner) => {
        if (!(await good(putDraft(store, draft(id, { owner: who, content: large() }))))) return 'no room'
        return good(publishDraft(store, who, id, { tokenHash: id, passphrase: null, expiresAt: now + hour, now }))
      }
      const own: (boolean | string)[] = []
      for (let count = 0; count < 21; count += 1) own.push(await share(`own-${count}`, owner))
      expect(own).toEqual([...Array.from({ length: 20 }, () => true), false])
      const others: (boolean | string)[] = []
      for (let count = 0; count < 5; count += 1) others.push(await share(`other-${count}`, { ...owner, personId: 'b' }))
      expect(others).toEqual([true, true, true, 'no room', 'no room'])
      expect(await good(revokeSnapshot(store, owner, 'own-0', now))).toBe(true)
      expect(await share('own-again', owner)).toBe(true)
    })

    it('take nothing from the history: neither its size nor its rows', async () => {
      const store = await database.open(undefined, { maxBytes: 10 * mostSnapshotBytes })
      const observations = Array.from({ length: 500 }, (_, index) => observation(index, moving(index % 100)))
      await good(recordObservations(store, observations))
      const before = await historyBytes(store)
      const content = randomBytes(mostSnapshotBytes / 2).toString('base64')
      expect(await good(putDraft(store, draft('a', { content })))).toBe(true)
      expect(Math.abs((await historyBytes(store)) - before)).toBeLessThan(mostSnapshotBytes / 20)
      expect(await good(prune(store, startOfTime))).toMatchObject({ old: 0, forSize: 0 })
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

describe('the files of SQLite', () => {
  it('contain nothing of a link that was revoked, replaced as a draft or expired', async () => {
    const sqlite = databases[0]!
    const place = await sqlite.fresh()
    if (place.kind !== 'sqlite') throw new Error('not SQLite')
    const store = await sqlite.open(place)
    const folder = dirname(place.file)
    /** Larger than a page, and smaller: SQLite stores the two in different places. */
    const canary = (name: string) => `<canary ${name}>`.repeat(name.startsWith('large') ? 2000 : 4)
    const found = () => {
      const bytes = readdirSync(folder).map((name) => readFileSync(join(folder, name)).toString('latin1'))
      return new Set(bytes.join('').match(/<canary [a-z-]+>/g))
    }
    const names = ['large-revoked', 'small-revoked', 'large-expired', 'small-expired', 'large-open']
    for (const name of names) {
      await good(putDraft(store, draft(name, { content: canary(name) })))
      const hours = name.endsWith('expired') ? 1 : 100
      const wanted = { tokenHash: name, passphrase: null, expiresAt: now + hours * hour, now }
      await good(publishDraft(store, owner, name, wanted))
    }
    await good(putDraft(store, draft('draft', { content: canary('large-draft') })))
    expect(found().size).toBe(names.length + 1)
    for (const name of names.slice(0, 2)) await good(revokeSnapshot(store, owner, name, now))
    expect([...found()].filter((name) => name.endsWith('revoked>'))).toEqual([])
    await forgetSnapshots(store, now + 2 * hour)
    expect([...found()]).toEqual(['<canary large-open>'])
  })
})
