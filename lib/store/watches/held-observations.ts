import 'server-only'
import { ok, type Result } from '@/lib/shared/result'
import type { Observation } from '@/lib/timeline/observation'
import type { StoreFailure } from '../failure'
import { readRecent } from '../recent-observations'
import { attempt, type Store } from '../store'
import type { Follower } from './types'

/**
 * The last observation of each VM of a tenant, by any user, as far as it still holds: a later one was not due yet.
 * @param now epoch milliseconds on Azure's clock
 */
export async function readHeldObservations(
  store: Store,
  { cloud, tenantId }: Pick<Follower, 'cloud' | 'tenantId'>,
  now: number,
): Promise<Result<readonly Observation[], StoreFailure>> {
  const machines = await attempt(() =>
    store.db
      .selectFrom('machine_states')
      .innerJoin('machines', 'machines.id', 'machine_states.machine_id')
      .where('machines.cloud', '=', cloud)
      .where('machines.tenant_id', '=', tenantId.toLowerCase())
      .where('machine_states.held_until', '>=', now)
      .orderBy('machine_states.last_seen')
      .select(['machines.id', 'machines.vm_key'])
      .execute(),
  )
  if (!machines.ok) return machines
  // Where a VM was created again, its former machine does not count.
  const newest = new Map(machines.value.map(({ id, vm_key }) => [vm_key, id]))
  const recent = await readRecent(store, [...newest.values()], 1)
  if (!recent.ok) return recent
  return ok([...recent.value.values()].flatMap(({ observations }) => observations))
}
