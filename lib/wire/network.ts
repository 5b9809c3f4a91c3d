import { fieldOf, listOf, numberOf, objectOf, textOf, type JsonObject } from './read'

const idIn = (object: JsonObject | undefined, name: string): string | undefined =>
  textOf(fieldOf(objectOf(fieldOf(object, name)), 'id'))

const propertiesOf = (json: unknown): JsonObject | undefined => objectOf(fieldOf(objectOf(json), 'properties'))

/** `Microsoft.Network/networkInterfaces`. https://learn.microsoft.com/rest/api/virtualnetwork/network-interfaces/get */
export interface NetworkInterface {
  readonly securityGroupId: string | undefined
  readonly subnetIds: readonly string[]
  readonly dnsServers: readonly string[]
}

export function readNetworkInterface(json: unknown): NetworkInterface | undefined {
  const properties = propertiesOf(json)
  const configurations = listOf(fieldOf(properties, 'ipConfigurations'), (each) => idIn(propertiesOf(each), 'subnet'))
  if (properties === undefined || configurations === undefined) return undefined
  return {
    securityGroupId: idIn(properties, 'networkSecurityGroup'),
    subnetIds: configurations,
    dnsServers: listOf(fieldOf(objectOf(fieldOf(properties, 'dnsSettings')), 'dnsServers'), textOf) ?? [],
  }
}

export interface Subnet {
  readonly id: string | undefined
  readonly securityGroupId: string | undefined
  readonly routeTableId: string | undefined
}

/** `Microsoft.Network/virtualNetworks`. https://learn.microsoft.com/rest/api/virtualnetwork/virtual-networks/get */
export interface VirtualNetwork {
  readonly dnsServers: readonly string[]
  readonly subnets: readonly Subnet[]
}

function readSubnet(json: unknown): Subnet {
  const properties = propertiesOf(json)
  return {
    id: textOf(fieldOf(objectOf(json), 'id')),
    securityGroupId: idIn(properties, 'networkSecurityGroup'),
    routeTableId: idIn(properties, 'routeTable'),
  }
}

export function readVirtualNetwork(json: unknown): VirtualNetwork | undefined {
  const properties = propertiesOf(json)
  const subnets = listOf(fieldOf(properties, 'subnets'), readSubnet)
  if (subnets === undefined) return undefined
  return {
    dnsServers: listOf(fieldOf(objectOf(fieldOf(properties, 'dhcpOptions')), 'dnsServers'), textOf) ?? [],
    subnets,
  }
}

export interface SecurityRule {
  readonly name: string | undefined
  readonly priority: number | undefined
  readonly direction: string | undefined
  readonly access: string | undefined
  readonly protocol: string | undefined
  readonly destinations: readonly string[]
  readonly ports: readonly string[]
}

/** One value and a list of values in two fields, as rules have them. */
function oneOrMany(object: JsonObject | undefined, one: string, many: string): readonly string[] {
  const single = textOf(fieldOf(object, one))
  return [...(single ? [single] : []), ...(listOf(fieldOf(object, many), textOf) ?? [])]
}

function readRule(json: unknown): SecurityRule {
  const properties = propertiesOf(json)
  return {
    name: textOf(fieldOf(objectOf(json), 'name')),
    priority: numberOf(fieldOf(properties, 'priority')),
    direction: textOf(fieldOf(properties, 'direction')),
    access: textOf(fieldOf(properties, 'access')),
    protocol: textOf(fieldOf(properties, 'protocol')),
    destinations: oneOrMany(properties, 'destinationAddressPrefix', 'destinationAddressPrefixes'),
    ports: oneOrMany(properties, 'destinationPortRange', 'destinationPortRanges'),
  }
}

/** `Microsoft.Network/networkSecurityGroups`: its own rules. The default rules are the same everywhere. */
export interface SecurityGroup {
  readonly name: string | undefined
  readonly rules: readonly SecurityRule[]
}

/** https://learn.microsoft.com/rest/api/virtualnetwork/network-security-groups/get */
export function readSecurityGroup(json: unknown): SecurityGroup | undefined {
  const rules = listOf(fieldOf(propertiesOf(json), 'securityRules'), readRule)
  return rules && { name: textOf(fieldOf(objectOf(json), 'name')), rules }
}

export interface Route {
  readonly addressPrefix: string | undefined
  readonly nextHopType: string | undefined
}

/** `Microsoft.Network/routeTables`. https://learn.microsoft.com/rest/api/virtualnetwork/route-tables/get */
export function readRouteTable(json: unknown): readonly Route[] | undefined {
  return listOf(fieldOf(propertiesOf(json), 'routes'), (route) => ({
    addressPrefix: textOf(fieldOf(propertiesOf(route), 'addressPrefix')),
    nextHopType: textOf(fieldOf(propertiesOf(route), 'nextHopType')),
  }))
}
