import 'server-only'
import { sql } from 'kysely'
import type { Result } from '@/lib/shared/result'
import { noticeSchema } from '@/lib/timeline/notice/schema'
import type { Notice } from '@/lib/timeline/notice/types'
import type { StoreFailure } from '../failure'
import { attempt, type Store } from '../store'
import { eventKeyOf } from './event-key'
import { readJson } from './read-watch'
import type { Follower } from './types'

/** One notification for one webhook, claimed by its holder. */
export interface ClaimedDelivery {
  readonly id: number
  readonly notificationId: number
  readonly watchId: string
  readonly channel: string
  /** Tries so far, including this one. */
  readonly attempts: number
  /** Epoch milliseconds. */
  readonly createdAt: number
  readonly follower: Follower
  readonly language: string
  /** Epoch milliseconds; null while the watch is not muted. */
  readonly mutedUntil: number | null
  /** When the user's right to read the VM was last proved, in epoch milliseconds; null where never. */
  readonly provedAt: number | null
  readonly vmId: string
  /** Null where the row cannot be read. */
  readonly notice: Notice | null
}

export interface Claim {
  /** Unique name of this claim: a delivery claimed under another name must not be finished here. */
  readonly holder: string
  readonly limit: number
  /** After this time other processes may try: the holder is assumed dead. */
  readonly leaseMilliseconds: number
  /** The only webhook to claim for; all webhooks where it is missing. */
  readonly channel?: string
}

/** Webhooks with a delivery that is due. @param now epoch milliseconds */
export async function dueChannels(store: Store, now: number): Promise<Result<readonly string[], StoreFailure>> {
  return attempt(async () => {
    const rows = await store.db
      .selectFrom('deliveries')
      .where('state', '=', 'waiting')
      .where('due_at', '<=', now)
      .select('channel')
      .distinct()
      .execute()
    return rows.map(({ channel }) => channel)
  })
}

function claimedRows(store: Store, ids: readonly number[]) {
  return store.db
    .selectFrom('deliveries')
    .innerJoin('notifications', 'notifications.id', 'deliveries.notification_id')
    .innerJoin('watches', 'watches.id', 'notifications.watch_id')
    .leftJoin('watch_proofs', (join) =>
      join
        .onRef('watch_proofs.watch_id', '=', 'notifications.watch_id')
        .onRef('watch_proofs.vm_key', '=', 'notifications.vm_key'),
    )
    .where('deliveries.id', 'in', ids)
    .orderBy('deliveries.id')
    .select([
      'deliveries.id',
      'deliveries.notification_id',
      'deliveries.channel',
      'deliveries.attempts',
      'notifications.watch_id',
      'notifications.created_at',
      'notifications.vm_id',
      'notifications.notice',
      'watches.cloud',
      'watches.tenant_id',
      'watches.person_id',
      'watches.language',
      'watches.muted_until',
      'watch_proofs.proved_at',
    ])
    .execute()
}

/**
 * Claims deliveries that are due. Several processes may do so at once: each delivery goes to one of them. A dead
 * holder's claim expires after its lease.
 * @param now epoch milliseconds
 */
export async function claimDeliveries(
  store: Store,
  { holder, limit, leaseMilliseconds, channel }: Claim,
  now: number,
): Promise<Result<readonly ClaimedDelivery[], StoreFailure>> {
  return attempt(async () => {
    const due = store.db
      .selectFrom('deliveries')
      .where('state', '=', 'waiting')
      .where('due_at', '<=', now)
      .$if(channel !== undefined, (query) => query.where('channel', '=', channel ?? ''))
      .orderBy('due_at')
      .orderBy('id')
      .limit(limit)
      .select('id')
      .$if(store.dialect === 'postgres', (query) => query.forUpdate().skipLocked())
    const claimed = await store.db
      .updateTable('deliveries')
      .set({ holder, due_at: now + leaseMilliseconds, attempts: sql<number>`attempts + 1` })
      .where('id', 'in', due)
      .where('state', '=', 'waiting')
      .where('due_at', '<=', now)
      .returning('id')
      .execute()
    if (claimed.length === 0) return []
    const rows = await claimedRows(
      store,
      claimed.map(({ id }) => id),
    )
    return rows.map((row) => ({
      id: row.id,
      notificationId: row.notification_id,
      watchId: row.watch_id,
      channel: row.channel,
      attempts: row.attempts,
      createdAt: row.created_at,
      follower: { cloud: row.cloud, tenantId: row.tenant_id, personId: row.person_id },
      language: row.language,
      mutedUntil: row.muted_until,
      provedAt: row.proved_at,
      vmId: row.vm_id,
      notice: readJson(noticeSchema, row.notice),
    }))
  })
}

/**
 * Whether another watch has already sent the same event to this webhook. Two processes can observe it some seconds
 * apart, so their times need not be equal.
 */
export async function isAlreadyDelivered(
  store: Store,
  delivery: ClaimedDelivery & { readonly notice: Notice },
  withinMilliseconds: number,
): Promise<Result<boolean, StoreFailure>> {
  const { channel, createdAt, notice, vmId, watchId } = delivery
  return attempt(async () => {
    const found = await store.db
      .selectFrom('notifications')
      .innerJoin('deliveries', 'deliveries.notification_id', 'notifications.id')
      .where('notifications.vm_key', '=', vmId.toLowerCase())
      .where('notifications.event_key', '=', eventKeyOf(notice))
      .where('notifications.watch_id', '!=', watchId)
      .where('notifications.created_at', '>=', createdAt - withinMilliseconds)
      .where('notifications.created_at', '<=', createdAt + withinMilliseconds)
      .where('deliveries.channel', '=', channel)
      .where('deliveries.state', '=', 'sent')
      .select('deliveries.id')
      .limit(1)
      .execute()
    return found.length > 0
  })
}

/**
 * The outcome of a try. `dueAt`: epoch milliseconds of the next one. `dropped`: it need not be sent, and that is not a
 * failure.
 */
export type DeliveryOutcome =
  | { readonly state: 'sent' }
  | { readonly state: 'dropped' | 'failed'; readonly code: string }
  | { readonly state: 'waiting'; readonly code: string; readonly dueAt: number }

/** Records the outcome of a claimed delivery. @returns whether the claim was still this holder's */
export async function finishDelivery(
  store: Store,
  delivery: { readonly id: number; readonly holder: string },
  outcome: DeliveryOutcome,
): Promise<Result<boolean, StoreFailure>> {
  return attempt(async () => {
    const done = await store.db
      .updateTable('deliveries')
      .set({
        state: outcome.state,
        holder: null,
        code: outcome.state === 'sent' ? null : outcome.code,
        ...(outcome.state === 'waiting' && { due_at: outcome.dueAt }),
      })
      .where('id', '=', delivery.id)
      .where('holder', '=', delivery.holder)
      .where('state', '=', 'waiting')
      .executeTakeFirst()
    return Number(done.numUpdatedRows) > 0
  })
}
