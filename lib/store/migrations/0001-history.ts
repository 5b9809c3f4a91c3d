import 'server-only'
import { sql, type Kysely, type Migration } from 'kysely'
import type { Dialect } from '../dialect'
import { counted } from './counted'

async function observations(db: Kysely<unknown>, dialect: Dialect): Promise<void> {
  const id = counted(dialect)
  await db.schema
    .createTable('machines')
    .addColumn('id', id.type, id.build)
    .addColumn('cloud', 'text', (column) => column.notNull())
    .addColumn('tenant_id', 'text', (column) => column.notNull())
    .addColumn('vm_key', 'text', (column) => column.notNull())
    .addColumn('vm_uid', 'text', (column) => column.notNull())
    .addColumn('subscription_id', 'text', (column) => column.notNull())
    .addColumn('vm_id', 'text', (column) => column.notNull())
    .addUniqueConstraint('machines_place', ['cloud', 'tenant_id', 'vm_key', 'vm_uid'])
    .execute()
  await db.schema.createIndex('machines_uid').on('machines').columns(['cloud', 'tenant_id', 'vm_uid']).execute()
  await db.schema
    .createTable('observations')
    .addColumn('id', id.type, id.build)
    .addColumn('machine_id', 'bigint', (column) => column.notNull().references('machines.id').onDelete('cascade'))
    .addColumn('first_seen', 'bigint', (column) => column.notNull())
    .addColumn('last_seen', 'bigint', (column) => column.notNull())
    .addColumn('held_until', 'bigint', (column) => column.notNull())
    .addColumn('state', 'text', (column) => column.notNull())
    .addColumn('facts_hash', 'text', (column) => column.notNull())
    .addColumn('facts', 'text', (column) => column.notNull())
    .addColumn('source', 'text', (column) => column.notNull())
    .addColumn('heartbeat_at', 'bigint')
    .addColumn('looks', 'integer', (column) => column.notNull())
    .addCheckConstraint('observations_order', sql`first_seen <= last_seen`)
    .execute()
  await db.schema
    .createIndex('observations_of_machine')
    .on('observations')
    .columns(['machine_id', 'first_seen', 'last_seen'])
    .execute()
  await db.schema.createIndex('observations_last_seen').on('observations').columns(['last_seen']).execute()
}

async function stateRuns(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('state_runs')
    .addColumn('machine_id', 'bigint', (column) => column.notNull().references('machines.id').onDelete('cascade'))
    .addColumn('first_seen', 'bigint', (column) => column.notNull())
    .addColumn('held_until', 'bigint', (column) => column.notNull())
    .addColumn('state', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('state_runs_begin', ['machine_id', 'first_seen'])
    .execute()
  // Counting states over time reads this index alone.
  await db.schema
    .createIndex('state_runs_held')
    .on('state_runs')
    .columns(['held_until', 'first_seen', 'state', 'machine_id'])
    .execute()
}

async function activity(db: Kysely<unknown>, dialect: Dialect): Promise<void> {
  const id = counted(dialect)
  await db.schema
    .createTable('activity')
    .addColumn('id', id.type, id.build)
    .addColumn('cloud', 'text', (column) => column.notNull())
    .addColumn('tenant_id', 'text', (column) => column.notNull())
    .addColumn('vm_key', 'text', (column) => column.notNull())
    .addColumn('event_key', 'text', (column) => column.notNull())
    .addColumn('happened_at', 'bigint', (column) => column.notNull())
    .addColumn('body', 'text', (column) => column.notNull())
    .addUniqueConstraint('activity_once', ['cloud', 'tenant_id', 'vm_key', 'event_key'])
    .execute()
  await db.schema.createIndex('activity_happened').on('activity').columns(['happened_at']).execute()
}

async function collecting(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('watched_vms')
    .addColumn('cloud', 'text', (column) => column.notNull())
    .addColumn('tenant_id', 'text', (column) => column.notNull())
    .addColumn('vm_key', 'text', (column) => column.notNull())
    .addColumn('vm_id', 'text', (column) => column.notNull())
    .addColumn('subscription_id', 'text', (column) => column.notNull())
    .addColumn('fingerprint', 'text', (column) => column.notNull())
    .addColumn('due_at', 'bigint', (column) => column.notNull())
    .addColumn('read_at', 'bigint')
    .addPrimaryKeyConstraint('watched_vms_place', ['cloud', 'tenant_id', 'vm_key'])
    .execute()
  await db.schema
    .createIndex('watched_vms_due')
    .on('watched_vms')
    .columns(['cloud', 'tenant_id', 'subscription_id', 'due_at'])
    .execute()
  await db.schema
    .createTable('leases')
    .addColumn('name', 'text', (column) => column.primaryKey())
    .addColumn('holder', 'text', (column) => column.notNull())
    .addColumn('until', 'bigint', (column) => column.notNull())
    .execute()
}

/** The first schema: machines, observations, activity, and the VMs that the collector watches. */
export function history(dialect: Dialect): Migration {
  return {
    up: async (db) => {
      await observations(db, dialect)
      await stateRuns(db)
      await activity(db, dialect)
      await collecting(db)
    },
  }
}
