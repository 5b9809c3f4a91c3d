import 'server-only'
import type { Migration } from 'kysely'

/** Saved views of the fleet are notes too, and some of them only their author may read. */
export const viewsMigration: Migration = {
  up: async (db) => {
    await db.schema.alterTable('notes').addColumn('private_to', 'text').execute()
  },
}
