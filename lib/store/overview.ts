import 'server-only'
import { sql } from 'kysely'
import type { Result } from '@/lib/shared/result'
import type { StoreFailure } from './failure'
import { historyBytes } from './prune'
import { attempt, type Store } from './store'

/** A tenant of a cloud. */
export interface OfTenant {
  readonly cloud: string
  readonly tenantId: string
}

export interface Overview {
  readonly bytes: number
  readonly machines: number
  readonly observations: number
  /** Leases that are held now. */
  readonly leases: readonly { readonly name: string; readonly holder: string; readonly until: number }[]
  readonly watching: readonly {
    readonly cloud: string
    readonly tenantId: string
    readonly watched: number
    readonly due: number
    readonly lastRead: number | null
  }[]
}

const most = 200

/**
 * The state of the history and of the processes that write it, with the numbers of one tenant alone: its administrators
 * have no right to see those of others. `now`: epoch milliseconds.
 */
export function overview(
  store: Store,
  { cloud, tenantId }: OfTenant,
  now: number,
): Promise<Result<Overview, StoreFailure>> {
  const { db } = store
  return attempt(async () => {
    const own = db.selectFrom('machines').where('cloud', '=', cloud).where('tenant_id', '=', tenantId.toLowerCase())
    const machines = await own.select((each) => each.fn.countAll<number>().as('rows')).executeTakeFirstOrThrow()
    const observations = await db
      .selectFrom('observations')
      .where('machine_id', 'in', own.select('id'))
      .select((each) => each.fn.countAll<number>().as('rows'))
      .executeTakeFirstOrThrow()
    const watching = await db
      .selectFrom('watched_vms')
      .where('cloud', '=', cloud)
      .where('tenant_id', '=', tenantId.toLowerCase())
      .groupBy(['cloud', 'tenant_id'])
      .orderBy('cloud')
      .orderBy('tenant_id')
      .limit(most)
      .select((row) => [
        'cloud',
        'tenant_id as tenantId',
        row.fn.countAll<number>().as('watched'),
        sql<number>`cast(coalesce(sum(case when due_at <= ${now} then 1 else 0 end), 0) as integer)`.as('due'),
        row.fn.max<number | null>('read_at').as('lastRead'),
      ])
      .execute()
    const leases = await db
      .selectFrom('leases')
      .where('until', '>', now)
      .orderBy('name')
      .limit(most)
      .select(['name', 'holder', 'until'])
      .execute()
    return {
      bytes: await historyBytes(store),
      machines: machines.rows,
      observations: observations.rows,
      leases,
      watching,
    }
  })
}
