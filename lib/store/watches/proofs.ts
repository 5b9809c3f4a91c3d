import 'server-only'
import { ok, type Result } from '@/lib/shared/result'
import type { StoreFailure } from '../failure'
import { attempt, type Store } from '../store'
import { memoryKey } from './memories'

const batchSize = 500

/** A watch and a VM that its user may read, or may not. */
export interface ProvedPair {
  readonly watchId: string
  /** ARM id in lower case. */
  readonly vmKey: string
}

/**
 * Records which VMs a user was just able to read, and which not: VMs on neither list keep their earlier record.
 * @param vmKeys ARM ids in lower case
 * @param now epoch milliseconds
 */
export async function noteProofs(
  store: Store,
  watchIds: readonly string[],
  vmKeys: { readonly readable: readonly string[]; readonly hidden: readonly string[] },
  now: number,
): Promise<Result<null, StoreFailure>> {
  if (watchIds.length === 0) return ok(null)
  const pairs = watchIds.flatMap((watchId) => vmKeys.readable.map((vmKey) => ({ watchId, vmKey })))
  return attempt(async () => {
    for (let from = 0; from < vmKeys.hidden.length; from += batchSize) {
      await store.db
        .deleteFrom('watch_proofs')
        .where('watch_id', 'in', watchIds)
        .where('vm_key', 'in', vmKeys.hidden.slice(from, from + batchSize))
        .execute()
    }
    await write(store, pairs, now)
    return null
  })
}

/** Records that each of these pairs was readable. @param now epoch milliseconds */
export function noteProvedPairs(
  store: Store,
  pairs: readonly ProvedPair[],
  now: number,
): Promise<Result<null, StoreFailure>> {
  return attempt(async () => {
    await write(store, pairs, now)
    return null
  })
}

async function write(store: Store, pairs: readonly ProvedPair[], now: number): Promise<void> {
  const rows = pairs.map(({ watchId, vmKey }) => ({ watch_id: watchId, vm_key: vmKey, proved_at: now }))
  for (let from = 0; from < rows.length; from += batchSize) {
    await store.db
      .insertInto('watch_proofs')
      .values(rows.slice(from, from + batchSize))
      .onConflict((conflict) =>
        conflict.columns(['watch_id', 'vm_key']).doUpdateSet((row) => ({ proved_at: row.ref('excluded.proved_at') })),
      )
      .execute()
  }
}

/** The VMs that watches know, and when the right to read each was last proved; null where it never was. */
export async function rememberedPairs(
  store: Store,
  watchIds: readonly string[],
): Promise<Result<readonly (ProvedPair & { readonly provedAt: number | null })[], StoreFailure>> {
  if (watchIds.length === 0) return ok([])
  return attempt(async () => {
    const rows = await store.db
      .selectFrom('watch_memories')
      .leftJoin('watch_proofs', (join) =>
        join
          .onRef('watch_proofs.watch_id', '=', 'watch_memories.watch_id')
          .onRef('watch_proofs.vm_key', '=', 'watch_memories.vm_key'),
      )
      .where('watch_memories.watch_id', 'in', watchIds)
      .select(['watch_memories.watch_id', 'watch_memories.vm_key', 'watch_proofs.proved_at'])
      .execute()
    return rows.map(({ watch_id, vm_key, proved_at }) => ({ watchId: watch_id, vmKey: vm_key, provedAt: proved_at }))
  })
}

/**
 * VMs whose readability was proved since a time, by `memoryKey`.
 * @param vmKeys ARM ids in lower case, a few hundred at most
 * @param since epoch milliseconds
 */
export async function provedSince(
  store: Store,
  watchIds: readonly string[],
  vmKeys: readonly string[],
  since: number,
): Promise<Result<ReadonlySet<string>, StoreFailure>> {
  if (watchIds.length === 0 || vmKeys.length === 0) return ok(new Set<string>())
  return attempt(async () => {
    const rows = await store.db
      .selectFrom('watch_proofs')
      .where('watch_id', 'in', watchIds)
      .where('vm_key', 'in', vmKeys)
      .where('proved_at', '>=', since)
      .select(['watch_id', 'vm_key'])
      .execute()
    return new Set(rows.map(({ watch_id, vm_key }) => memoryKey(watch_id, vm_key)))
  })
}
