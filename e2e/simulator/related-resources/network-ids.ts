import type { SimVm } from '../model/vm'

const networkGroup = 'rg-network'

function networkId(subscriptionId: string, group: string, path: string): string {
  return `/subscriptions/${subscriptionId}/resourceGroups/${group}/providers/Microsoft.Network/${path}`
}

/** One virtual network for each region of a subscription; VMs with custom name servers have another. */
export function virtualNetworkId(vm: SimVm): string {
  const name = vm.related?.dnsServers === undefined ? `vnet-${vm.region}` : `vnet-${vm.region}-dns`
  return networkId(vm.subscriptionId, networkGroup, `virtualNetworks/${name}`)
}

/** One subnet for each resource group; a VM whose subnet has additional rules is alone in it. */
export function subnetName(vm: SimVm): string {
  const { subnetBlocks, forcedTunnel = false } = vm.related ?? {}
  return `snet-${subnetBlocks === undefined && !forcedTunnel ? vm.resourceGroup.toLowerCase() : vm.name}`
}

/** The route table of the subnet; null for most. */
export function routeTableId(vm: SimVm): string | null {
  if (vm.related?.forcedTunnel !== true) return null
  return networkId(vm.subscriptionId, networkGroup, `routeTables/rt-${subnetName(vm)}`)
}

export function subnetId(vm: SimVm): string {
  return `${virtualNetworkId(vm)}/subnets/${subnetName(vm)}`
}

/** The network security group of the subnet. */
export function subnetGroupId(vm: SimVm): string {
  return networkId(vm.subscriptionId, networkGroup, `networkSecurityGroups/nsg-${subnetName(vm)}`)
}

/** The network security group of the VM's interface; null for most. */
export function interfaceGroupId(vm: SimVm): string | null {
  if (vm.related?.interfaceBlocks === undefined) return null
  return networkId(vm.subscriptionId, vm.resourceGroup, `networkSecurityGroups/${vm.name}-nsg`)
}
