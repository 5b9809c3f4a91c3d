import 'server-only'
import type { Result } from '@/lib/shared/result'
import type { Observation, ObservedVm } from '@/lib/timeline/observation'
import type { StoreFailure } from './failure'
import { machineKeyOf } from './machines'
import { factsReader, iso, observationColumns, observationOf, type ObservationRow } from './observation-rows'
import { attempt, type Store } from './store'

/** The most rows returned, the newest: months of a VM whose message changes every minute. */
const maxRows = 20_000

export interface StoredTimeline {
  /** Of this machine, and observations without a `vmId`; oldest first. */
  readonly observations: readonly Observation[]
  /** Machines that had the same ARM id before, with the times of their observations. */
  readonly formerMachines: readonly { readonly vmId: string; readonly firstSeen: string; readonly lastSeen: string }[]
  /** Whether older rows were left out. */
  readonly truncated: boolean
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

async function readRows(store: Store, vm: ObservedVm, from: number): Promise<readonly ObservationRow[]> {
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
    .orderBy('observations.first_seen', 'desc')
    .orderBy('observations.id', 'desc')
    .limit(maxRows + 1)
    .select(observationColumns)
    .execute()
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
 */
export async function readTimeline(
  store: Store,
  vm: ObservedVm,
  from: number,
): Promise<Result<StoredTimeline, StoreFailure>> {
  return attempt(async () => {
    const rows = await readRows(store, vm, from)
    const formerMachines = vm.vmId === null ? [] : await readFormer(store, vm)
    // An observation without a `vmId` from the time of a former machine does not belong to this one.
    const since = Math.max(0, ...formerMachines.map(({ lastSeen }) => Date.parse(lastSeen)))
    const own = rows.slice(0, maxRows).filter((row) => row.vm_uid !== '' || row.first_seen > since)
    const read = factsReader()
    const observations = own.map((row) => observationOf(row, read(row.facts))).filter((row) => row !== null)
    return {
      observations: observations.reverse(),
      formerMachines,
      truncated: rows.length > maxRows,
      unreadable: own.length - observations.length,
    }
  })
}
