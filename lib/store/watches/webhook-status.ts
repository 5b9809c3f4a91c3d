import 'server-only'
import { sql } from 'kysely'
import type { Result } from '@/lib/shared/result'
import type { StoreFailure } from '../failure'
import type { OfTenant } from '../overview'
import { attempt, type Store } from '../store'

/** What became of the notices for one webhook. */
export interface WebhookStatus {
  readonly name: string
  readonly sent: number
  /** Tried in vain, and tried again later. */
  readonly retrying: number
  /** Given up. */
  readonly failed: number
  /** Why the newest notice that is retried or given up was not taken; null without one. */
  readonly code: string | null
}

/** Webhooks that are read at most: more than a configuration has. */
const most = 200

/**
 * The webhooks to which watches of a tenant had notices to post since a time.
 * @param since epoch milliseconds
 */
export function webhookStatus(
  store: Store,
  { cloud, tenantId }: OfTenant,
  since: number,
): Promise<Result<readonly WebhookStatus[], StoreFailure>> {
  const own = store.db
    .selectFrom('deliveries')
    .innerJoin('notifications', 'notifications.id', 'deliveries.notification_id')
    .innerJoin('watches', 'watches.id', 'notifications.watch_id')
    .where('watches.cloud', '=', cloud)
    .where('watches.tenant_id', '=', tenantId.toLowerCase())
    .where('notifications.created_at', '>=', since)
  return attempt(async () => {
    const countOf = (condition: ReturnType<typeof sql<boolean>>) =>
      sql<number>`cast(sum(case when ${condition} then 1 else 0 end) as integer)`
    const retried = sql<boolean>`deliveries.state = 'waiting' and deliveries.code is not null`
    const counts = await own
      .groupBy('channel')
      .orderBy('channel')
      .limit(most)
      .select([
        'channel',
        countOf(sql`deliveries.state = 'sent'`).as('sent'),
        countOf(retried).as('retrying'),
        countOf(sql`deliveries.state = 'failed'`).as('failed'),
      ])
      .execute()
    const last = await store.db
      .selectFrom('deliveries')
      .where(
        'id',
        'in',
        own
          .where((where) => where.or([where('deliveries.state', '=', 'failed'), retried]))
          .groupBy('channel')
          .select((row) => row.fn.max<number>('deliveries.id').as('id')),
      )
      .select(['channel', 'code'])
      .execute()
    const codes = new Map(last.map(({ channel, code }) => [channel, code]))
    return counts.map(({ channel, sent, retrying, failed }) => ({
      name: channel,
      sent,
      retrying,
      failed,
      code: codes.get(channel) ?? null,
    }))
  })
}
