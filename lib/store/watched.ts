import 'server-only'
import { sql } from 'kysely'
import type { Result } from '@/lib/shared/result'
import type { StoreFailure } from './failure'
import { attempt, type Store } from './store'

/** The cloud and tenant that a collector watches. */
export interface Watching {
  readonly cloud: string
  readonly tenantId: string
}

export interface WatchedVm {
  /** ARM id as Azure spells it. */
  readonly id: string
  /** Lower case. */
  readonly subscriptionId: string
  /** Hash of the VM's data in the inventory: a new hash means that the VM must be read now. */
  readonly fingerprint: string
}

const placeOf = ({ cloud, tenantId }: Watching) => ({ cloud, tenant_id: tenantId.toLowerCase() })
const batchSize = 500

/**
 * Stores the VMs that a survey found in some subscriptions. New and changed VMs are due at once; others keep their
 * turn, unless it is later than any interval: a clock that was ahead set it.
 * @param whole whether the survey was complete there: then VMs that it did not find are no longer watched
 */
export async function watch(
  store: Store,
  watching: Watching,
  survey: { readonly subscriptions: readonly string[]; readonly vms: readonly WatchedVm[]; readonly whole: boolean },
  now: number,
): Promise<Result<null, StoreFailure>> {
  const place = placeOf(watching)
  const { movingMs, quietMs } = store.config.polling
  const latest = now + 2 * Math.max(movingMs, quietMs)
  const rows = survey.vms
    .map(({ id, subscriptionId, fingerprint }) => ({
      ...place,
      vm_key: id.toLowerCase(),
      vm_id: id,
      subscription_id: subscriptionId,
      fingerprint,
      due_at: now,
      read_at: null,
    }))
    .sort((a, b) => (a.vm_key < b.vm_key ? -1 : 1))
  return attempt(async () => {
    for (let from = 0; from < rows.length; from += batchSize) {
      await store.db
        .insertInto('watched_vms')
        .values(rows.slice(from, from + batchSize))
        .onConflict((conflict) =>
          conflict
            .columns(['cloud', 'tenant_id', 'vm_key'])
            .doUpdateSet((row) => ({
              vm_id: row.ref('excluded.vm_id'),
              fingerprint: row.ref('excluded.fingerprint'),
              due_at: row.ref('excluded.due_at'),
            }))
            .where((row) =>
              row.or([
                row('watched_vms.fingerprint', '!=', row.ref('excluded.fingerprint')),
                row('watched_vms.due_at', '>', latest),
              ]),
            ),
        )
        .execute()
    }
    if (survey.whole) await forgetOthers(store, watching, survey.subscriptions, new Set(rows.map((row) => row.vm_key)))
    return null
  })
}

async function forgetOthers(
  store: Store,
  watching: Watching,
  subscriptions: readonly string[],
  found: ReadonlySet<string>,
): Promise<void> {
  const place = placeOf(watching)
  const known = await store.db
    .selectFrom('watched_vms')
    .where('cloud', '=', place.cloud)
    .where('tenant_id', '=', place.tenant_id)
    .where('subscription_id', 'in', subscriptions.length === 0 ? [''] : subscriptions)
    .select('vm_key')
    .execute()
  const gone = known.map(({ vm_key }) => vm_key).filter((key) => !found.has(key))
  for (let from = 0; from < gone.length; from += batchSize) {
    await stopWatching(store, watching, gone.slice(from, from + batchSize))
  }
}

async function stopWatching(store: Store, watching: Watching, keys: readonly string[]): Promise<void> {
  const place = placeOf(watching)
  await store.db
    .deleteFrom('watched_vms')
    .where('cloud', '=', place.cloud)
    .where('tenant_id', '=', place.tenant_id)
    .where('vm_key', 'in', keys)
    .execute()
}

/** The VMs of this cloud and tenant that are due. */
function due(store: Store, watching: Watching, now: number) {
  const place = placeOf(watching)
  return store.db
    .selectFrom('watched_vms')
    .where('cloud', '=', place.cloud)
    .where('tenant_id', '=', place.tenant_id)
    .where('due_at', '<=', now)
}

/** Subscriptions with a VM that is due. */
export async function dueSubscriptions(
  store: Store,
  watching: Watching,
  now: number,
): Promise<Result<readonly string[], StoreFailure>> {
  return attempt(async () => {
    const rows = await due(store, watching, now).select('subscription_id').distinct().execute()
    return rows.map((row) => row.subscription_id)
  })
}

/** Since when the most overdue VM has been due, epoch milliseconds; null where none is. */
export async function longestDue(
  store: Store,
  watching: Watching,
  now: number,
): Promise<Result<number | null, StoreFailure>> {
  return attempt(async () => {
    const row = await due(store, watching, now).orderBy('due_at').limit(1).select('due_at').executeTakeFirst()
    return row?.due_at ?? null
  })
}

/** VMs of a subscription that are due, the most overdue first. */
export async function dueVms(
  store: Store,
  watching: Watching,
  subscriptionId: string,
  now: number,
  limit: number,
): Promise<Result<readonly string[], StoreFailure>> {
  return attempt(async () => {
    const rows = await due(store, watching, now)
      .where('subscription_id', '=', subscriptionId)
      .orderBy('due_at')
      .limit(limit)
      .select('vm_id')
      .execute()
    return rows.map((row) => row.vm_id)
  })
}

/** When a VM is due again. `readAt` is null where nothing could be read. Times are epoch milliseconds. */
export interface NextTurn {
  readonly id: string
  readonly readAt: number | null
  /** Null where the VM no longer exists. */
  readonly dueAt: number | null
}

/** Sets the next turns of VMs, whether they were read or not. */
export async function setTurns(
  store: Store,
  watching: Watching,
  turns: readonly NextTurn[],
): Promise<Result<null, StoreFailure>> {
  const place = placeOf(watching)
  const gone = turns.filter(({ dueAt }) => dueAt === null).map(({ id }) => id.toLowerCase())
  const values = turns
    .filter(({ dueAt }) => dueAt !== null)
    .sort((a, b) => (a.id < b.id ? -1 : 1))
    .map(
      ({ id, readAt, dueAt }) =>
        sql`(cast(${id.toLowerCase()} as text), cast(${dueAt} as bigint), cast(${readAt} as bigint))`,
    )
  return attempt(async () => {
    if (gone.length > 0) await stopWatching(store, watching, gone)
    if (values.length === 0) return null
    await sql`update watched_vms set due_at = v.column2, read_at = coalesce(v.column3, read_at)
      from (values ${sql.join(values)}) as v
      where cloud = ${place.cloud} and tenant_id = ${place.tenant_id} and vm_key = v.column1`.execute(store.db)
    return null
  })
}
