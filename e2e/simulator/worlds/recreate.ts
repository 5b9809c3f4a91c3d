import type { SimVm } from '../model/vm'
import type { World } from '../model/world'
import { vmId } from '../arm/ids'
import { recordOf } from '../records/journal'
import { ask, operations } from '../records/requests'
import { wholeChange } from '../records/tracked'
import { randomFor } from './random'

/** Removes a VM from the world at `now`; its history stays readable. False if it does not exist. */
export function deleteVm(world: World, id: string, now: number, by: string | null = null): boolean {
  const vm = world.vms.get(id.toLowerCase())
  if (vm === undefined) return false
  const request = ask(vm, {
    at: now,
    operation: operations.vmDelete,
    target: vmId(vm),
    method: 'DELETE',
    by,
    seconds: 40,
  })
  recordOf(vm).changes.push(...wholeChange(vm, 'Delete', now, request))
  world.departed.push(vm)
  return world.vms.delete(vm.id)
}

/** The same machine recreated: same name and shape, another `vmId`, new disks, no ADE. */
function anew(vm: SimVm, now: number): SimVm {
  const random = randomFor(now % 0xffffffff, `${vm.vmId}/again`)
  const vmIdentity = random.uuid()
  return {
    ...vm,
    vmId: vmIdentity,
    madeAt: now,
    power: 'running',
    agentReady: true,
    heartbeatAt: now,
    provisioningState: 'Succeeded',
    modelSettings: null,
    disks: vm.disks.map((disk) => ({
      ...disk,
      name: disk.name.replace(/[0-9a-f]{32}$/, random.hex(32)),
      stampCode: null,
      settings: null,
    })),
    extensions: [],
    recordedBody: null,
    run: null,
    record: null,
    past: [],
  }
}

/** Deletes a VM and creates another of the same name, as a user might after a failure. Null if it does not exist. */
export function recreateVm(world: World, id: string, now: number, by: string | null = null): SimVm | null {
  const old = world.vms.get(id.toLowerCase())
  if (old === undefined) return null
  deleteVm(world, id, now, by)
  const vm = anew(old, now)
  const request = ask(vm, { at: now, operation: operations.vmWrite, target: vmId(vm), method: 'PUT', by, seconds: 50 })
  recordOf(vm).changes.push(...wholeChange(vm, 'Create', now, request))
  world.vms.set(vm.id, vm)
  return vm
}
