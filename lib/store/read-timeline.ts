import 'server-only'
import type { Result } from '@/lib/shared/result'
import type { Observation, ObservedVm } from '@/lib/timeline/observation'
import type { StoreFailure } from './failure'
import { machineKeyOf } from './machines'
import { factsReader, iso, observationColumns, observationOf, type ObservationRow } from './observation-rows'
import { attempt, type Store } from './store'

/** The most rows returned at once: months of a VM whose message changes every minute. */
const maxRows = 20_000

/**
 * Where a page of older rows begins: at rows that began at or before a time (epoch milliseconds), after so many that began
 * exactly then. Row ids would reveal how many rows other VMs have.
 */
export interface PageStart {
  readonly firstSeen: number
  readonly skip: number
}

export interface StoredTimeline {
  /** Of this machine, and observations without a `vmId`; oldest first. */
  readonly observations: readonly Observation[]
  /** Machines that had the same ARM id before, with the times of their observations. */
  readonly formerMachines: readonly { readonly vmId: string; readonly firstSeen: string; readonly lastSeen: string }[]
  /** Start of the next page of older rows; null on the last page. */
  readonly next: PageStart | null
  /** Rows that could not be read. */
  readonly unreadable: number
}

/**
 * The machines whose history this is: the requested machine under any id, and observations of its ARM id without a
 * `vmId`.
 */
function ofMachine(store: Store, vm: ObservedVm) {
  const key = machineKeyOf(vm)
  return store.db
    .selectFrom('machines')
    .where('cloud', '=', key.cloud)
    .where('tenant_id', '=', key.tenantId)
    .where((row) => {
      const unnamed = row.and([row('vm_key', '=', key.vmKey), row('vm_uid', '=', '')])
      return key.vmUid === '' ? unnamed : row.or([row('vm_uid', '=', key.vmUid), unnamed])
    })
}

async function readRows(
  store: Store,
  vm: ObservedVm,
  from: number,
  page: PageStart | null,
): Promise<readonly ObservationRow[]> {
  const machines = await ofMachine(store, vm).select('id').execute()
  if (machines.length === 0) return []
  return store.db
    .selectFrom('observations')
    .innerJoin('machines', 'machines.id', 'observations.machine_id')
    .where(
      'observations.machine_id',
      'in',
      machines.map(({ id }) => id),
    )
    .where('observations.last_seen', '>=', from)
    .$if(page !== null, (query) => query.where('observations.first_seen', '<=', page?.firstSeen ?? 0))
    .orderBy('observations.first_seen', 'desc')
    .orderBy('observations.id', 'desc')
    .limit(maxRows + 1)
    .$if(page !== null, (query) => query.offset(page?.skip ?? 0))
    .select(observationColumns)
    .execute()
}

function nextOf(rows: readonly ObservationRow[], page: PageStart | null): PageStart | null {
  const shown = rows.slice(0, maxRows)
  const last = shown.at(-1)
  if (last === undefined || rows.length <= maxRows) return null
  const firstSeen = last.first_seen
  const equal = shown.filter((row) => row.first_seen === firstSeen).length
  return { firstSeen, skip: equal + (page?.firstSeen === firstSeen ? page.skip : 0) }
}

async function readFormer(store: Store, vm: ObservedVm): Promise<StoredTimeline['formerMachines']> {
  const key = machineKeyOf(vm)
  const rows = await store.db
    .selectFrom('machines')
    .innerJoin('observations', 'observations.machine_id', 'machines.id')
    .where('cloud', '=', key.cloud)
    .where('tenant_id', '=', key.tenantId)
    .where('vm_key', '=', key.vmKey)
    .where('vm_uid', 'not in', ['', key.vmUid])
    .groupBy('vm_uid')
    .select((row) => [
      'vm_uid',
      row.fn.min<number>('first_seen').as('first_seen'),
      row.fn.max<number>('last_seen').as('last_seen'),
    ])
    .execute()
  return rows.map((row) => ({ vmId: row.vm_uid, firstSeen: iso(row.first_seen), lastSeen: iso(row.last_seen) }))
}

/**
 * The history of one machine. The caller checks whether the user may see it: this module has no users. A VM that was
 * deleted and created again under the same id is another machine; a moved one keeps its history.
 * @param from epoch milliseconds; rows last observed before it are left out
 * @param page the `next` of the page before; null for the newest rows
 */
export async function readTimeline(
  store: Store,
  vm: ObservedVm,
  from: number,
  page: PageStart | null = null,
): Promise<Result<StoredTimeline, StoreFailure>> {
  return attempt(async () => {
    const rows = await readRows(store, vm, from, page)
    const formerMachines = vm.vmId === null ? [] : await readFormer(store, vm)
    // An observation without a `vmId` from the time of a former machine does not belong to this one.
    const since = Math.max(0, ...formerMachines.map(({ lastSeen }) => Date.parse(lastSeen)))
    const own = rows.slice(0, maxRows).filter((row) => row.vm_uid !== '' || row.first_seen > since)
    const read = factsReader()
    const observations = own.map((row) => observationOf(row, read(row.facts))).filter((row) => row !== null)
    return {
      observations: observations.reverse(),
      formerMachines,
      next: nextOf(rows, page),
      unreadable: own.length - observations.length,
    }
  })
}
