import { hash } from '../worlds/random'
import type { SimDisk, SimVm } from '../model/vm'

/** Ids are requested tens of thousands of times; each VM caches its own. */
const ownIds = new WeakMap<SimVm, string>()

/** ARM id of a VM, or of an instance of a scale set, with the resource group spelled as given. */
export function vmId(vm: SimVm, group: string = vm.resourceGroup): string {
  if (group !== vm.resourceGroup) return spelled(vm, group)
  const known = ownIds.get(vm)
  if (known !== undefined) return known
  const made = spelled(vm, group)
  ownIds.set(vm, made)
  return made
}

function spelled(vm: SimVm, group: string): string {
  const [, , subscription = '', , , ...rest] = vm.id.split('/')
  return `/subscriptions/${subscription}/resourceGroups/${group}/${rest.join('/')}`
}

/** ARM id of a managed disk as the disk resource spells it. */
export function diskId(vm: SimVm, disk: SimDisk): string {
  return `/subscriptions/${vm.subscriptionId}/resourceGroups/${vm.resourceGroup}/providers/Microsoft.Compute/disks/${disk.name}`
}

/** ARM id of a managed disk as the VM's model spells it: for one VM in three with the group in upper case. */
export function diskIdInModel(vm: SimVm, disk: SimDisk): string {
  const group = hash(vm.vmId) % 3 === 0 ? vm.resourceGroup.toUpperCase() : vm.resourceGroup
  return `/subscriptions/${vm.subscriptionId}/resourceGroups/${group}/providers/Microsoft.Compute/disks/${disk.name}`
}

export function networkInterfaceName(vm: SimVm): string {
  return `${vm.name}-nic`
}

export function networkInterfaceId(vm: SimVm): string {
  return `/subscriptions/${vm.subscriptionId}/resourceGroups/${vm.resourceGroup}/providers/Microsoft.Network/networkInterfaces/${networkInterfaceName(vm)}`
}

export function extensionId(vm: SimVm, name: string, group: string = vm.resourceGroup): string {
  return `${vmId(vm, group)}/extensions/${name}`
}
