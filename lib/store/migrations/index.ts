import 'server-only'
import type { Migration } from 'kysely'
import type { Dialect } from '../dialect'
import { history } from './0001-history'
import { watchesMigration } from './0002-watches'
import { statesMigration } from './0003-states'
import { webhooksMigration } from './0004-webhooks'
import { snapshotsMigration } from './0005-snapshots'
import { auditLogMigration } from './0006-trail'
import { endedTokensMigration } from './0007-ended-tokens'
import { notesMigration } from './0008-notes'
import { viewsMigration } from './0009-views'

/**
 * All migrations by name, in the order of their names. A released migration is never edited: a change of the schema is
 * another migration.
 */
export function migrationsFor(dialect: Dialect): Record<string, Migration> {
  return {
    '0001-history': history(dialect),
    '0002-watches': watchesMigration(dialect),
    '0003-states': statesMigration,
    '0004-webhooks': webhooksMigration,
    '0005-snapshots': snapshotsMigration(dialect),
    '0006-trail': auditLogMigration(dialect),
    '0007-ended-tokens': endedTokensMigration,
    '0008-notes': notesMigration,
    '0009-views': viewsMigration,
  }
}
