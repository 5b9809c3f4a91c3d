import type { SimKey, SimVault } from '../model/related-resources'
import { vaultName } from './vaults'

const permissions = { keys: ['get', 'list', 'wrapKey', 'unwrapKey'], secrets: ['get', 'set', 'list'], certificates: [] }

function networkAcls({ defaultAction, bypass }: SimVault): Record<string, unknown> {
  return {
    bypass,
    defaultAction,
    ipRules: defaultAction === 'Deny' ? [{ value: '203.0.113.7/32' }] : [],
    virtualNetworkRules: [],
  }
}

/** A vault as `Microsoft.KeyVault/vaults` returns it, without settings that Azure never stored. */
export function renderVault(vault: SimVault, tenantId: string): Record<string, unknown> {
  const name = vaultName(vault)
  const { enabledForDiskEncryption, enableSoftDelete, enablePurgeProtection, enableRbacAuthorization } = vault
  const properties = {
    sku: { family: 'A', name: vault.sku },
    tenantId,
    networkAcls: networkAcls(vault),
    accessPolicies: enableRbacAuthorization ? [] : [{ tenantId, objectId: tenantId, permissions }],
    enabledForDeployment: false,
    ...(enabledForDiskEncryption === null ? {} : { enabledForDiskEncryption }),
    enabledForTemplateDeployment: false,
    ...(enableSoftDelete === null ? {} : { enableSoftDelete }),
    ...(enableSoftDelete === true ? { softDeleteRetentionInDays: 90 } : {}),
    enableRbacAuthorization,
    ...(enablePurgeProtection ? { enablePurgeProtection } : {}),
    vaultUri: `https://${name}.vault.azure.net/`,
    provisioningState: 'Succeeded',
    publicNetworkAccess: vault.publicNetworkAccess,
  }
  return { id: vault.id, name, type: 'Microsoft.KeyVault/vaults', location: vault.region, tags: {}, properties }
}

const seconds = (milliseconds: number): number => Math.floor(milliseconds / 1000)
const createdAt = seconds(Date.UTC(2024, 2, 4, 8))

/** A version of a key as the control plane returns it: no key material, only whether it is enabled and when it expires. */
export function renderKey(vault: SimVault, key: SimKey, version: string | null): Record<string, unknown> | undefined {
  const found = version === null ? key.versions.at(-1) : key.versions.find((each) => each.version === version)
  if (found === undefined) return undefined
  const id = `${vault.id}/keys/${key.name}`
  const uri = `https://${vaultName(vault)}.vault.azure.net/keys/${key.name}`
  const properties = {
    attributes: {
      enabled: found.enabled,
      ...(found.expires === null ? {} : { exp: seconds(found.expires) }),
      created: createdAt,
      updated: createdAt,
      recoveryLevel: vault.enablePurgeProtection ? 'Recoverable' : 'Recoverable+Purgeable',
      exportable: false,
    },
    kty: key.kty,
    keyOps: ['encrypt', 'decrypt', 'sign', 'verify', 'wrapKey', 'unwrapKey'],
    ...(key.kty === 'EC' ? { curveName: 'P-256' } : { keySize: key.size }),
    keyUri: uri,
    keyUriWithVersion: `${uri}/${found.version}`,
  }
  return {
    id: version === null ? id : `${id}/versions/${found.version}`,
    name: version === null ? key.name : found.version,
    type: version === null ? 'Microsoft.KeyVault/vaults/keys' : 'Microsoft.KeyVault/vaults/keys/versions',
    location: vault.region,
    tags: {},
    properties,
  }
}
