import 'server-only'
import type { Store } from '../store'

const dayMilliseconds = 86_400_000

/** Deletes audit events that are older than the operator's limit. The database prevents deleting younger ones. */
export async function pruneAuditLog(store: Store, now: number): Promise<void> {
  await store.db
    .deleteFrom('trail')
    .where('at', '<', now - store.config.auditDays * dayMilliseconds)
    .execute()
}
