import 'server-only'
import type { Store } from '../store'

const dayMilliseconds = 86_400_000

/** Forgets what is older than the operator wants to keep. The database lets nobody forget more. */
export async function forgetTrail(store: Store, now: number): Promise<void> {
  await store.db
    .deleteFrom('trail')
    .where('at', '<', now - store.config.auditDays * dayMilliseconds)
    .execute()
}
