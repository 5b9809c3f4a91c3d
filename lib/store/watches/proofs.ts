import 'server-only'
import { ok, type Result } from '@/lib/shared/result'
import type { StoreFailure } from '../failure'
import { attempt, type Store } from '../store'
import { memoryKey } from './memories'

const batchSize = 500

/**
 * Notes of which VMs a person was just seen to be allowed to read, and of which not: what is on neither list keeps what
 * was noted before.
 * @param vmKeys ARM ids in lower case
 * @param now epoch milliseconds
 */
export async function noteProofs(
  store: Store,
  watchIds: readonly string[],
  vmKeys: { readonly readable: readonly string[]; readonly hidden: readonly string[] },
  now: number,
): Promise<Result<null, StoreFailure>> {
  const rows = watchIds.flatMap((watch_id) => vmKeys.readable.map((vm_key) => ({ watch_id, vm_key, proved_at: now })))
  if (watchIds.length === 0) return ok(null)
  return attempt(async () => {
    for (let from = 0; from < vmKeys.hidden.length; from += batchSize) {
      await store.db
        .deleteFrom('watch_proofs')
        .where('watch_id', 'in', watchIds)
        .where('vm_key', 'in', vmKeys.hidden.slice(from, from + batchSize))
        .execute()
    }
    for (let from = 0; from < rows.length; from += batchSize) {
      await store.db
        .insertInto('watch_proofs')
        .values(rows.slice(from, from + batchSize))
        .onConflict((conflict) =>
          conflict.columns(['watch_id', 'vm_key']).doUpdateSet((row) => ({ proved_at: row.ref('excluded.proved_at') })),
        )
        .execute()
    }
    return null
  })
}

/** ARM ids in lower case of VMs that watches know something of. */
export async function rememberedVms(
  store: Store,
  watchIds: readonly string[],
): Promise<Result<readonly string[], StoreFailure>> {
  if (watchIds.length === 0) return ok([])
  return attempt(async () => {
    const rows = await store.db
      .selectFrom('watch_memories')
      .where('watch_id', 'in', watchIds)
      .select('vm_key')
      .distinct()
      .execute()
    return rows.map(({ vm_key }) => vm_key)
  })
}

/** VMs of which the right to read was seen since a time, by `memoryKey`. @param since epoch milliseconds */
export async function provedSince(
  store: Store,
  watchIds: readonly string[],
  since: number,
): Promise<Result<ReadonlySet<string>, StoreFailure>> {
  if (watchIds.length === 0) return ok(new Set<string>())
  return attempt(async () => {
    const rows = await store.db
      .selectFrom('watch_proofs')
      .where('watch_id', 'in', watchIds)
      .where('proved_at', '>=', since)
      .select(['watch_id', 'vm_key'])
      .execute()
    return new Set(rows.map(({ watch_id, vm_key }) => memoryKey(watch_id, vm_key)))
  })
}
