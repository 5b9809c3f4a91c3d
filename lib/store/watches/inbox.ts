import 'server-only'
import { sql } from 'kysely'
import type { Result } from '@/lib/shared/result'
import { noticeSchema } from '@/lib/timeline/notice/schema'
import type { Notice } from '@/lib/timeline/notice/types'
import type { StoreFailure } from '../failure'
import { attempt, type Store } from '../store'
import { readJson } from './read-watch'
import type { Follower } from './types'

export interface Notification {
  /**
   * Rises with time. Made of the time of creation and the position among the user's own notifications of that
   * millisecond: the number of the row would reveal how many notifications other users got.
   */
  readonly id: number
  readonly watchId: string
  /** ARM id as Azure spells it. */
  readonly vmId: string
  readonly notice: Notice
  /** Epoch milliseconds. */
  readonly createdAt: number
  /** Webhooks to which the notice could finally not be sent. */
  readonly undelivered: readonly string[]
}

/** Numbers per millisecond; a transaction writes at most this many notifications. */
const perMillisecond = 1000

const position = sql<number>`row_number() over (partition by notifications.created_at order by notifications.id)`

/** The newest notifications of a user, newest first. */
export async function notificationsOf(
  store: Store,
  { cloud, tenantId, personId }: Follower,
  limit: number,
): Promise<Result<readonly Notification[], StoreFailure>> {
  return attempt(async () => {
    const rows = await store.db
      .selectFrom('notifications')
      .innerJoin('watches', 'watches.id', 'notifications.watch_id')
      .where('watches.cloud', '=', cloud)
      .where('watches.tenant_id', '=', tenantId.toLowerCase())
      .where('watches.person_id', '=', personId.toLowerCase())
      .orderBy('notifications.created_at', 'desc')
      .orderBy('notifications.id', 'desc')
      .limit(limit)
      .select([
        'notifications.id',
        'notifications.watch_id',
        'notifications.vm_id',
        'notifications.notice',
        'notifications.created_at',
        position.as('position'),
      ])
      .execute()
    const failed =
      rows.length === 0
        ? []
        : await failedOf(
            store,
            rows.map(({ id }) => id),
          )
    return rows.flatMap((row) => {
      const notice = readJson(noticeSchema, row.notice)
      if (notice === null) return []
      const undelivered = failed.filter((one) => one.notification_id === row.id).map(({ channel }) => channel)
      const id = row.created_at * perMillisecond + Math.min(row.position, perMillisecond) - 1
      return [{ id, watchId: row.watch_id, vmId: row.vm_id, notice, createdAt: row.created_at, undelivered }]
    })
  })
}

function failedOf(store: Store, ids: readonly number[]) {
  return store.db
    .selectFrom('deliveries')
    .where('notification_id', 'in', ids)
    .where('state', '=', 'failed')
    .select(['notification_id', 'channel'])
    .execute()
}

/** Deletes notifications made before a time, sent or not. */
export async function forgetNotifications(store: Store, before: number): Promise<Result<number, StoreFailure>> {
  return attempt(async () => {
    const done = await store.db.deleteFrom('notifications').where('created_at', '<', before).executeTakeFirst()
    return Number(done.numDeletedRows)
  })
}
