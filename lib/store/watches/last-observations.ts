import 'server-only'
import type { Result } from '@/lib/shared/result'
import type { StoreFailure } from '../failure'
import { attempt, type Store } from '../store'
import type { Follower } from './types'

export interface LastObservation {
  /** Epoch milliseconds. */
  readonly lastSeen: number
  readonly state: string
}

/** The last observation of each VM by any user, and its state. @param vmKeys ARM ids in lower case */
export async function readLastObservations(
  store: Store,
  { cloud, tenantId }: Pick<Follower, 'cloud' | 'tenantId'>,
  vmKeys: readonly string[],
): Promise<Result<ReadonlyMap<string, LastObservation>, StoreFailure>> {
  return attempt(async () => {
    const rows =
      vmKeys.length === 0
        ? []
        : await store.db
            .selectFrom('machines')
            .innerJoin('observations', 'observations.machine_id', 'machines.id')
            .where('machines.cloud', '=', cloud)
            .where('machines.tenant_id', '=', tenantId.toLowerCase())
            .where('machines.vm_key', 'in', vmKeys)
            .where((row) =>
              row(
                'observations.last_seen',
                '=',
                row
                  .selectFrom('observations as newer')
                  .whereRef('newer.machine_id', '=', 'machines.id')
                  .select((newest) => newest.fn.max('newer.last_seen').as('last')),
              ),
            )
            .orderBy('observations.last_seen')
            .select(['machines.vm_key', 'observations.last_seen', 'observations.state'])
            .execute()
    return new Map(rows.map(({ vm_key, last_seen, state }) => [vm_key, { lastSeen: last_seen, state }]))
  })
}
