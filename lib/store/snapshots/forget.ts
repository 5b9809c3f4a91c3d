import 'server-only'
import type { Store } from '../store'

/** How long the list still names what is over. */
const rememberedMilliseconds = 30 * 86_400_000

/** Forgets what links that are over showed, drafts that nobody published, and after a month the links as well. */
export async function forgetSnapshots(store: Store, now: number): Promise<void> {
  await store.db
    .deleteFrom('snapshots')
    .where('expires_at', '<', now)
    .where((row) => row.or([row('token_hash', 'is', null), row('expires_at', '<', now - rememberedMilliseconds)]))
    .execute()
  await store.db
    .updateTable('snapshots')
    .set({ content: '' })
    .where('expires_at', '<', now)
    .where('content', '<>', '')
    .execute()
}
