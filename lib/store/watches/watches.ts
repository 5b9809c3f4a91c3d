import 'server-only'
import type { Result } from '@/lib/shared/result'
import type { StoreFailure } from '../failure'
import { attempt, type Store } from '../store'
import { watchOf } from './read-watch'
import type { Follower, Watch, WatchTarget, WatchSettings } from './types'

/** More would make each observation expensive for all users. */
export const watchesPerPerson = 100
/** Of these of views: each observation in the tenant is compared with every view, and a view can know every VM. */
export const viewsPerPerson = 20

const whose = ({ cloud, tenantId, personId }: Follower) => ({
  cloud,
  tenant_id: tenantId.toLowerCase(),
  person_id: personId.toLowerCase(),
})

/** A text for a target: equal where the targets are. Lists must be sorted. */
function keyOf(target: WatchTarget): string {
  if (target.kind === 'vm') return target.id.toLowerCase()
  const { subscriptions, groups, os, states } = target.view
  return JSON.stringify([subscriptions, groups, os, states])
}

/**
 * Adds a watch, or changes the user's watch of the same target.
 * @returns the id of the watch; null where the user has too many
 */
export async function putWatch(store: Store, watch: Watch): Promise<Result<string | null, StoreFailure>> {
  const owner = whose(watch.follower)
  const settings = { kinds: JSON.stringify(watch.kinds), channels: JSON.stringify(watch.channels) }
  const target_key = keyOf(watch.target)
  return attempt(async () => {
    const known = await store.db
      .selectFrom('watches')
      .where((row) => row.and(owner))
      .select(['kind', 'target_key'])
      .execute()
    const views = known.filter(({ kind }) => kind === 'view').length
    const isFull = known.length >= watchesPerPerson || (watch.target.kind === 'view' && views >= viewsPerPerson)
    if (isFull && !known.some((row) => row.target_key === target_key)) return null
    const { id } = await store.db
      .insertInto('watches')
      .values({
        ...owner,
        ...settings,
        id: watch.id,
        kind: watch.target.kind,
        target_key,
        target: JSON.stringify(watch.target),
        language: watch.language,
        tell_present: watch.notifyCurrent ? 1 : 0,
        muted_until: watch.mutedUntil,
        created_at: watch.createdAt,
      })
      .onConflict((conflict) =>
        conflict
          .columns(['cloud', 'tenant_id', 'person_id', 'target_key'])
          .doUpdateSet((row) => ({ ...settings, target: row.ref('excluded.target'), language: watch.language })),
      )
      .returning('id')
      .executeTakeFirstOrThrow()
    return id
  })
}

/** The watches of a user, newest first. */
export async function watchesOfPerson(
  store: Store,
  follower: Follower,
): Promise<Result<readonly Watch[], StoreFailure>> {
  return attempt(async () => {
    const rows = await store.db
      .selectFrom('watches')
      .where((row) => row.and(whose(follower)))
      .orderBy('created_at', 'desc')
      .orderBy('id')
      .selectAll()
      .execute()
    return rows.map(watchOf).filter((watch) => watch !== null)
  })
}

/** Every watch in a tenant that can concern one of these VMs. @param vmKeys ARM ids in lower case */
export async function watchesOfVms(
  store: Store,
  { cloud, tenantId }: Pick<Follower, 'cloud' | 'tenantId'>,
  vmKeys: readonly string[],
): Promise<Result<readonly Watch[], StoreFailure>> {
  return attempt(async () => {
    const rows = await store.db
      .selectFrom('watches')
      .where('cloud', '=', cloud)
      .where('tenant_id', '=', tenantId.toLowerCase())
      .where((row) => row.or([row('kind', '=', 'view'), row('target_key', 'in', vmKeys)]))
      .selectAll()
      .execute()
    return rows.map(watchOf).filter((watch) => watch !== null)
  })
}

/** Changes the settings of a user's watch, or of all the user's watches. @returns how many there were */
export async function changeWatches(
  store: Store,
  follower: Follower,
  id: string | null,
  change: Partial<WatchSettings>,
): Promise<Result<number, StoreFailure>> {
  return attempt(async () => {
    const done = await store.db
      .updateTable('watches')
      .set({
        ...(change.kinds !== undefined && { kinds: JSON.stringify(change.kinds) }),
        ...(change.channels !== undefined && { channels: JSON.stringify(change.channels) }),
        ...(change.mutedUntil !== undefined && { muted_until: change.mutedUntil }),
      })
      .where((row) => row.and(whose(follower)))
      .$if(id !== null, (query) => query.where('id', '=', id ?? ''))
      .executeTakeFirst()
    return Number(done.numUpdatedRows)
  })
}

/** Deletes a watch of this user, with its memories and notifications. @returns whether there was one */
export async function deleteWatch(
  store: Store,
  follower: Follower,
  id: string,
): Promise<Result<boolean, StoreFailure>> {
  return attempt(async () => {
    const done = await store.db
      .deleteFrom('watches')
      .where((row) => row.and(whose(follower)))
      .where('id', '=', id)
      .executeTakeFirst()
    return Number(done.numDeletedRows) > 0
  })
}
