import 'server-only'
import { getResource } from '@/lib/azure/calls/resource'
import { resourcePath } from '@/lib/azure/calls/resource-path'
import type { ArmSession } from '@/lib/azure/session'
import { isForcedTunnel, securityRulesOf } from '@/lib/facts/related-resources/network'
import type { SecurityRuleFacts, RelatedResources } from '@/lib/facts/related-resources/types'
import type { VmFacts } from '@/lib/facts/types'
import { sameText } from '@/lib/shared/text'
import { known, unknown, type Known } from '@/lib/shared/known'
import {
  readNetworkInterface,
  readRouteTable,
  readSecurityGroup,
  readVirtualNetwork,
  type NetworkInterface,
  type Subnet,
  type VirtualNetwork,
} from '@/lib/wire/network'
import { knownOf } from './known-result'

/** Reads a resource of the network by its id. */
async function readById<T>(
  session: ArmSession,
  id: string,
  type: string,
  read: (json: unknown) => T | null | undefined,
): Promise<Known<T>> {
  const place = resourcePath(id, `Microsoft.Network/${type}`)
  if (place === null) return unknown('unreadable')
  return knownOf(await getResource(session, { ...place, provider: 'Microsoft.Network' }), read)
}

/** The rules of a network security group; empty where there is no group. */
async function readRules(
  session: ArmSession,
  groupId: string | undefined,
): Promise<Known<readonly SecurityRuleFacts[]>> {
  if (groupId === undefined) return known([])
  return readById(session, groupId, 'networkSecurityGroups', (json) => {
    const group = readSecurityGroup(json)
    return group && securityRulesOf(group)
  })
}

/** Null where the routes cannot be read: then nothing is claimed about them. */
async function readTunnel(session: ArmSession, { routeTableId }: Subnet): Promise<boolean | null> {
  if (routeTableId === undefined) return false
  const routes = await readById(session, routeTableId, 'routeTables', readRouteTable)
  return routes.known ? isForcedTunnel(routes.value) : null
}

interface Place {
  readonly networkInterface: NetworkInterface
  readonly network: VirtualNetwork
  readonly subnet: Subnet
}

/** The subnet of an interface, from its virtual network. */
async function readPlace(session: ArmSession, interfaceId: string): Promise<Known<Place>> {
  const networkInterface = await readById(session, interfaceId, 'networkInterfaces', readNetworkInterface)
  if (!networkInterface.known) return networkInterface
  const subnetId = networkInterface.value.subnetIds[0]
  if (subnetId === undefined) return unknown('unreadable')
  const networkId = subnetId.replace(/\/subnets\/[^/]+$/i, '')
  const network = await readById(session, networkId, 'virtualNetworks', readVirtualNetwork)
  if (!network.known) return network
  const subnet = network.value.subnets.find(({ id }) => sameText(id ?? '', subnetId))
  if (subnet === undefined) return unknown('unreadable')
  return known({ networkInterface: networkInterface.value, network: network.value, subnet })
}

/** What the primary interface can reach, as far as its security group, its subnet's group and its routes show. */
export async function readNetwork(session: ArmSession, { setup }: VmFacts): Promise<RelatedResources['network']> {
  const interfaceId = setup.networkInterfaceIds[0]
  if (interfaceId === undefined) return unknown('not-asked')
  const place = await readPlace(session, interfaceId)
  if (!place.known) return place
  const { networkInterface, network, subnet } = place.value
  const [interfaceRules, subnetRules, forcedTunnel] = await Promise.all([
    readRules(session, networkInterface.securityGroupId),
    readRules(session, subnet.securityGroupId),
    readTunnel(session, subnet),
  ])
  if (!interfaceRules.known) return interfaceRules
  if (!subnetRules.known) return subnetRules
  const { dnsServers } = networkInterface.dnsServers.length > 0 ? networkInterface : network
  return known({
    interfaceRules: interfaceRules.value,
    subnetRules: subnetRules.value,
    // Azure's own DNS server can be listed as a custom server too.
    customDnsServers: dnsServers.filter((server) => server !== '168.63.129.16' && server !== 'AzureProvidedDNS'),
    forcedTunnel,
  })
}
