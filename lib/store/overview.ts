import 'server-only'
import { sql } from 'kysely'
import type { Result } from '@/lib/shared/result'
import type { StoreFailure } from './failure'
import { historyBytes } from './prune'
import { attempt, type Store } from './store'

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

/** The state of the history and of the processes that write it. `now`: epoch milliseconds. */
export function overview(store: Store, now: number): Promise<Result<Overview, StoreFailure>> {
  const { db } = store
  return attempt(async () => {
    const counted = async (table: 'machines' | 'observations'): Promise<number> => {
      const row = await db
        .selectFrom(table)
        .select((each) => each.fn.countAll<number>().as('rows'))
        .executeTakeFirstOrThrow()
      return row.rows
    }
    const watching = await db
      .selectFrom('watched_vms')
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
      machines: await counted('machines'),
      observations: await counted('observations'),
      leases,
      watching,
    }
  })
}
