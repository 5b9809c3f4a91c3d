import 'server-only'
import { sql } from 'kysely'
import { leastAuditDays } from '@/lib/shared/audit-events'
import type { Store } from '../store'

const dayMilliseconds = 86_400_000

/** The clock of the database, epoch milliseconds, as its guard of the audit log reads it. */
const databaseClock = ({ dialect }: Store) =>
  dialect === 'sqlite' ? sql`(cast(strftime('%s', 'now') as integer) * 1000)` : sql`(extract(epoch from now()) * 1000)`

/**
 * Deletes audit events that are older than the operator's limit. The database refuses to delete what is young by its own
 * clock, and with it all others of the statement: what it would refuse stays out.
 */
export async function pruneAuditLog(store: Store, now: number): Promise<void> {
  await store.db
    .deleteFrom('trail')
    .where('at', '<', now - store.config.auditDays * dayMilliseconds)
    .where('at', '<', sql<number>`${databaseClock(store)} - ${leastAuditDays * dayMilliseconds}`)
    .execute()
}
