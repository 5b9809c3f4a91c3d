import 'server-only'
import type { Transaction } from 'kysely'
import { idSegment } from '@/lib/facts/arm-id'
import type { Observation, ObservedVm } from '@/lib/timeline/observation'
import type { Tables } from './schema'

/** The identity of a machine in the form in which it is stored. */
export interface MachineKey {
  readonly cloud: string
  readonly tenantId: string
  /** ARM id, lower case. */
  readonly vmKey: string
  /** `vmId`, lower case; empty where it was not read. */
  readonly vmUid: string
}

export function machineKeyOf({ cloud, tenantId, id, vmId }: ObservedVm): MachineKey {
  return { cloud, tenantId: tenantId.toLowerCase(), vmKey: id.toLowerCase(), vmUid: (vmId ?? '').toLowerCase() }
}

/** A distinct text for each key. */
export function machineText({ cloud, tenantId, vmKey, vmUid }: MachineKey): string {
  return JSON.stringify([cloud, tenantId, vmKey, vmUid])
}

/**
 * Ensures that every machine has its row, and locks those rows until the transaction ends: two writers of one machine
 * take turns. Rows are locked in the order of their keys, so that no two writers deadlock.
 * @returns the id of each machine by its `machineText`
 */
export async function lockMachines(
  transaction: Transaction<Tables>,
  observations: readonly Observation[],
): Promise<ReadonlyMap<string, number>> {
  const wanted = new Map<string, { readonly key: MachineKey; readonly id: string }>()
  for (const observation of observations) {
    const key = machineKeyOf(observation)
    wanted.set(machineText(key), { key, id: observation.id })
  }
  const rows = [...wanted.entries()]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, { key, id }]) => ({
      cloud: key.cloud,
      tenant_id: key.tenantId,
      vm_key: key.vmKey,
      vm_uid: key.vmUid,
      subscription_id: (idSegment(id, 'subscriptions') ?? '').toLowerCase(),
      vm_id: id,
    }))
  const stored = await transaction
    .insertInto('machines')
    .values(rows)
    .onConflict((conflict) =>
      conflict
        .columns(['cloud', 'tenant_id', 'vm_key', 'vm_uid'])
        .doUpdateSet((row) => ({ vm_id: row.ref('excluded.vm_id') })),
    )
    .returning(['id', 'cloud', 'tenant_id', 'vm_key', 'vm_uid'])
    .execute()
  return new Map(
    stored.map((row) => [
      machineText({ cloud: row.cloud, tenantId: row.tenant_id, vmKey: row.vm_key, vmUid: row.vm_uid }),
      row.id,
    ]),
  )
}
