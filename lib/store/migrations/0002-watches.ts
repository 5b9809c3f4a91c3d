import 'server-only'
import type { Kysely, Migration } from 'kysely'
import type { Dialect } from '../dialect'
import { counted } from './counted'

async function watches(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('watches')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('cloud', 'text', (column) => column.notNull())
    .addColumn('tenant_id', 'text', (column) => column.notNull())
    .addColumn('person_id', 'text', (column) => column.notNull())
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('target_key', 'text', (column) => column.notNull())
    .addColumn('target', 'text', (column) => column.notNull())
    .addColumn('kinds', 'text', (column) => column.notNull())
    .addColumn('channels', 'text', (column) => column.notNull())
    .addColumn('language', 'text', (column) => column.notNull())
    .addColumn('tell_present', 'integer', (column) => column.notNull())
    .addColumn('muted_until', 'bigint')
    .addColumn('created_at', 'bigint', (column) => column.notNull())
    .addUniqueConstraint('watches_once', ['cloud', 'tenant_id', 'person_id', 'target_key'])
    .execute()
  await db.schema
    .createTable('watch_memories')
    .addColumn('watch_id', 'text', (column) => column.notNull().references('watches.id').onDelete('cascade'))
    .addColumn('vm_key', 'text', (column) => column.notNull())
    .addColumn('version', 'integer', (column) => column.notNull())
    .addColumn('memory', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('watch_memories_place', ['watch_id', 'vm_key'])
    .execute()
}

async function outbox(db: Kysely<unknown>, dialect: Dialect): Promise<void> {
  const id = counted(dialect)
  await db.schema
    .createTable('notifications')
    .addColumn('id', id.type, id.build)
    .addColumn('notice_key', 'text', (column) => column.notNull().unique())
    .addColumn('watch_id', 'text', (column) => column.notNull().references('watches.id').onDelete('cascade'))
    .addColumn('vm_key', 'text', (column) => column.notNull())
    .addColumn('vm_id', 'text', (column) => column.notNull())
    .addColumn('notice', 'text', (column) => column.notNull())
    .addColumn('created_at', 'bigint', (column) => column.notNull())
    .execute()
  await db.schema
    .createIndex('notifications_of_watch')
    .on('notifications')
    .columns(['watch_id', 'created_at'])
    .execute()
  await db.schema.createIndex('notifications_created').on('notifications').columns(['created_at']).execute()
  await db.schema
    .createTable('deliveries')
    .addColumn('id', id.type, id.build)
    .addColumn('notification_id', 'bigint', (column) =>
      column.notNull().references('notifications.id').onDelete('cascade'),
    )
    .addColumn('channel', 'text', (column) => column.notNull())
    .addColumn('state', 'text', (column) => column.notNull())
    .addColumn('attempts', 'integer', (column) => column.notNull())
    .addColumn('due_at', 'bigint', (column) => column.notNull())
    .addColumn('holder', 'text')
    .addColumn('code', 'text')
    .addUniqueConstraint('deliveries_once', ['notification_id', 'channel'])
    .execute()
  await db.schema.createIndex('deliveries_due').on('deliveries').columns(['state', 'due_at']).execute()
}

/** Watches, what each watch knows of its VMs, and the pending notifications. */
export function watchesMigration(dialect: Dialect): Migration {
  return {
    up: async (db) => {
      await watches(db)
      await outbox(db, dialect)
    },
  }
}
