import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { sql } from 'kysely'
import { expect, it } from 'vitest'
import { openPostgres } from './postgres'
import { prune } from './prune'
import { recordObservations } from './record-observations'
import type { Store } from './store'
import { useDatabases } from './testing/databases'
import { observation, quiet } from './testing/observations'
import { readAuditLog } from './audit-log/read'
import { insertAuditEvent } from './audit-log/write'

const grants = readFileSync(join(import.meta.dirname, '../../infra/postgres/programs-role.sql'), 'utf8')
const [, database] = useDatabases()

/** A store with a database user that has the role and owns nothing, in a database that another user has migrated. */
async function lesser(): Promise<Store> {
  const made = await database!.fresh()
  if (made.kind !== 'postgres') throw new Error('not PostgreSQL')
  await database!.open(made)
  const owner = await openPostgres({ url: made.url, password: null })
  await sql.raw(grants).execute(owner.db)
  // As after the next update.
  await sql.raw(grants).execute(owner.db)
  await sql.raw(`create role programs login password 'p' in role sealwatch_programs`).execute(owner.db)
  await owner.db.destroy()
  const url = new URL(made.url)
  url.username = 'programs'
  url.password = 'p'
  return database!.open({ kind: 'postgres', url: url.href })
}

it('needs CREATEROLE or a role that exists already, says so, and changes nothing without either', async () => {
  const made = await database!.fresh()
  if (made.kind !== 'postgres') throw new Error('not PostgreSQL')
  const admin = await openPostgres({ url: made.url, password: null })
  const dropped = 'drop owned by sealwatch_programs cascade; drop role sealwatch_programs'
  await sql.raw(`do $$ begin ${dropped}; exception when undefined_object then null; end $$`).execute(admin.db)
  const name = new URL(made.url).pathname.slice(1)
  await sql
    .raw(`create role owner_only login password 'p'; alter database "${name}" owner to owner_only`)
    .execute(admin.db)
  await sql.raw('alter schema public owner to owner_only').execute(admin.db)
  const url = new URL(made.url)
  url.username = 'owner_only'
  url.password = 'p'
  await database!.open({ kind: 'postgres', url: url.href })
  const owner = await openPostgres({ url: url.href, password: null })
  const run = () => sql.raw(grants).execute(owner.db)
  await expect(run()).rejects.toThrow('the role owner_only may not create the role sealwatch_programs')
  const roles = await sql.raw(`select 1 from pg_roles where rolname = 'sealwatch_programs'`).execute(admin.db)
  expect(roles.rows).toEqual([])
  await sql.raw('create role sealwatch_programs nologin').execute(admin.db)
  await expect(run()).resolves.toBeDefined()
  await Promise.all([owner.db.destroy(), admin.db.destroy()])
})

it('lets a server work, and neither change the audit log nor remove its protection', async () => {
  const store = await lesser()
  const at = Date.now()
  const noted = await insertAuditEvent(store, {
    at,
    kind: 'sign-in',
    who: null,
    address: null,
    subject: null,
    detail: {},
  })
  expect(noted.ok).toBe(true)
  expect((await recordObservations(store, [observation(0, quiet)])).ok).toBe(true)
  expect((await prune(store, at)).ok).toBe(true)
  for (const [statement, refusal] of [
    [`update trail set kind = 'x'`, /permission denied/],
    ['delete from trail', /trail rows are kept/],
    ['truncate trail', /permission denied/],
    ['drop trigger trail_kept on trail', /must be owner/],
    ['alter table trail disable trigger all', /must be owner/],
    ['drop table trail', /must be owner/],
    [
      'create or replace function trail_guard() returns trigger language plpgsql as $$ begin return old; end $$',
      /permission denied|must be owner/,
    ],
    ['create table more (id int)', /permission denied/],
    ['set session_replication_role = replica', /permission denied/],
    ['create role other', /permission denied/],
  ] as const)
    await expect(sql.raw(statement).execute(store.db), statement).rejects.toThrow(refusal)
  const query = { kinds: [], tenantId: 't', person: null, from: null, to: null, before: null, limit: 10 }
  const read = await readAuditLog(store, query)
  expect(read.ok ? read.value : []).toHaveLength(1)
})
