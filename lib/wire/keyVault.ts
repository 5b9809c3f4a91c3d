import { booleanOf, fieldOf, numberOf, objectOf, textOf } from './read'

/** `Microsoft.KeyVault/vaults`. https://learn.microsoft.com/rest/api/keyvault/keyvault/vaults/get */
export interface Vault {
  readonly id: string | undefined
  readonly name: string | undefined
  readonly location: string | undefined
  readonly enabledForDiskEncryption: boolean | undefined
  readonly enableSoftDelete: boolean | undefined
  readonly enablePurgeProtection: boolean | undefined
  readonly enableRbacAuthorization: boolean | undefined
  readonly publicNetworkAccess: string | undefined
  readonly networkAcls: { readonly defaultAction: string | undefined; readonly bypass: string | undefined } | undefined
}

/** `undefined` where the body has no properties: then it is not a vault. */
export function readVault(json: unknown): Vault | undefined {
  const vault = objectOf(json)
  const properties = objectOf(fieldOf(vault, 'properties'))
  if (properties === undefined) return undefined
  const acls = objectOf(fieldOf(properties, 'networkAcls'))
  return {
    id: textOf(fieldOf(vault, 'id')),
    name: textOf(fieldOf(vault, 'name')),
    location: textOf(fieldOf(vault, 'location')),
    enabledForDiskEncryption: booleanOf(fieldOf(properties, 'enabledForDiskEncryption')),
    enableSoftDelete: booleanOf(fieldOf(properties, 'enableSoftDelete')),
    enablePurgeProtection: booleanOf(fieldOf(properties, 'enablePurgeProtection')),
    enableRbacAuthorization: booleanOf(fieldOf(properties, 'enableRbacAuthorization')),
    publicNetworkAccess: textOf(fieldOf(properties, 'publicNetworkAccess')),
    networkAcls: acls && {
      defaultAction: textOf(fieldOf(acls, 'defaultAction')),
      bypass: textOf(fieldOf(acls, 'bypass')),
    },
  }
}

/** `Microsoft.KeyVault/vaults/keys` and its versions. https://learn.microsoft.com/rest/api/keyvault/keyvault/keys/get */
export interface VaultKey {
  readonly enabled: boolean | undefined
  /** Seconds since 1970. */
  readonly exp: number | undefined
  readonly kty: string | undefined
  readonly keySize: number | undefined
  readonly keyUriWithVersion: string | undefined
}

export function readVaultKey(json: unknown): VaultKey | undefined {
  const properties = objectOf(fieldOf(objectOf(json), 'properties'))
  if (properties === undefined) return undefined
  const attributes = objectOf(fieldOf(properties, 'attributes'))
  return {
    enabled: booleanOf(fieldOf(attributes, 'enabled')),
    exp: numberOf(fieldOf(attributes, 'exp')),
    kty: textOf(fieldOf(properties, 'kty')),
    keySize: numberOf(fieldOf(properties, 'keySize')),
    keyUriWithVersion: textOf(fieldOf(properties, 'keyUriWithVersion')),
  }
}
