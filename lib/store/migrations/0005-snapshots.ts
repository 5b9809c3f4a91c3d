import 'server-only'
import type { Migration } from 'kysely'
import type { Dialect } from '../dialect'
import { counted } from './counted'

/** Snapshots that users share with readers without permissions, and the events of each. */
export function snapshotsMigration(dialect: Dialect): Migration {
  const id = counted(dialect)
  return {
    up: async (db) => {
      await db.schema
        .createTable('snapshots')
        .addColumn('id', 'text', (column) => column.primaryKey())
        .addColumn('cloud', 'text', (column) => column.notNull())
        .addColumn('tenant_id', 'text', (column) => column.notNull())
        .addColumn('person_id', 'text', (column) => column.notNull())
        .addColumn('kind', 'text', (column) => column.notNull())
        .addColumn('title', 'text', (column) => column.notNull())
        .addColumn('withheld', 'text', (column) => column.notNull())
        .addColumn('content', 'text', (column) => column.notNull())
        .addColumn('token_hash', 'text', (column) => column.unique())
        .addColumn('passphrase', 'text')
        .addColumn('created_at', 'bigint', (column) => column.notNull())
        .addColumn('expires_at', 'bigint', (column) => column.notNull())
        .addColumn('revoked_at', 'bigint')
        .addColumn('views', 'integer', (column) => column.notNull())
        .addColumn('refused', 'integer', (column) => column.notNull())
        .addColumn('refused_since', 'bigint', (column) => column.notNull())
        .execute()
      await db.schema
        .createIndex('snapshots_of_person')
        .on('snapshots')
        .columns(['cloud', 'tenant_id', 'person_id'])
        .execute()
      await db.schema.createIndex('snapshots_expiry').on('snapshots').columns(['expires_at']).execute()
      await db.schema
        .createTable('snapshot_events')
        .addColumn('id', id.type, id.build)
        .addColumn('snapshot_id', 'text', (column) => column.notNull().references('snapshots.id').onDelete('cascade'))
        .addColumn('kind', 'text', (column) => column.notNull())
        .addColumn('at', 'bigint', (column) => column.notNull())
        .execute()
      await db.schema.createIndex('snapshot_events_of').on('snapshot_events').columns(['snapshot_id']).execute()
    },
  }
}
