import type { ArmRoute } from '../model/http'
import { computeVersions, diskVersions } from '../arm/api-versions'
import { retrieveBootDiagnosticsData } from './boot-diagnostics'
import { getOperation, getOperationResult, startEffectiveRoutes, startEffectiveRules } from './effective-rules'
import { getFeature } from './feature-routes'
import { listLocks } from './lock-routes'
import { getRouteTable, getSecurityGroup, getSubnet, getVirtualNetwork } from './network-routes'
import { getDefinition, getOwnDefinition, listAssignments } from './policy-routes'
import { getKey, getKeyVersion, listKeyVersions, listResources, listVaults, getVault } from './vault-routes'
import { listSnapshots } from './snapshot-routes'
import {
  featureVersions,
  lockVersions,
  networkVersions,
  policyVersions,
  resourceVersions,
  vaultVersions,
} from './versions'

const subscription = '/subscriptions/:subscription'
const group = `${subscription}/resourceGroups/:group`
const vault = `${group}/providers/Microsoft.KeyVault/vaults/:vault`
const network = `${group}/providers/Microsoft.Network`
const place = `${subscription}/providers/Microsoft.Network/locations/:location`
const scopes: readonly (readonly [name: string, path: string])[] = [
  ['subscription', subscription],
  ['group', group],
  ['resource', `${group}/providers/:namespace/:type/:name`],
  ['child', `${group}/providers/:namespace/:type/:name/:childType/:child`],
]

function read(name: string, path: string, apiVersions: ArmRoute['apiVersions'], handle: ArmRoute['handle']): ArmRoute {
  return { name, method: 'GET', path, apiVersions, cost: ['arm-read'], handle }
}

function post(name: string, path: string, apiVersions: ArmRoute['apiVersions'], handle: ArmRoute['handle']): ArmRoute {
  return { name, method: 'POST', path, apiVersions, cost: ['arm-write'], handle }
}

/** Requests of troubleshooting in addition to VMs and their disks. */
export const relatedResourceRoutes: readonly ArmRoute[] = [
  read('vault-get', vault, vaultVersions, getVault),
  read('vault-list', `${group}/providers/Microsoft.KeyVault/vaults`, vaultVersions, listVaults),
  read('vault-list-all', `${subscription}/providers/Microsoft.KeyVault/vaults`, vaultVersions, listVaults),
  read('resources-list', `${subscription}/resources`, resourceVersions, listResources),
  read('key-get', `${vault}/keys/:key`, vaultVersions, getKey),
  read('key-versions-list', `${vault}/keys/:key/versions`, vaultVersions, listKeyVersions),
  read('key-version-get', `${vault}/keys/:key/versions/:version`, vaultVersions, getKeyVersion),
  read('security-group-get', `${network}/networkSecurityGroups/:name`, networkVersions, getSecurityGroup),
  read('virtual-network-get', `${network}/virtualNetworks/:network`, networkVersions, getVirtualNetwork),
  read('subnet-get', `${network}/virtualNetworks/:network/subnets/:subnet`, networkVersions, getSubnet),
  post(
    'effective-security-groups',
    `${network}/networkInterfaces/:networkInterface/effectiveNetworkSecurityGroups`,
    networkVersions,
    startEffectiveRules,
  ),
  post(
    'effective-routes',
    `${network}/networkInterfaces/:networkInterface/effectiveRouteTable`,
    networkVersions,
    startEffectiveRoutes,
  ),
  read('route-table-get', `${network}/routeTables/:name`, networkVersions, getRouteTable),
  read('snapshots-list-all', `${subscription}/providers/Microsoft.Compute/snapshots`, diskVersions, listSnapshots),
  read('snapshots-list', `${group}/providers/Microsoft.Compute/snapshots`, diskVersions, listSnapshots),
  read(
    'feature-get',
    `${subscription}/providers/Microsoft.Features/providers/:namespace/features/:feature`,
    featureVersions,
    getFeature,
  ),
  read('network-operation-get', `${place}/operations/:operation`, networkVersions, getOperation),
  read('network-operation-result', `${place}/operationResults/:operation`, networkVersions, getOperationResult),
  post(
    'boot-diagnostics',
    `${group}/providers/Microsoft.Compute/virtualMachines/:vm/retrieveBootDiagnosticsData`,
    computeVersions,
    retrieveBootDiagnosticsData,
  ),
  ...scopes.flatMap(([name, path]) => [
    read(`locks-list-${name}`, `${path}/providers/Microsoft.Authorization/locks`, lockVersions, listLocks),
    read(
      `policy-assignments-list-${name}`,
      `${path}/providers/Microsoft.Authorization/policyAssignments`,
      policyVersions,
      listAssignments,
    ),
  ]),
  read(
    'policy-definition-get-own',
    `${subscription}/providers/Microsoft.Authorization/policyDefinitions/:definition`,
    policyVersions,
    getOwnDefinition,
  ),
  read(
    'policy-definition-get',
    '/providers/Microsoft.Authorization/policyDefinitions/:definition',
    policyVersions,
    getDefinition,
  ),
]
