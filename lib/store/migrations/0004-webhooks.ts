import 'server-only'
import type { Migration } from 'kysely'

/**
 * When each user's right to read each VM was last proved; and the event of a notification, so that one receiver gets it
 * once.
 */
export const webhooksMigration: Migration = {
  up: async (db) => {
    await db.schema
      .createTable('watch_proofs')
      .addColumn('watch_id', 'text', (column) => column.notNull().references('watches.id').onDelete('cascade'))
      .addColumn('vm_key', 'text', (column) => column.notNull())
      .addColumn('proved_at', 'bigint', (column) => column.notNull())
      .addPrimaryKeyConstraint('watch_proofs_place', ['watch_id', 'vm_key'])
      .execute()
    await db.schema
      .alterTable('notifications')
      .addColumn('event_key', 'text', (column) => column.notNull().defaultTo(''))
      .execute()
    await db.schema.createIndex('notifications_of_vm').on('notifications').columns(['vm_key', 'event_key']).execute()
  },
}
