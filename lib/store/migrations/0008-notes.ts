import 'server-only'
import type { Migration } from 'kysely'

/** Waves, the wave of each VM, and acknowledgements: what users note for all users of a tenant. */
export const notesMigration: Migration = {
  up: async (db) => {
    await db.schema
      .createTable('notes')
      .addColumn('cloud', 'text', (column) => column.notNull())
      .addColumn('tenant_id', 'text', (column) => column.notNull())
      .addColumn('kind', 'text', (column) => column.notNull())
      .addColumn('note_key', 'text', (column) => column.notNull())
      .addColumn('version', 'text', (column) => column.notNull())
      .addColumn('body', 'text', (column) => column.notNull())
      .addColumn('person_id', 'text', (column) => column.notNull())
      .addColumn('person_name', 'text')
      .addColumn('changed_at', 'bigint', (column) => column.notNull())
      .addPrimaryKeyConstraint('notes_place', ['cloud', 'tenant_id', 'kind', 'note_key'])
      .execute()
    await db.schema.createIndex('notes_changed').on('notes').columns(['kind', 'changed_at']).execute()
  },
}
