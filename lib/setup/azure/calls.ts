import type { Exchange } from './exchange'
import { graphQueryNames, type GraphQueryName } from './graph-columns'

/** Calls to ARM besides Resource Graph's, each distinct one that the product makes. */
export const armCalls = [
  'subscriptions',
  'subscription',
  'providers',
  'vm',
  'vm-list',
  'scale-set-instance',
  'scale-set-instances',
  'disk',
  'snapshots',
  'skus',
  'feature',
  'vault',
  'vaults',
  'key',
  'key-version',
  'network-interface',
  'virtual-network',
  'security-group',
  'route-table',
  'policy-assignments',
  'policy-definition',
  'policy-set',
  'locks',
  'boot-diagnostics',
  'activity-log',
  'metrics',
] as const
export type ArmCallName = (typeof armCalls)[number]

export type AzureCall = ArmCallName | `graph:${GraphQueryName}`

/** Every call, in the order in which the report lists them. */
export const azureCalls: readonly AzureCall[] = [
  ...armCalls.slice(0, 3),
  ...graphQueryNames.map((name) => `graph:${name}` as const),
  ...armCalls.slice(3),
]

const provider = (rest: string): RegExp => new RegExp(`/providers/microsoft\\.${rest}$`, 'i')

/** The address of each call without its query; the first that fits counts. */
const paths: readonly (readonly [RegExp, ArmCallName])[] = [
  [/\/providers$/i, 'providers'],
  [provider('compute/virtualmachinescalesets/[^/]+/virtualmachines/[^/]+'), 'scale-set-instance'],
  [provider('compute/virtualmachinescalesets/[^/]+/virtualmachines'), 'scale-set-instances'],
  [provider('compute/virtualmachines/[^/]+/retrievebootdiagnosticsdata'), 'boot-diagnostics'],
  [provider('compute/virtualmachines/[^/]+'), 'vm'],
  [provider('compute/virtualmachines'), 'vm-list'],
  [provider('compute/disks/[^/]+'), 'disk'],
  [provider('compute/snapshots'), 'snapshots'],
  [provider('compute/skus'), 'skus'],
  [provider('compute/features/[^/]+'), 'feature'],
  [provider('keyvault/vaults/[^/]+/keys/[^/]+/versions/[^/]+'), 'key-version'],
  [provider('keyvault/vaults/[^/]+/keys/[^/]+'), 'key'],
  [provider('keyvault/vaults/[^/]+'), 'vault'],
  [provider('keyvault/vaults'), 'vaults'],
  [provider('network/networkinterfaces/[^/]+'), 'network-interface'],
  [provider('network/virtualnetworks/[^/]+'), 'virtual-network'],
  [provider('network/networksecuritygroups/[^/]+'), 'security-group'],
  [provider('network/routetables/[^/]+'), 'route-table'],
  [provider('authorization/policyassignments'), 'policy-assignments'],
  [provider('authorization/policydefinitions/[^/]+'), 'policy-definition'],
  [provider('authorization/policysetdefinitions/[^/]+'), 'policy-set'],
  [provider('authorization/locks'), 'locks'],
  [provider('insights/eventtypes/management/values'), 'activity-log'],
  [provider('insights/metrics'), 'metrics'],
  [/^\/subscriptions\/[^/]+$/i, 'subscription'],
  [/^\/subscriptions$/i, 'subscriptions'],
]

/** The kind of call of an address; null for a call that the product does not make. */
export function armCallOf({ url }: Pick<Exchange, 'url'>): ArmCallName | null {
  const path = URL.canParse(url) ? new URL(url).pathname.replace(/\/$/, '') : ''
  return paths.find(([pattern]) => pattern.test(path))?.[1] ?? null
}
