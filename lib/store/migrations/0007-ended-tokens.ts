import 'server-only'
import type { Migration } from 'kysely'

/** Tokens whose users have signed out, until the tokens expire. */
export const endedTokensMigration: Migration = {
  up: async (db) => {
    await db.schema
      .createTable('ended_tokens')
      .addColumn('fingerprint', 'text', (column) => column.primaryKey())
      .addColumn('person', 'text', (column) => column.notNull())
      .addColumn('ended_at', 'bigint', (column) => column.notNull())
      .addColumn('expires_at', 'bigint', (column) => column.notNull())
      .execute()
    await db.schema.createIndex('ended_tokens_time').on('ended_tokens').columns(['ended_at']).execute()
  },
}
