import { answerOf } from '../related-resources/at'
import { interfaceGroupId, subnetId } from '../related-resources/network-ids'
import { hash } from '../worlds/random'
import type { ArmContext, SimResponse } from '../model/http'
import { authorizationFailed, resourceNotFound } from './errors'
import { param, subscriptionOf } from './guard'
import { networkInterfaceId, networkInterfaceName, vmId } from './ids'
import { actions } from './rights'
import { vmsOfSubscription } from './vm-index'

/** A network interface: its VM, its subnet and, if it has one, its own security group. */
export function getNetworkInterface(context: ArmContext): SimResponse {
  const subscription = subscriptionOf(context)
  if (!subscription.ok) return subscription.refusal
  const { id } = subscription.value
  const group = param(context, 'group')
  const name = param(context, 'networkInterface')
  const scope = `/subscriptions/${id}/resourceGroups/${group}/providers/Microsoft.Network/networkInterfaces/${name}`
  if (!context.can(actions.networkInterface, scope))
    return authorizationFailed(context.caller.objectId, actions.networkInterface, scope)
  const vm = vmsOfSubscription(context.world, id).find(
    (each) => networkInterfaceId(each).toLowerCase() === scope.toLowerCase(),
  )
  if (vm === undefined) return resourceNotFound(`Microsoft.Network/networkInterfaces/${name}`, group)
  const groupId = interfaceGroupId(vm)
  const bits = hash(vm.vmId)
  const hex = bits.toString(16).padStart(8, '0').toUpperCase()
  const properties = {
    provisioningState: 'Succeeded',
    primary: true,
    privateIPAddress: `10.${(bits >>> 16) % 200}.${(bits >>> 8) % 250}.${4 + (bits % 250)}`,
    privateIPAllocationMethod: 'Dynamic',
    privateIPAddressVersion: 'IPv4',
    subnet: { id: subnetId(vm) },
  }
  const json = {
    name: networkInterfaceName(vm),
    id: networkInterfaceId(vm),
    location: vm.region,
    type: 'Microsoft.Network/networkInterfaces',
    properties: {
      provisioningState: 'Succeeded',
      ipConfigurations: [{ name: 'ipconfig1', id: `${networkInterfaceId(vm)}/ipConfigurations/ipconfig1`, properties }],
      macAddress: `00-0D-${hex.slice(0, 2)}-${hex.slice(2, 4)}-${hex.slice(4, 6)}-${hex.slice(6)}`,
      primary: true,
      dnsSettings: { dnsServers: [], appliedDnsServers: [] },
      ...(groupId === null ? {} : { networkSecurityGroup: { id: groupId } }),
      virtualMachine: { id: vmId(vm) },
    },
  }
  return answerOf(
    context,
    { subscriptionId: id, group, id: scope, shown: `Microsoft.Network/networkInterfaces/${name}` },
    json,
  )
}
