import 'server-only'
import { sql } from 'kysely'
import type { Result } from '@/lib/shared/result'
import { noticeSchema } from '@/lib/timeline/notice/schema'
import type { Notice } from '@/lib/timeline/notice/types'
import type { StoreFailure } from '../failure'
import { attempt, type Store } from '../store'
import { readJson } from './read-watch'

/** One notification for one webhook, claimed by whoever holds it. */
export interface ClaimedDelivery {
  readonly id: number
  readonly notificationId: number
  readonly channel: string
  /** Tries so far, this one included. */
  readonly attempts: number
  readonly createdAt: number
  readonly tenantId: string
  readonly language: string
  readonly vmId: string
  /** Null where the row cannot be read. */
  readonly notice: Notice | null
}

export interface Claim {
  /** Name of this claim alone: what was claimed under another name is not ours to finish. */
  readonly holder: string
  readonly limit: number
  /** After so long others may try: the holder is dead by then. */
  readonly leaseMilliseconds: number
}

/**
 * Claims deliveries that are due. Several processes may do so at once: each delivery goes to one of them. A claim whose
 * holder died is free again when its time is up.
 * @param now epoch milliseconds
 */
export async function claimDeliveries(
  store: Store,
  { holder, limit, leaseMilliseconds }: Claim,
  now: number,
): Promise<Result<readonly ClaimedDelivery[], StoreFailure>> {
  return attempt(async () => {
    const due = store.db
      .selectFrom('deliveries')
      .where('state', '=', 'waiting')
      .where('due_at', '<=', now)
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
    const rows = await store.db
      .selectFrom('deliveries')
      .innerJoin('notifications', 'notifications.id', 'deliveries.notification_id')
      .innerJoin('watches', 'watches.id', 'notifications.watch_id')
      .where(
        'deliveries.id',
        'in',
        claimed.map(({ id }) => id),
      )
      .orderBy('deliveries.id')
      .select([
        'deliveries.id',
        'deliveries.notification_id',
        'deliveries.channel',
        'deliveries.attempts',
        'notifications.created_at',
        'notifications.vm_id',
        'notifications.notice',
        'watches.tenant_id',
        'watches.language',
      ])
      .execute()
    return rows.map((row) => ({
      id: row.id,
      notificationId: row.notification_id,
      channel: row.channel,
      attempts: row.attempts,
      createdAt: row.created_at,
      tenantId: row.tenant_id,
      language: row.language,
      vmId: row.vm_id,
      notice: readJson(noticeSchema, row.notice),
    }))
  })
}

/** What became of a try. `dueAt`: epoch milliseconds of the next one. */
export type DeliveryOutcome =
  | { readonly state: 'sent' }
  | { readonly state: 'failed'; readonly code: string }
  | { readonly state: 'waiting'; readonly code: string; readonly dueAt: number }

/** Notes what became of a claimed delivery. @returns whether it was still this holder's */
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
