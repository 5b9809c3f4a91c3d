import assert from 'node:assert/strict'
import { callRoute, jsonOf } from '@/e2e/simulator/arm/test-context'
import { resourcePath } from '@/lib/azure/calls/resource-path'
import { readActivityEvent } from '@/lib/wire/activity-log'
import { readSerialConsoleAddress } from '@/lib/wire/bootDiagnostics'
import { readDiskResource, readSnapshot } from '@/lib/wire/disk'
import { readExtension } from '@/lib/wire/extension'
import { readLock, readPolicyAssignment, readPolicyDefinition, readPolicySet } from '@/lib/wire/governance'
import { readInstanceView } from '@/lib/wire/instanceView'
import { readVault, readVaultKey } from '@/lib/wire/keyVault'
import { readMetrics } from '@/lib/wire/metrics'
import { readNetworkInterface, readRouteTable, readSecurityGroup, readVirtualNetwork } from '@/lib/wire/network'
import { readPage } from '@/lib/wire/page'
import { fieldOf, objectOf } from '@/lib/wire/read'
import { readResourceChange } from '@/lib/wire/resource-changes'
import { readFeatureState, readRetirementDiskRow, readVmNamingRow } from '@/lib/wire/retirement'
import { readSku } from '@/lib/wire/sku'
import { readSubscriptionPage } from '@/lib/wire/subscriptions'
import { readVirtualMachine } from '@/lib/wire/virtualMachine'
import { mixedWorld, simulatedBodies } from '../bodies'
import { parsed, type Target } from '../target'

const readers: readonly ((json: unknown) => unknown)[] = [
  readActivityEvent,
  readSerialConsoleAddress,
  readDiskResource,
  readSnapshot,
  readExtension,
  readLock,
  readPolicyAssignment,
  readPolicyDefinition,
  readPolicySet,
  readInstanceView,
  readVault,
  readVaultKey,
  readMetrics,
  readNetworkInterface,
  readVirtualNetwork,
  readSecurityGroup,
  readRouteTable,
  readPage,
  readResourceChange,
  readFeatureState,
  readRetirementDiskRow,
  readVmNamingRow,
  readSku,
  readSubscriptionPage,
  readVirtualMachine,
]
const types = ['Microsoft.Compute/disks', 'Microsoft.KeyVault/vaults', 'Microsoft.Network/virtualNetworks/subnets']

const network = {
  properties: {
    networkSecurityGroup: {
      id: '/subscriptions/x/resourceGroups/y/providers/Microsoft.Network/networkSecurityGroups/z',
    },
    ipConfigurations: [{ properties: { primary: true, subnet: { id: '/a/b' }, publicIPAddress: { id: '/c' } } }],
    addressSpace: { addressPrefixes: ['10.0.0.0/8'] },
    dhcpOptions: { dnsServers: ['10.0.0.4'] },
    subnets: [{ id: '/s', properties: { addressPrefix: '10.0.0.0/24', routeTable: { id: '/r' } } }],
    securityRules: [
      {
        properties: {
          access: 'Deny',
          direction: 'Outbound',
          priority: 100,
          protocol: 'Tcp',
          destinationPortRange: '443',
        },
      },
    ],
    routes: [
      { properties: { addressPrefix: '0.0.0.0/0', nextHopType: 'VirtualAppliance', nextHopIpAddress: '10.1.1.1' } },
    ],
  },
}
const vault = {
  id: '/v',
  location: 'westeurope',
  properties: {
    tenantId: 't',
    enabledForDiskEncryption: true,
    enableRbacAuthorization: false,
    networkAcls: { defaultAction: 'Deny', bypass: 'AzureServices', ipRules: [], virtualNetworkRules: [] },
    accessPolicies: [{ objectId: 'o', permissions: { keys: ['wrapKey'], secrets: ['set'] } }],
    attributes: { enabled: true, exp: 1_800_000_000, nbf: 0 },
    kty: 'RSA',
    keySize: 3072,
  },
}
const metrics = {
  value: [
    {
      name: { value: 'OS Disk Write Bytes/sec' },
      timeseries: [{ data: [{ timeStamp: '2026-11-24T05:06:07Z', average: 1 }] }],
    },
  ],
}
const event = {
  eventTimestamp: '2026-11-24T05:06:07.123Z',
  operationName: { value: 'Microsoft.Compute/virtualMachines/extensions/write' },
  status: { value: 'Succeeded' },
  subStatus: { value: 'OK' },
  caller: 'a@b.example',
  claims: { idtyp: 'user', appid: 'x' },
  correlationId: 'c',
  resourceId: '/subscriptions/x',
  properties: {
    responseBody: '{"properties":{"settings":{"EncryptionOperation":"EnableEncryption"}}}',
    statusCode: 'OK',
  },
}
const policy = {
  properties: {
    displayName: 'x',
    policyType: 'BuiltIn',
    enforcementMode: 'Default',
    policyDefinitionId: '/p',
    scope: '/subscriptions/x',
    level: 'CanNotDelete',
    parameters: { effect: { value: 'deny', defaultValue: 'audit' } },
    policyRule: { if: { field: 'type', equals: 'x' }, then: { effect: "[parameters('effect')]" } },
    policyDefinitions: [{ policyDefinitionId: '/d', parameters: {} }],
  },
}

/** Every other answer of ARM that the product parses: disks, extensions, activity, vaults, networks, policies, sizes, … */
export const target: Target = {
  bodies: async () => [
    jsonOf(await callRoute(mixedWorld(), 'subscriptions-list')),
    ...[network, vault, metrics, event, policy],
    { value: [event], nextLink: 'https://arm.test/x' },
    ...simulatedBodies(),
  ],
  texts: [],
  words: ['properties', 'value', 'nextLink', 'id', 'name', 'timeseries', 'data', 'parameters', 'policyRule', 'claims'],
  check(text) {
    const json = parsed(text)
    if (json === undefined) return
    const inner = fieldOf(objectOf(json), 'properties')
    for (const read of readers) for (const value of [json, inner]) read(value)
    const id = fieldOf(objectOf(json), 'id')
    for (const type of typeof id === 'string' ? types : []) {
      const path = resourcePath(String(id), type)
      if (path === null) continue
      assert.equal(new URL(path.path, 'https://arm.test').pathname, path.path, 'a path stays what it is')
      assert.match(path.path, /^\/subscriptions\/[0-9a-f-]{36}\/resourceGroups\//i)
    }
  },
}
