import 'server-only'
import type { Store } from '../store'
import { eraseDeleted } from './budget'

/** How long the list still shows ended links. */
const rememberedMilliseconds = 30 * 86_400_000

/** Deletes the content of ended links, drafts that were not published, and after a month the links as well. */
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
  await eraseDeleted(store)
}
