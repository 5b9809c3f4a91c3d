import 'server-only'
import type { Result } from '@/lib/shared/result'
import type { StoreFailure } from './failure'
import { attempt, type Store } from './store'

/** The VM of the events. Its id in any case. */
export interface ActivityOf {
  readonly cloud: string
  readonly tenantId: string
  readonly id: string
}

/** An event that another system recorded about a VM. `body` is plain JSON in the format of the source's reader. */
export interface ActivityEvent {
  /** The source and its own id of the event, for example `activity-log:…`: the same event twice is one. */
  readonly key: string
  /** ISO time of the event, by the source's clock. */
  readonly at: string
  readonly body: unknown
}

const maxEvents = 5000

function placeOf({ cloud, tenantId, id }: ActivityOf) {
  return { cloud, tenant_id: tenantId.toLowerCase(), vm_key: id.toLowerCase() }
}

/** Stores events, because Azure deletes them after 14 or 90 days. Events that are stored already stay unchanged. */
export async function recordActivity(
  store: Store,
  vm: ActivityOf,
  events: readonly ActivityEvent[],
): Promise<Result<null, StoreFailure>> {
  const rows = events.map(({ key, at, body }) => ({
    ...placeOf(vm),
    event_key: key,
    happened_at: Date.parse(at),
    body: JSON.stringify(body),
  }))
  return attempt(async () => {
    for (let from = 0; from < rows.length; from += 500) {
      await store.db
        .insertInto('activity')
        .values(rows.slice(from, from + 500))
        .onConflict((conflict) => conflict.doNothing())
        .execute()
    }
    return null
  })
}

/**
 * The newest events of a VM, oldest first; `body` as it was stored. The caller checks who may see them.
 * @param from epoch milliseconds; earlier events are left out
 */
export async function readActivity(
  store: Store,
  vm: ActivityOf,
  from: number,
): Promise<Result<readonly ActivityEvent[], StoreFailure>> {
  const { cloud, tenant_id, vm_key } = placeOf(vm)
  return attempt(async () => {
    const rows = await store.db
      .selectFrom('activity')
      .where('cloud', '=', cloud)
      .where('tenant_id', '=', tenant_id)
      .where('vm_key', '=', vm_key)
      .where('happened_at', '>=', from)
      .orderBy('happened_at', 'desc')
      .limit(maxEvents)
      .select(['event_key', 'happened_at', 'body'])
      .execute()
    return rows.reverse().map((row): ActivityEvent => {
      const body: unknown = JSON.parse(row.body)
      return { key: row.event_key, at: new Date(row.happened_at).toISOString(), body }
    })
  })
}
