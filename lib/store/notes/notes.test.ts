import { describe, expect, it } from 'vitest'
import type { Result } from '@/lib/shared/result'
import { endAccess } from '../end-access'
import { prune } from '../prune'
import { recordObservations } from '../record-observations'
import type { Store } from '../store'
import { useDatabases } from '../testing/databases'
import { observation, quiet, startOfTime } from '../testing/observations'
import { changeNotes, keysWithBody, notesOf, removeWave, type NoteChange } from './notes'
import { noteLimits, type NotesTenant } from './types'

function got<T>(result: Result<T, { readonly kind: string; readonly code: string | null }>): T {
  if (!result.ok) throw new Error(`${result.failure.kind} ${result.failure.code}`)
  return result.value
}

const day = 86_400_000
const tenant: NotesTenant = { cloud: 'public', tenantId: 'Tenant-1' }
const memberBody = JSON.stringify({ wave: 'w' })

function writing(person = 'person-1', now = 1000) {
  const who = { ...tenant, personId: person }
  const event = { at: now, kind: 'members-changed', who, address: null, subject: 'w', detail: {} } as const
  return { by: { id: person, name: `Name of ${person}` }, now, event }
}

const members = (...notes: NoteChange['notes']): NoteChange => ({ kind: 'member', notes, body: memberBody })
const change = async (store: Store, what: NoteChange, how = writing(), where = tenant) =>
  got(await changeNotes(store, where, what, how))

async function saved(store: Store, what: NoteChange, how = writing()): Promise<string> {
  const outcome = await change(store, what, how)
  if (outcome.kind !== 'saved') throw new Error(outcome.kind)
  return outcome.version
}

const keysOf = async (store: Store, where = tenant) =>
  got(await notesOf(store, where, ['wave', 'member', 'acknowledgement'])).map(({ kind, key }) => `${kind} ${key}`)
const eventsOf = async (store: Store) => (await store.db.selectFrom('trail').select('id').execute()).length

describe('notes', () => {
  for (const database of useDatabases()) {
    describe(database.name, () => {
      it('are stored once per kind and VM of a tenant, with their last author, and an audit event for each change', async () => {
        const store = await database.open()
        const version = await saved(store, members({ key: 'vm-a', version: null }, { key: 'vm-b', version: null }))
        const acknowledgement = {
          kind: 'acknowledgement',
          notes: [{ key: 'vm-a', version: null }],
          body: '{}',
        } as const
        await saved(store, acknowledgement)
        const next = await saved(
          store,
          { ...members({ key: 'vm-a', version }), body: '{"wave":"x"}' },
          writing('person-2', 5),
        )
        expect(next).not.toBe(version)
        expect(got(await notesOf(store, tenant, ['member']))).toEqual([
          {
            kind: 'member',
            key: 'vm-a',
            version: next,
            body: '{"wave":"x"}',
            by: { id: 'person-2', name: 'Name of person-2' },
            changedAt: 5,
            isPrivate: false,
          },
          {
            kind: 'member',
            key: 'vm-b',
            version,
            body: memberBody,
            by: { id: 'person-1', name: 'Name of person-1' },
            changedAt: 1000,
            isPrivate: false,
          },
        ])
        expect(got(await keysWithBody(store, tenant, 'member', memberBody))).toEqual(['vm-b'])
        expect(await keysOf(store, { ...tenant, tenantId: 'tenant-2' })).toEqual([])
        expect(await keysOf(store, { ...tenant, cloud: 'china' })).toEqual([])
        expect(await eventsOf(store)).toBe(3)
        await saved(store, {
          kind: 'acknowledgement',
          notes: [{ key: 'vm-a', version: got(await notesOf(store, tenant, ['acknowledgement']))[0]?.version ?? '' }],
          body: null,
        })
        expect(await keysOf(store, { ...tenant, tenantId: 'TENANT-1' })).toEqual(['member vm-a', 'member vm-b'])
      })

      it('are changed all or none: not where one has another version than its user saw', async () => {
        const store = await database.open()
        const version = await saved(store, members({ key: 'vm-a', version: null }))
        const stale = [
          [{ key: 'vm-a', version: null }],
          [{ key: 'vm-a', version: 'forged' }],
          [
            { key: 'vm-b', version: null },
            { key: 'vm-a', version: `${version}x` },
          ],
        ]
        for (const notes of stale)
          expect(await change(store, members(...notes))).toEqual({ kind: 'conflict', key: 'vm-a', version })
        expect(await change(store, members({ key: 'vm-c', version: 'gone' }))).toEqual({
          kind: 'conflict',
          key: 'vm-c',
          version: null,
        })
        expect(await change(store, { ...members({ key: 'vm-a', version: null }), body: null })).toMatchObject({
          kind: 'conflict',
        })
        expect(await keysOf(store)).toEqual(['member vm-a'])
        expect(await eventsOf(store)).toBe(1)
      })

      it('let one of two simultaneous writers win, of a new note and of a known one', async () => {
        const place = await database.fresh()
        const stores = await Promise.all([0, 1, 2, 3].map(() => database.open(place)))
        const [first] = stores
        for (const version of [null, 'known'] as const) {
          const seen = version === null ? null : (got(await notesOf(first!, tenant, ['member']))[0]?.version ?? null)
          const outcomes = await Promise.all(
            stores.map((store, index) =>
              change(store, members({ key: 'vm-a', version: seen }), writing(`person-${index}`)),
            ),
          )
          expect(outcomes.filter(({ kind }) => kind === 'saved')).toHaveLength(1)
          expect(outcomes.filter(({ kind }) => kind === 'conflict')).toHaveLength(3)
        }
      })

      it('are limited for each user and tenant', async () => {
        const store = await database.open()
        const { person, tenant: all } = noteLimits.wave
        const waves = (from: number, count: number): NoteChange => ({
          kind: 'wave',
          notes: Array.from({ length: count }, (_, index) => ({ key: `wave-${from + index}`, version: null })),
          body: '{}',
        })
        const version = await saved(store, waves(0, person))
        expect(await change(store, waves(person, 1))).toEqual({ kind: 'full' })
        await saved(store, { kind: 'wave', notes: [{ key: 'wave-0', version }], body: '{"a":1}' })
        for (let from = person; from < all; from += person)
          await saved(store, waves(from, person), writing(`person ${from}`))
        expect(await change(store, waves(all, 1), writing('another'))).toEqual({ kind: 'full' })
        expect(await change(store, waves(0, 1), writing('another'), { ...tenant, tenantId: 'tenant-2' })).toMatchObject(
          {
            kind: 'saved',
          },
        )
      })

      it('of a wave are removed as far as the user can read its VMs', async () => {
        const store = await database.open()
        const wave = {
          key: 'w',
          version: await saved(store, { kind: 'wave', notes: [{ key: 'w', version: null }], body: 'own' }),
        }
        await saved(store, members({ key: 'vm-a', version: null }, { key: 'vm-b', version: null }))
        const removal = { memberBody, remainingBody: 'remaining' }
        const remove = async (version: string, ...readable: readonly string[]) =>
          got(
            await removeWave(
              store,
              tenant,
              { ...removal, wave: { ...wave, version }, readable: new Set(readable) },
              writing(),
            ),
          )
        expect(await remove('forged', 'vm-a', 'vm-b')).toEqual({ kind: 'conflict', ...wave })
        expect(await remove(wave.version, 'vm-a')).toMatchObject({ kind: 'saved' })
        expect(await keysOf(store)).toEqual(['member vm-b', 'wave w'])
        const [left] = got(await notesOf(store, tenant, ['wave']))
        expect(left?.body).toBe('remaining')
        expect(await remove(left?.version ?? '', 'vm-b')).toMatchObject({ kind: 'saved' })
        expect(await keysOf(store)).toEqual([])
      })

      it('of one user alone are shown to no other, and end with the access of this user', async () => {
        const store = await database.open()
        const view = (key: string, isPrivate: boolean, version: string | null = null): NoteChange => ({
          kind: 'view',
          notes: [{ key, version }],
          body: '{}',
          isPrivate,
        })
        const version = await saved(store, view('a', true))
        await saved(store, view('b', false))
        await saved(store, view('c', false), writing('person-2'))
        const seenBy = async (reader: string | null) =>
          got(await notesOf(store, tenant, ['view'], reader)).map(({ key, isPrivate }) => `${key} ${isPrivate}`)
        expect(await seenBy('person-1')).toEqual(['a true', 'b false', 'c false'])
        for (const other of ['person-2', null]) expect(await seenBy(other)).toEqual(['b false', 'c false'])
        await saved(store, view('a', false, version))
        expect(await seenBy('person-2')).toEqual(['a false', 'b false', 'c false'])
        const chosen = (key: string): NoteChange => ({
          kind: 'default-view',
          notes: [{ key: 'person-1', version: undefined }],
          body: JSON.stringify({ view: key }),
          isPrivate: true,
        })
        for (const key of ['a', 'b']) await saved(store, chosen(key))
        expect(got(await notesOf(store, tenant, ['default-view'], 'person-1')).map(({ body }) => body)).toEqual([
          '{"view":"b"}',
        ])
        await endAccess(store, { tenantId: 'tenant-1', personId: 'person-1' }, 1)
        expect(await seenBy('person-1')).toEqual(['c false'])
        expect(got(await notesOf(store, tenant, ['default-view'], 'person-1'))).toEqual([])
      })

      it('are deleted when they are old, and lose the name of a user whose access was ended', async () => {
        const store = await database.open(undefined, { keepDays: 30 })
        const now = Date.now()
        const ages = { member: 1000, acknowledgement: 29 } as const
        for (const kind of ['member', 'acknowledgement'] as const) {
          const put = (key: string, age: number) =>
            saved(store, { kind, notes: [{ key, version: null }], body: '{}' }, writing('person-1', now - age * day))
          await put('kept', ages[kind])
          await put('old', ages[kind] + 100)
        }
        await endAccess(store, { tenantId: 'tenant-1', personId: 'person-1' }, now)
        await recordObservations(store, [observation((now - 200 * day - startOfTime) / 1000, quiet)])
        const before = await keysOf(store)
        // This machine's clock is ahead of Azure's by 200 days: the note is too old by it alone.
        expect(await prune(store, now)).toMatchObject({ value: { countedFrom: now - 200 * day, left: 3 } })
        expect(await keysOf(store)).toEqual(before)
        await recordObservations(store, [observation((now - startOfTime) / 1000, quiet)])
        expect(await prune(store, now)).toMatchObject({ value: { left: 0 } })
        expect(await keysOf(store)).toEqual(['acknowledgement kept', 'member kept'])
        expect(got(await notesOf(store, tenant, ['member']))[0]?.by).toEqual({ id: 'person-1', name: null })
      })
    })
  }
})
