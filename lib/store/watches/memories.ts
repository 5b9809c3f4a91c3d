import 'server-only'
import type { Transaction } from 'kysely'
import { ok, type Result } from '@/lib/shared/result'
import { watchMemorySchema } from '@/lib/timeline/notice/schema'
import type { Notice, WatchMemory } from '@/lib/timeline/notice/types'
import type { StoreFailure } from '../failure'
import type { Tables } from '../schema'
import { attempt, type Store } from '../store'
import { eventKeyOf } from './event-key'
import { readJson } from './read-watch'

/** What a watch knows of a VM, with the version of the row; 0 where nothing was written yet. */
export interface StoredMemory {
  readonly memory: WatchMemory | null
  readonly version: number
}

/** What a watch knows of a VM from now on, and the notice that follows. */
export interface MemoryChange {
  readonly watchId: string
  /** ARM id as Azure spells it. */
  readonly vmId: string
  readonly memory: WatchMemory
  /** The version that this change is based on. */
  readonly version: number
  /** Null where there is no notice, or where the watch is muted or does not include its kind. */
  readonly notice: Notice | null
  /** Webhooks that get the notice, by name. */
  readonly channels: readonly string[]
}

/** Memories of these watches of these VMs, by `watch id` + newline + `vm key`. */
export async function readMemories(
  store: Store,
  watchIds: readonly string[],
  vmKeys: readonly string[],
): Promise<Result<ReadonlyMap<string, StoredMemory>, StoreFailure>> {
  if (watchIds.length === 0 || vmKeys.length === 0) return ok(new Map())
  return attempt(async () => {
    const rows = await store.db
      .selectFrom('watch_memories')
      .where('watch_id', 'in', watchIds)
      .where('vm_key', 'in', vmKeys)
      .selectAll()
      .execute()
    return new Map(
      rows.map((row) => [
        memoryKey(row.watch_id, row.vm_key),
        { memory: readJson(watchMemorySchema, row.memory), version: row.version },
      ]),
    )
  })
}

/** @param vmKey ARM id in lower case */
export function memoryKey(watchId: string, vmKey: string): string {
  return `${watchId}\n${vmKey}`
}

/** Writes a memory only if it still has the version that the change is based on. */
async function advance(transaction: Transaction<Tables>, change: MemoryChange): Promise<boolean> {
  const place = { watch_id: change.watchId, vm_key: change.vmId.toLowerCase() }
  const memory = JSON.stringify(change.memory)
  if (change.version === 0) {
    const added = await transaction
      .insertInto('watch_memories')
      // Writes nothing where the watch was deleted meanwhile.
      .columns(['watch_id', 'vm_key', 'version', 'memory'])
      .expression((row) =>
        row
          .selectFrom('watches')
          .where('id', '=', change.watchId)
          .select((watch) => [
            'id as watch_id',
            watch.val(place.vm_key).as('vm_key'),
            watch.cast<number>(watch.val(1), 'integer').as('version'),
            watch.val(memory).as('memory'),
          ]),
      )
      .onConflict((conflict) => conflict.columns(['watch_id', 'vm_key']).doNothing())
      .executeTakeFirst()
    return Number(added.numInsertedOrUpdatedRows ?? 0) > 0
  }
  const updated = await transaction
    .updateTable('watch_memories')
    .set({ memory, version: change.version + 1 })
    .where('watch_id', '=', place.watch_id)
    .where('vm_key', '=', place.vm_key)
    .where('version', '=', change.version)
    .executeTakeFirst()
  return Number(updated.numUpdatedRows) > 0
}

async function notify(transaction: Transaction<Tables>, change: MemoryChange, now: number): Promise<void> {
  const { notice, watchId, vmId, channels } = change
  if (notice === null) return
  const vm_key = vmId.toLowerCase()
  const added = await transaction
    .insertInto('notifications')
    .values({
      notice_key: [watchId, vm_key, notice.kind, notice.episode].join('\n'),
      watch_id: watchId,
      vm_key,
      vm_id: vmId,
      notice: JSON.stringify(notice),
      created_at: now,
      event_key: eventKeyOf(notice),
    })
    .onConflict((conflict) => conflict.column('notice_key').doNothing())
    .returning('id')
    .executeTakeFirst()
  if (added === undefined || channels.length === 0) return
  await transaction
    .insertInto('deliveries')
    .values(
      channels.map((channel) => ({
        notification_id: added.id,
        channel,
        state: 'waiting',
        attempts: 0,
        due_at: now,
        holder: null,
        code: null,
      })),
    )
    .execute()
}

/**
 * Writes each change whole, memory and notice in one transaction, or not at all: a kill cannot separate the two. Where
 * another process wrote first, the change is not written and its key is returned.
 * @param now epoch milliseconds
 * @returns keys of the changes that another process preceded; compute them again
 */
export async function writeMemories(
  store: Store,
  changes: readonly MemoryChange[],
  now: number,
): Promise<Result<ReadonlySet<string>, StoreFailure>> {
  // Always in the same order, so that no two writers deadlock.
  const key = (change: MemoryChange): string => memoryKey(change.watchId, change.vmId.toLowerCase())
  const sorted = [...changes].sort((a, b) => (key(a) < key(b) ? -1 : 1))
  if (sorted.length === 0) return ok(new Set<string>())
  return attempt(() =>
    store.db.transaction().execute(async (transaction) => {
      const overtaken = new Set<string>()
      for (const change of sorted) {
        if (await advance(transaction, change)) await notify(transaction, change, now)
        else overtaken.add(key(change))
      }
      return overtaken
    }),
  )
}
