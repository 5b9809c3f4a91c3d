import 'server-only'
import { resolve } from 'node:path'
import { sql, type Kysely } from 'kysely'
import type { Database } from '@/lib/config/history-config'
import { fail, ok, type Result } from '@/lib/shared/result'
import type { OpenDatabase } from '../dialect'
import { copyMark, schemaStatus } from '../migrate'
import type { Tables } from '../schema'
import { checkSchema, checkUnused, migrateSide, stop, withPlace, type Place } from './places'
import { withSnapshot, type Source } from './read'
import { onSide, transferFailureOf, type TransferFailure } from './side'
import { isEmpty, tablesOf, type Table } from './tables'
import { firstUnequal, transfer, type Target, type Transferred } from './transfer'

export interface Copied {
  /** The target equals the source as it was at this time, epoch milliseconds. */
  readonly at: number
  /** Whether programs may use the target from now on. */
  readonly switched: boolean
  readonly tables: ReadonlyMap<string, Transferred>
}

function isSame(left: Database | null, right: Database | null): boolean {
  if (left?.kind === 'sqlite' && right?.kind === 'sqlite') return resolve(left.file) === resolve(right.file)
  return left?.kind === 'postgres' && right?.kind === 'postgres' && left.url === right.url
}

const setMark = (db: Kysely<Tables>) =>
  sql`insert into kysely_migration (name, timestamp) values (${copyMark}, ${new Date().toISOString()})`.execute(db)

const removeMark = (db: Kysely<Tables>) => sql`delete from kysely_migration where name = ${copyMark}`.execute(db)

/** Lets no program use the target, before the first row is in it. A copy that was begun earlier is continued. */
async function closeTarget(database: OpenDatabase): Promise<void> {
  const status = await schemaStatus(database)
  if (status.unknown.includes(copyMark)) {
    if (status.unknown.length > 1) stop('target', 'schema-newer', status.unknown.at(-1) ?? null)
    if (status.pending.length > 0) stop('target', 'schema-older', status.pending[0] ?? null)
    return
  }
  await migrateSide('target', database)
  const tables = await tablesOf(database)
  await database.db.transaction().execute(async (db) => {
    if (!(await isEmpty(db, tables))) stop('target', 'not-empty')
    await setMark(db)
  })
}

/** Each batch is a transaction of its own, so that a later run continues where this one was killed. */
function targetOf({ db, dialect }: OpenDatabase, present: Source): Target {
  return {
    dialect,
    present,
    write: (work) => onSide('target', () => db.transaction().execute(work)),
  }
}

/** Reads what is there on another connection than it writes on: of SQLite there is one, and it is read page by page. */
function withTarget<T>(database: OpenDatabase, work: (target: Target) => Promise<T>): Promise<T> {
  const { db, dialect } = database
  if (dialect === 'sqlite') return work(targetOf(database, { side: 'target', dialect, db }))
  return withSnapshot('target', database, (present) => work(targetOf(database, present)))
}

async function copyTables(
  from: OpenDatabase,
  to: OpenDatabase,
  tables: readonly Table[],
): Promise<Omit<Copied, 'switched'>> {
  const at = Date.now()
  const done = await withSnapshot('source', from, (source) =>
    withTarget(to, (target) => transfer(source, target, tables)),
  )
  const unequal = await withSnapshot('target', to, (written) => firstUnequal(written, tables, done))
  if (unequal !== null) stop('target', 'unequal', unequal)
  return { at, tables: done }
}

/**
 * Copies the history into another database. Servers and collectors may use the source meanwhile: the target becomes equal to
 * the source as it was when the run began, and the next run carries over what has changed since. Until a run with
 * `switchOver` has ended, no program can use the target. A killed run is continued by the next.
 * @param switchOver the last run: no program may use the source any more, and afterwards programs may use the target
 */
export async function copyStore(
  source: Place,
  target: Place,
  switchOver: boolean,
): Promise<Result<Copied, TransferFailure>> {
  try {
    if (isSame(source.config.database, target.config.database)) stop('target', 'same-database')
    return ok(
      await withPlace('source', source, switchOver, async (from) => {
        await checkSchema('source', from)
        if (switchOver) await checkUnused('source', from)
        return withPlace('target', target, false, async (to) => {
          await closeTarget(to)
          const copied = await copyTables(from, to, await tablesOf(from))
          if (switchOver) await checkUnused('source', from)
          if (switchOver) await removeMark(to.db)
          return { ...copied, switched: switchOver }
        })
      }),
    )
  } catch (error) {
    return fail(transferFailureOf(error, 'source'))
  }
}
