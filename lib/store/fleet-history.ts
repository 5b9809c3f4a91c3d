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
  /** VMs without an observation that holds then, by the state in which they were last observed before. */
  readonly lastKnown: Readonly<Partial<Record<VmState, number>>>
}

interface MachineIds {
  /** The requested machines; null where that is every machine in the database. */
  readonly all: readonly number[] | null
  /** The newest machine of each VM, alike: the state of a former machine under the same id ended with that machine. */
  readonly newest: readonly number[] | null
}

async function machinesOf(store: Store, query: FleetHistoryQuery): Promise<MachineIds> {
  const all = await store.db
    .selectFrom('machines')
    .select(['id', 'cloud', 'tenant_id', 'vm_key'])
    .orderBy('id')
    .execute()
  const tenantId = query.tenantId.toLowerCase()
  const wanted = all.filter(
    (row) => row.cloud === query.cloud && row.tenant_id === tenantId && query.vmKeys.has(row.vm_key),
  )
  const newest = new Map(wanted.map(({ id, vm_key: key }) => [key, id]))
  return {
    all: wanted.length === all.length ? null : wanted.map(({ id }) => id),
    newest: newest.size === all.length ? null : [...newest.values()],
  }
}

interface Group {
  readonly kind: 'held' | 'gap'
  readonly state: string
  readonly first: number
  readonly end: number
  readonly rows: number
}

/** The index of the first time at or after the one in this column. Integers only: both databases divide those alike. */
function momentOf({ from, step }: FleetHistoryQuery, column: string) {
  return sql`(${sql.ref(column)} - 1 - cast(${from - step} as bigint)) / cast(${step} as bigint)`
}

function among(store: Store, machines: readonly number[] | null) {
  if (machines === null) return sql``
  const list = JSON.stringify(machines)
  return store.dialect === 'sqlite'
    ? sql`machine_id in (select value from json_each(${list})) and`
    : sql`machine_id in (select value::bigint from json_array_elements_text(cast(${list} as json))) and`
}

/**
 * Runs that hold at some of the times, counted by state and by the first time and the one after the last.
 */
function heldGroups(store: Store, query: FleetHistoryQuery, machines: readonly number[] | null) {
  const { from, step, moments } = query
  const moment = (column: string) => momentOf(query, column)
  return sql`
    select 'held' as kind, state, ${moment('first_seen')} as first, ${moment('held_until')} as "end", count(*) as rows
    from state_runs
    where ${among(store, machines)} first_seen <= ${from + step * (moments - 1)} and held_until > ${from}
      and ${moment('first_seen')} < ${moment('held_until')}
    group by 2, 3, 4`
}

/** The times after each run until the next run of the same machine, counted alike; the last run has no next. */
function gapsAfter(store: Store, query: FleetHistoryQuery, machines: readonly number[] | null) {
  const { from, step, moments } = query
  const [first, next] = [momentOf(query, 'held_until'), momentOf(query, 'next')]
  return sql`
    select 'gap' as kind, state, ${first} as first, coalesce(${next}, cast(${moments} as bigint)) as "end", count(*) as rows
    from (
      select state, held_until, lead(first_seen) over (partition by machine_id order by first_seen) as next
      from state_runs where ${among(store, machines)} first_seen <= ${from + step * (moments - 1)}
    ) as runs
    where held_until <= ${from + step * (moments - 1)} and coalesce(next, ${from + 1}) > ${from}
      and ${first} < coalesce(${next}, cast(${moments} as bigint))
    group by 2, 3, 4`
}

/** In one statement: an observation that is recorded meanwhile ends a run, and a machine would count as observed and as last known. */
async function groups(store: Store, query: FleetHistoryQuery, machines: MachineIds): Promise<readonly Group[]> {
  const [held, gaps] = [heldGroups(store, query, machines.all), gapsAfter(store, query, machines.newest)]
  return (await sql<Group>`${held} union all ${gaps}`.execute(store.db)).rows
}

/** Adds up groups at every time that they cover. */
function countsAt(groupsFound: readonly Group[], moments: number): readonly FleetMoment['counts'][] {
  const counts = Array.from({ length: moments }, () => new Map<VmState, number>())
  for (const { state, first, end, rows } of groupsFound) {
    const known = vmStates.find((each) => each === state)
    if (known === undefined) continue
    for (const bucket of counts.slice(Math.max(0, first), end)) bucket.set(known, (bucket.get(known) ?? 0) + rows)
  }
  return counts.map((bucket): FleetMoment['counts'] => Object.fromEntries(bucket))
}

/** Counts the states of a fleet at evenly spaced times, those observed then and those last known. */
export async function readFleetHistory(
  store: Store,
  query: FleetHistoryQuery,
): Promise<Result<readonly FleetMoment[], StoreFailure>> {
  return attempt(async () => {
    const machines = await machinesOf(store, query)
    const isNone = machines.all?.length === 0
    const found = isNone ? [] : await groups(store, query, machines)
    const ofKind = (wanted: Group['kind']) =>
      countsAt(
        found.filter(({ kind }) => kind === wanted),
        query.moments,
      )
    const [held, lastKnown] = [ofKind('held'), ofKind('gap')]
    return held.map((counts, index) => ({
      at: query.from + index * query.step,
      counts,
      lastKnown: lastKnown[index] ?? {},
    }))
  })
}
