import { networkInterfaceId } from '../arm/ids'
import { vmsOfSubscription } from '../arm/vm-index'
import { param } from '../arm/guard'
import type { ArmContext, SimResponse } from '../model/http'
import type { SimVm } from '../model/vm'
import { answerOf, resourceOf, type Place } from './at'
import { interfaceGroupId, routeTableId, subnetGroupId, subnetId, virtualNetworkId } from './network-ids'
import { applianceAddress } from './render-effective'
import { relatedResourceActions } from './rights'
import { rulesOfGroup } from './group-rules'
import { defaultRules, renderRule } from './security-rules'

const namespace = 'Microsoft.Network'

function idIs(wanted: string): (id: string | null) => boolean {
  const lower = wanted.toLowerCase()
  return (id) => id?.toLowerCase() === lower
}

function vmsAt(context: ArmContext, { subscriptionId, id }: Place, read: (vm: SimVm) => string | null): SimVm[] {
  const matches = idIs(id)
  return vmsOfSubscription(context.world, subscriptionId).filter((vm) => matches(read(vm)))
}

function unique(ids: readonly string[]): { readonly id: string }[] {
  return [...new Set(ids)].map((id) => ({ id }))
}

function renderGroup(id: string, region: string, vms: readonly SimVm[]): Record<string, unknown> {
  const [first] = vms
  const isSubnets = first !== undefined && subnetGroupId(first) === id
  return {
    name: id.split('/').at(-1),
    id,
    type: 'Microsoft.Network/networkSecurityGroups',
    location: region,
    properties: {
      provisioningState: 'Succeeded',
      securityRules: first === undefined ? [] : rulesOfGroup(first, id).map((each) => renderRule(id, each, false)),
      defaultSecurityRules: defaultRules.map((each) => renderRule(id, each, true)),
      ...(isSubnets
        ? { subnets: unique(vms.map(subnetId)) }
        : { networkInterfaces: unique(vms.map(networkInterfaceId)) }),
    },
  }
}

/** A network security group: of a subnet, or of one interface. */
export function getSecurityGroup(context: ArmContext): SimResponse {
  const place = resourceOf(context, relatedResourceActions.securityGroup, namespace, [
    ['networkSecurityGroups', 'name'],
  ])
  if (!place.ok) return place.refusal
  const ofSubnet = vmsAt(context, place.value, subnetGroupId)
  const vms = ofSubnet.length > 0 ? ofSubnet : vmsAt(context, place.value, interfaceGroupId)
  const [first] = vms
  const id = first === undefined ? '' : ofSubnet.length > 0 ? subnetGroupId(first) : (interfaceGroupId(first) ?? '')
  return answerOf(context, place.value, first === undefined ? undefined : renderGroup(id, first.region, vms))
}

function renderSubnet(vm: SimVm, index: number): Record<string, unknown> {
  return {
    name: subnetId(vm).split('/').at(-1),
    id: subnetId(vm),
    type: 'Microsoft.Network/virtualNetworks/subnets',
    properties: {
      provisioningState: 'Succeeded',
      addressPrefix: `10.20.${index}.0/24`,
      networkSecurityGroup: { id: subnetGroupId(vm) },
      ...(routeTableId(vm) === null ? {} : { routeTable: { id: routeTableId(vm) } }),
      serviceEndpoints: [],
      delegations: [],
      privateEndpointNetworkPolicies: 'Disabled',
      privateLinkServiceNetworkPolicies: 'Enabled',
    },
  }
}

/** One VM of each subnet, in the order of the subnets' names. */
function subnetsOf(vms: readonly SimVm[]): SimVm[] {
  const bySubnet = new Map(vms.map((vm) => [subnetId(vm), vm]))
  return [...bySubnet].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, vm]) => vm)
}

/** A virtual network with its subnets and its custom name servers. */
export function getVirtualNetwork(context: ArmContext): SimResponse {
  const place = resourceOf(context, relatedResourceActions.virtualNetwork, namespace, [['virtualNetworks', 'network']])
  if (!place.ok) return place.refusal
  const vms = vmsAt(context, place.value, virtualNetworkId)
  const [first] = vms
  if (first === undefined) return answerOf(context, place.value, undefined)
  const dnsServers = first.related?.dnsServers
  return answerOf(context, place.value, {
    name: virtualNetworkId(first).split('/').at(-1),
    id: virtualNetworkId(first),
    type: 'Microsoft.Network/virtualNetworks',
    location: first.region,
    properties: {
      provisioningState: 'Succeeded',
      addressSpace: { addressPrefixes: ['10.20.0.0/16'] },
      ...(dnsServers === undefined ? {} : { dhcpOptions: { dnsServers } }),
      subnets: subnetsOf(vms).map(renderSubnet),
      virtualNetworkPeerings: [],
      enableDdosProtection: false,
    },
  })
}

export function getSubnet(context: ArmContext): SimResponse {
  const place = resourceOf(context, relatedResourceActions.subnet, namespace, [
    ['virtualNetworks', 'network'],
    ['subnets', 'subnet'],
  ])
  if (!place.ok) return place.refusal
  const network = { ...place.value, id: place.value.id.slice(0, place.value.id.toLowerCase().lastIndexOf('/subnets/')) }
  const vms = subnetsOf(vmsAt(context, network, virtualNetworkId))
  const wanted = param(context, 'subnet').toLowerCase()
  const index = vms.findIndex((vm) => subnetId(vm).toLowerCase().endsWith(`/${wanted}`))
  const vm = vms[index]
  return answerOf(context, place.value, vm === undefined ? undefined : renderSubnet(vm, index))
}

/** A route table that sends all traffic to an appliance. */
export function getRouteTable(context: ArmContext): SimResponse {
  const place = resourceOf(context, relatedResourceActions.routeTable, namespace, [['routeTables', 'name']])
  if (!place.ok) return place.refusal
  const [vm] = vmsAt(context, place.value, routeTableId)
  const id = vm === undefined ? null : routeTableId(vm)
  if (vm === undefined || id === null) return answerOf(context, place.value, undefined)
  const properties = {
    provisioningState: 'Succeeded',
    addressPrefix: '0.0.0.0/0',
    nextHopType: 'VirtualAppliance',
    nextHopIpAddress: applianceAddress,
  }
  return answerOf(context, place.value, {
    name: id.split('/').at(-1),
    id,
    type: 'Microsoft.Network/routeTables',
    location: vm.region,
    properties: {
      provisioningState: 'Succeeded',
      disableBgpRoutePropagation: false,
      routes: [{ name: 'everything-to-firewall', id: `${id}/routes/everything-to-firewall`, properties }],
      subnets: [{ id: subnetId(vm) }],
    },
  })
}
