import 'server-only'
import { sql } from 'kysely'
import type { Result } from '@/lib/shared/result'
import { vmStates, type VmState } from '@/lib/encryption/types'
import type { StoreFailure } from './failure'
import { attempt, type Store } from './store'

/** A fleet, and the times at which to count it. */
export interface FleetHistoryQuery {
  readonly cloud: string
  readonly tenantId: string
  /** ARM ids, lower case, of the VMs that the reader can read now: no other is counted. */
  readonly vmKeys: ReadonlySet<string>
  /** First time, epoch milliseconds. */
  readonly from: number
  /** Milliseconds between two times. */
  readonly step: number
  /** How many times, 1 to 1000. */
  readonly moments: number
}

/** VMs by state at one time. A VM without an observation that holds then is in no state. */
export interface FleetMoment {
  /** Epoch milliseconds. */
  readonly at: number
  readonly counts: Readonly<Partial<Record<VmState, number>>>
}

/** Ids of the requested machines; null where that is every machine in the database. */
async function machinesOf(store: Store, query: FleetHistoryQuery): Promise<readonly number[] | null> {
  const all = await store.db.selectFrom('machines').select(['id', 'cloud', 'tenant_id', 'vm_key']).execute()
  const tenantId = query.tenantId.toLowerCase()
  const wanted = all.filter(
    (row) => row.cloud === query.cloud && row.tenant_id === tenantId && query.vmKeys.has(row.vm_key),
  )
  return wanted.length === all.length ? null : wanted.map(({ id }) => id)
}

interface Group {
  readonly state: string
  readonly first: number
  readonly end: number
  readonly rows: number
}

/**
 * Runs that hold at some of the times, counted by state and by the first time and the one after the last. Integers
 * only, because both databases divide those alike.
 */
async function groups(store: Store, query: FleetHistoryQuery, machines: readonly number[] | null): Promise<Group[]> {
  const { from, step, moments } = query
  const begin = from - step
  const moment = (column: string) => sql`(${sql.ref(column)} - 1 - cast(${begin} as bigint)) / cast(${step} as bigint)`
  const list = JSON.stringify(machines ?? [])
  const among =
    machines === null
      ? sql``
      : store.dialect === 'sqlite'
        ? sql`machine_id in (select value from json_each(${list})) and`
        : sql`machine_id in (select value::bigint from json_array_elements_text(cast(${list} as json))) and`
  const { rows } = await sql<Group>`
    select state, ${moment('first_seen')} as first, ${moment('held_until')} as "end", count(*) as rows
    from state_runs
    where ${among} first_seen <= ${from + step * (moments - 1)} and held_until > ${from}
      and ${moment('first_seen')} < ${moment('held_until')}
    group by 1, 2, 3`.execute(store.db)
  return rows
}

/** Counts the states of a fleet at evenly spaced times, in one pass over an index. */
export async function readFleetHistory(
  store: Store,
  query: FleetHistoryQuery,
): Promise<Result<readonly FleetMoment[], StoreFailure>> {
  return attempt(async () => {
    const machines = await machinesOf(store, query)
    const found = machines?.length === 0 ? [] : await groups(store, query, machines)
    const counts = Array.from({ length: query.moments }, () => new Map<VmState, number>())
    for (const { state, first, end, rows } of found) {
      const known = vmStates.find((each) => each === state)
      if (known === undefined) continue
      for (const bucket of counts.slice(Math.max(0, first), end)) bucket.set(known, (bucket.get(known) ?? 0) + rows)
    }
    return counts.map((bucket, index) => ({ at: query.from + index * query.step, counts: Object.fromEntries(bucket) }))
  })
}
