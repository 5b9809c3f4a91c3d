import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import { leastAuditDays } from '@/lib/shared/audit-events'
import { migrate } from '../migrate'
import { prune } from '../prune'
import { recordObservations } from '../record-observations'
import { putDraft } from '../snapshots/drafts'
import type { Store } from '../store'
import { useDatabases } from '../testing/databases'
import { observation, quiet, startOfTime } from '../testing/observations'
import { lastOf, readAuditLog, type AuditQuery } from './read'
import { insertAuditEvent, type AuditEvent } from './write'

const day = 86_400_000
const who = { cloud: 'public', tenantId: 'T-1', personId: 'P-1' }
const entry = (more: Partial<AuditEvent> = {}): AuditEvent => ({
  at: Date.now(),
  kind: 'sign-in',
  who,
  address: '203.0.113.7',
  subject: null,
  detail: {},
  ...more,
})
const everything: AuditQuery = {
  kinds: [],
  tenantId: 'T-1',
  person: null,
  from: null,
  to: null,
  before: null,
  limit: 100,
}

async function add(store: Store, ...entries: readonly AuditEvent[]): Promise<void> {
  for (const one of entries) expect((await insertAuditEvent(store, one)).ok).toBe(true)
}

async function read(store: Store, more: Partial<AuditQuery> = {}) {
  const found = await readAuditLog(store, { ...everything, ...more })
  if (!found.ok) throw new Error(found.failure.kind)
  return found.value
}

for (const database of useDatabases()) {
  describe(`the audit log in ${database.name}`, () => {
    it('lists who did what, when and from where, newest first, by kind, user, time and page', async () => {
      const store = await database.open()
      const now = Date.now()
      await add(
        store,
        entry({ at: now - 3000 }),
        entry({ at: now - 2000, kind: 'denied', who: null, subject: 'fleet', detail: { code: 'token-invalid' } }),
        entry({
          at: now - 1000,
          kind: 'configuration',
          who: null,
          address: null,
          subject: 'server',
          detail: { changed: ['A'] },
        }),
      )
      const all = await read(store)
      expect(all.map(({ kind }) => kind)).toEqual(['configuration', 'denied', 'sign-in'])
      expect(all[2]).toMatchObject({
        who: { cloud: 'public', tenantId: 't-1', personId: 'p-1' },
        address: '203.0.113.7',
      })
      expect(all[0]?.detail).toEqual({ changed: ['A'] })
      const kinds = async (more: Partial<AuditQuery>) => (await read(store, more)).map(({ kind }) => kind)
      expect(await kinds({ kinds: ['denied', 'sign-in'] })).toEqual(['denied', 'sign-in'])
      expect(await kinds({ person: 'P-1' })).toEqual(['sign-in'])
      expect(await kinds({ from: now - 2500, to: now - 1500 })).toEqual(['denied'])
      expect(await kinds({ before: all[1]?.id ?? 0 })).toEqual(['sign-in'])
      expect(await kinds({ limit: 1 })).toEqual(['configuration'])
      expect(await lastOf(store, 'configuration', 'server')).toMatchObject({ ok: true, value: { id: all[0]?.id } })
    })

    it('shows to a tenant no event of users, or of share links, of another tenant', async () => {
      const store = await database.open()
      const other = { cloud: 'public', tenantId: 't-2', personId: 'p-2' }
      await add(
        store,
        entry({ who: other, subject: 'canary of user' }),
        entry({ kind: 'snapshot-made', who: other, subject: 'canary of link' }),
        entry({ kind: 'snapshot-opened', who: null, subject: 'canary of link' }),
        entry({ kind: 'snapshot-made', subject: 'own link' }),
        entry({ kind: 'snapshot-opened', who: null, subject: 'own link' }),
        entry({ kind: 'denied', who: null, subject: 'fleet' }),
      )
      expect((await read(store)).map(({ subject }) => subject)).toEqual(['fleet', 'own link', 'own link'])
      expect(await read(store, { person: 'p-2' })).toEqual([])
      expect((await read(store, { tenantId: 'T-2' })).map(({ subject }) => subject)).toEqual([
        'fleet',
        'canary of link',
        'canary of link',
        'canary of user',
      ])
    })

    it('cannot be changed or shortened with the database rights of this program', async () => {
      const store = await database.open()
      const old = Date.now() - (leastAuditDays + 1) * day
      await add(store, entry(), entry({ at: old }))
      const { db } = store
      await expect(db.updateTable('trail').set({ address: null }).execute()).rejects.toThrow(/do not change/)
      await expect(db.updateTable('trail').set({ at: 0 }).where('at', '=', old).execute()).rejects.toThrow()
      await expect(db.deleteFrom('trail').execute()).rejects.toThrow(/are kept/)
      const emptied = sql.raw(store.dialect === 'sqlite' ? 'delete from trail' : 'truncate trail')
      await expect(emptied.execute(db)).rejects.toThrow()
      if (store.dialect === 'sqlite')
        await expect(sql`replace into trail select * from trail`.execute(db)).rejects.toThrow()
      expect(await read(store)).toHaveLength(2)
    })

    it('is kept for as long as the operator configured, and at least a month', async () => {
      const store = await database.open(undefined, { auditDays: 60 })
      const ages = [1, leastAuditDays - 1, 59, 61]
      await add(store, ...ages.map((age) => entry({ at: Date.now() - age * day, subject: String(age) })))
      const now = Date.now()
      await recordObservations(store, [observation((now - startOfTime) / 1000, quiet)])
      // A clock that is a year ahead deletes nothing, and the database, whose clock is not, refuses nothing.
      for (const ahead of [400, 4000]) expect(await prune(store, now + ahead * day)).toMatchObject({ ok: true })
      expect((await read(store)).map(({ subject }) => subject).sort()).toEqual(['1', '29', '59'])
      expect((await prune(store, now)).ok).toBe(true)
      expect((await read(store)).map(({ subject }) => subject).sort()).toEqual(['1', '29', '59'])
      // What the database itself keeps stays out.
      const hasty = { ...store, config: { ...store.config, auditDays: 1 } }
      expect(await prune(hasty, now)).toMatchObject({ ok: true, value: { left: 2 } })
      expect((await read(store)).map(({ subject }) => subject).sort()).toEqual(['1', '29'])
    })

    it('includes events of snapshots from before the audit log existed', async () => {
      const store = await database.open()
      const { db } = store
      await putDraft(store, { id: 's-1', owner: who, kind: 'vm', title: 'vm', withheld: [], content: '{}', now: 1 })
      await sql`drop table trail`.execute(db)
      await sql`drop table notes`.execute(db)
      await sql`drop table ended_tokens`.execute(db)
      await sql`create table snapshot_events (id integer primary key, snapshot_id text, kind text, at bigint)`.execute(
        db,
      )
      await sql`insert into snapshot_events values (1, 's-1', 'made', 5), (2, 's-1', 'opened', 6)`.execute(db)
      await sql`delete from kysely_migration where name >= '0006'`.execute(db)
      expect(await migrate(store)).toEqual({
        ok: true,
        value: ['0006-trail', '0007-ended-tokens', '0008-notes', '0009-views'],
      })
      expect(
        (await read(store)).map(({ kind, at, who: person, subject }) => [kind, at, person?.personId, subject]),
      ).toEqual([
        ['snapshot-opened', 6, undefined, 's-1'],
        ['snapshot-made', 5, 'p-1', 's-1'],
      ])
    })
  })
}
