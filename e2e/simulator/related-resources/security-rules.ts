import type { OutboundBlock } from '../model/related-resources'

/** A rule of a network security group, with the API's values. */
export interface SecurityRule {
  readonly name: string
  readonly priority: number
  readonly direction: 'Inbound' | 'Outbound'
  readonly access: 'Allow' | 'Deny'
  readonly protocol: 'Tcp' | '*'
  readonly source: string
  readonly destination: string
  readonly port: string
}

type Shape = Pick<SecurityRule, 'direction' | 'access' | 'protocol' | 'source' | 'destination' | 'port'>

const everything = { protocol: '*', port: '*' } as const
const deny443 = {
  direction: 'Outbound',
  access: 'Deny',
  protocol: 'Tcp',
  source: 'VirtualNetwork',
  port: '443',
} as const

function rule(name: string, priority: number, shape: Shape): SecurityRule {
  return { name, priority, ...shape }
}

/**
 * The default rules of every group (https://learn.microsoft.com/azure/virtual-network/network-security-groups-overview#default-security-rules).
 */
export const defaultRules: readonly SecurityRule[] = [
  rule('AllowVnetInBound', 65_000, {
    ...everything,
    direction: 'Inbound',
    access: 'Allow',
    source: 'VirtualNetwork',
    destination: 'VirtualNetwork',
  }),
  rule('AllowAzureLoadBalancerInBound', 65_001, {
    ...everything,
    direction: 'Inbound',
    access: 'Allow',
    source: 'AzureLoadBalancer',
    destination: '*',
  }),
  rule('DenyAllInBound', 65_500, {
    ...everything,
    direction: 'Inbound',
    access: 'Deny',
    source: '*',
    destination: '*',
  }),
  rule('AllowVnetOutBound', 65_000, {
    ...everything,
    direction: 'Outbound',
    access: 'Allow',
    source: 'VirtualNetwork',
    destination: 'VirtualNetwork',
  }),
  rule('AllowInternetOutBound', 65_001, {
    ...everything,
    direction: 'Outbound',
    access: 'Allow',
    source: '*',
    destination: 'Internet',
  }),
  rule('DenyAllOutBound', 65_500, {
    ...everything,
    direction: 'Outbound',
    access: 'Deny',
    source: '*',
    destination: '*',
  }),
]

/** The additional rule of an ordinary group: administration from inside the network. */
export const ordinaryRules: readonly SecurityRule[] = [
  rule('AllowAdministrationInBound', 300, {
    direction: 'Inbound',
    access: 'Allow',
    protocol: 'Tcp',
    source: '10.0.0.0/8',
    destination: '*',
    port: '22',
  }),
]

/** The blocking rules, each by its service tag. */
export const blockRules: Readonly<Record<OutboundBlock, readonly SecurityRule[]>> = {
  'entra-and-key-vault': [
    rule('DenyEntraOutBound', 200, { ...deny443, destination: 'AzureActiveDirectory' }),
    rule('DenyKeyVaultOutBound', 210, { ...deny443, destination: 'AzureKeyVault' }),
  ],
  storage: [rule('DenyStorageOutBound', 220, { ...deny443, destination: 'Storage' })],
  internet: [
    rule('DenyInternetOutBound', 4000, {
      ...everything,
      direction: 'Outbound',
      access: 'Deny',
      source: '*',
      destination: 'Internet',
    }),
  ],
  imds: [
    rule('DenyMetadataOutBound', 230, {
      ...everything,
      direction: 'Outbound',
      access: 'Deny',
      source: '*',
      destination: 'AzurePlatformIMDS',
    }),
  ],
}

/** A rule inside the resource of its group. */
export function renderRule(groupId: string, each: SecurityRule, isDefault: boolean): Record<string, unknown> {
  const child = isDefault ? 'defaultSecurityRules' : 'securityRules'
  return {
    name: each.name,
    id: `${groupId}/${child}/${each.name}`,
    type: `Microsoft.Network/networkSecurityGroups/${child}`,
    properties: {
      provisioningState: 'Succeeded',
      protocol: each.protocol,
      sourcePortRange: '*',
      destinationPortRange: each.port,
      sourceAddressPrefix: each.source,
      destinationAddressPrefix: each.destination,
      access: each.access,
      priority: each.priority,
      direction: each.direction,
      sourcePortRanges: [],
      destinationPortRanges: [],
      sourceAddressPrefixes: [],
      destinationAddressPrefixes: [],
    },
  }
}

const effectivePort = (port: string): string => (port === '*' ? '0-65535' : `${port}-${port}`)
const effectivePrefix = (prefix: string): string => (prefix === '*' ? '0.0.0.0/0' : prefix)

/** The same rule in the answer of the effective rules, where ports are ranges and `*` is written out. */
export function renderEffectiveRule(each: SecurityRule, isDefault: boolean): Record<string, unknown> {
  const port = effectivePort(each.port)
  return {
    name: `${isDefault ? 'defaultSecurityRules' : 'securityRules'}/${each.name}`,
    protocol: each.protocol === '*' ? 'All' : each.protocol,
    sourcePortRange: '0-65535',
    destinationPortRange: port,
    sourcePortRanges: ['0-65535'],
    destinationPortRanges: [port],
    sourceAddressPrefix: effectivePrefix(each.source),
    destinationAddressPrefix: effectivePrefix(each.destination),
    sourceAddressPrefixes: [effectivePrefix(each.source)],
    destinationAddressPrefixes: [effectivePrefix(each.destination)],
    access: each.access,
    priority: each.priority,
    direction: each.direction,
  }
}
