import 'server-only'
import { sql, type Kysely, type Migration, type QueryExecutorProvider } from 'kysely'

async function machineStates(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('machine_states')
    .addColumn('machine_id', 'bigint', (column) =>
      column.primaryKey().references('machines.id').onDelete('cascade').notNull(),
    )
    .addColumn('state', 'text', (column) => column.notNull())
    .addColumn('first_seen', 'bigint', (column) => column.notNull())
    .addColumn('unbroken_since', 'bigint', (column) => column.notNull())
    .addColumn('last_seen', 'bigint', (column) => column.notNull())
    .addColumn('held_until', 'bigint', (column) => column.notNull())
    .addColumn('before_state', 'text')
    .addColumn('before_seen', 'bigint')
    .addColumn('began_between', 'integer', (column) => column.notNull())
    .addColumn('work_due', 'integer', (column) => column.notNull())
    .execute()
  await db.schema.createIndex('machine_states_due').on('machine_states').columns(['work_due']).execute()
}

async function finishedWork(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('finished_work')
    .addColumn('machine_id', 'bigint', (column) => column.notNull().references('machines.id').onDelete('cascade'))
    .addColumn('first_seen', 'bigint', (column) => column.notNull())
    .addColumn('work', 'text', (column) => column.notNull())
    .addColumn('size_gib', 'double precision', (column) => column.notNull())
    .addColumn('began', 'bigint', (column) => column.notNull())
    .addColumn('ended', 'bigint', (column) => column.notNull())
    .addColumn('scores', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('finished_work_run', ['machine_id', 'first_seen'])
    .execute()
  await db.schema.createIndex('finished_work_ended').on('finished_work').columns(['ended']).execute()
}

/** Computes the summaries of the existing rows, by the rules with which recording maintains them from now on. */
export async function summariseStates(db: QueryExecutorProvider): Promise<void> {
  await sql`insert into machine_states (machine_id, state, first_seen, unbroken_since, last_seen, held_until,
      before_state, before_seen, began_between, work_due)
    with seen as (
      select machine_id, state, first_seen, last_seen, held_until,
        lag(state) over in_order as prev_state, lag(last_seen) over in_order as prev_seen,
        lag(held_until) over in_order as prev_held, row_number() over in_order as place
      from observations window in_order as (partition by machine_id order by first_seen, id)),
    begins as (select machine_id, max(place) as place from seen
      where prev_state is null or prev_state <> state group by machine_id),
    breaks as (select machine_id, max(first_seen) as at from seen
      where prev_state is null or prev_state <> state or first_seen > prev_held group by machine_id),
    ends as (select machine_id, max(last_seen) as last_seen, max(held_until) as held_until
      from observations group by machine_id)
    select seen.machine_id, seen.state, seen.first_seen, breaks.at, ends.last_seen, ends.held_until,
      seen.prev_state, case when seen.prev_seen > seen.first_seen then seen.first_seen else seen.prev_seen end,
      case when seen.first_seen <= seen.prev_held then 1 else 0 end,
      case when exists (select 1 from state_runs where state_runs.machine_id = begins.machine_id
        and state_runs.state in ('encrypting', 'decrypting')) then 1 else 0 end
    from begins
      join seen on seen.machine_id = begins.machine_id and seen.place = begins.place
      join breaks on breaks.machine_id = begins.machine_id
      join ends on ends.machine_id = begins.machine_id`.execute(db)
}

/** The last observed state of each machine and since when, and its finished work with the accuracy of the estimates. */
export const statesMigration: Migration = {
  up: async (db) => {
    await machineStates(db)
    await finishedWork(db)
    await summariseStates(db)
  },
}
