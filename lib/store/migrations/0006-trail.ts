import 'server-only'
import { sql, type Kysely, type Migration } from 'kysely'
import { leastAuditDays } from '@/lib/shared/audit-events'
import type { Dialect } from '../dialect'
import { counted } from './counted'

const floorMilliseconds = leastAuditDays * 86_400_000

/** The clock of the database, epoch milliseconds: no program can pretend that it is later. */
const clocks: Readonly<Record<Dialect, string>> = {
  sqlite: `(cast(strftime('%s', 'now') as integer) * 1000)`,
  postgres: `(extract(epoch from now()) * 1000)`,
}

const tooYoung = (dialect: Dialect): string => `old.at > ${clocks[dialect]} - ${floorMilliseconds}`

/** Rows never change, and can be deleted only when they are old: the database itself enforces that for every client. */
const guards: Readonly<Record<Dialect, readonly string[]>> = {
  sqlite: [
    `create trigger trail_kept before update on trail begin select raise(abort, 'trail rows do not change'); end`,
    `create trigger trail_held before delete on trail when ${tooYoung('sqlite')}
      begin select raise(abort, 'trail rows are kept'); end`,
    // `replace` deletes rows without firing the delete trigger.
    `create trigger trail_new before insert on trail when exists (select 1 from trail where id = new.id)
      begin select raise(abort, 'trail rows do not change'); end`,
  ],
  postgres: [
    `create or replace function trail_guard() returns trigger language plpgsql as $guard$
      begin
        if tg_op = 'DELETE' then
          if ${tooYoung('postgres')} then raise exception 'trail rows are kept'; end if;
          return old;
        end if;
        raise exception 'trail rows do not change';
      end $guard$`,
    'create trigger trail_kept before update or delete on trail for each row execute function trail_guard()',
    'create trigger trail_whole before truncate on trail for each statement execute function trail_guard()',
  ],
}

async function takeOver(db: Kysely<unknown>): Promise<void> {
  await sql`insert into trail (at, kind, cloud, tenant_id, person_id, address, subject, detail)
    select e.at, 'snapshot-' || e.kind,
      case when e.kind in ('made', 'revoked') then s.cloud end,
      case when e.kind in ('made', 'revoked') then s.tenant_id end,
      case when e.kind in ('made', 'revoked') then s.person_id end,
      null, e.snapshot_id, '{}'
    from snapshot_events e join snapshots s on s.id = e.snapshot_id order by e.id`.execute(db)
  await db.schema.dropTable('snapshot_events').execute()
}

/** The audit log. Events of snapshots move here, because they were an audit log already. */
export function auditLogMigration(dialect: Dialect): Migration {
  const id = counted(dialect)
  return {
    up: async (db: Kysely<unknown>) => {
      await db.schema
        .createTable('trail')
        .addColumn('id', id.type, id.build)
        .addColumn('at', 'bigint', (column) => column.notNull())
        .addColumn('kind', 'text', (column) => column.notNull())
        .addColumn('cloud', 'text')
        .addColumn('tenant_id', 'text')
        .addColumn('person_id', 'text')
        .addColumn('address', 'text')
        .addColumn('subject', 'text')
        .addColumn('detail', 'text', (column) => column.notNull())
        .execute()
      await db.schema.createIndex('trail_time').on('trail').columns(['at']).execute()
      await db.schema.createIndex('trail_subject').on('trail').columns(['subject']).execute()
      await takeOver(db)
      for (const guard of guards[dialect]) await sql.raw(guard).execute(db)
    },
  }
}
