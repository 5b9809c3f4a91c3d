import type { Vault, VaultKey } from '@/lib/wire/keyVault'
import { idSegment } from '../arm-id'
import type { KeyFacts, VaultFacts } from './types'

/** A vault as facts; null where the answer does not identify the vault. */
export function vaultFactsOf(vault: Vault, named: boolean): VaultFacts | null {
  const id = vault.id ?? ''
  const name = vault.name ?? idSegment(id, 'vaults')
  const subscriptionId = idSegment(id, 'subscriptions')
  if (name === null || subscriptionId === null) return null
  return {
    id,
    named,
    name,
    subscriptionId,
    region: vault.location ?? null,
    enabledForDiskEncryption: vault.enabledForDiskEncryption ?? null,
    softDelete: vault.enableSoftDelete ?? null,
    purgeProtection: vault.enablePurgeProtection ?? null,
    defaultAction: vault.networkAcls?.defaultAction ?? null,
    bypass: vault.networkAcls?.bypass ?? null,
    publicNetworkAccess: vault.publicNetworkAccess ?? null,
    roleBasedAccess: vault.enableRbacAuthorization ?? null,
  }
}

/** Name and version of a key in its address, `https://vault…/keys/{name}/{version}`; null for any other address. */
export function keyNameOf(url: string): { readonly name: string; readonly version: string | null } | null {
  const [, name, version] =
    /^https:\/\/[^/?#]+\/keys\/([0-9A-Za-z-]{1,127})(?:\/([0-9A-Za-z]{1,64}))?\/?$/.exec(url) ?? []
  return name === undefined ? null : { name, version: version ?? null }
}

/** A key: the version in use from its own reading, the newest version from the key's. */
export function keyFactsOf(
  key: { readonly name: string; readonly version: string | null },
  read: {
    readonly inUse: VaultKey
    readonly newest: VaultKey | null
  },
): KeyFacts {
  const { exp, enabled, kty, keySize } = read.inUse
  const expiry = exp === undefined ? Number.NaN : exp * 1000
  return {
    ...key,
    currentVersion: keyNameOf(read.newest?.keyUriWithVersion ?? '')?.version ?? null,
    enabled: enabled ?? null,
    expiresAt: Math.abs(expiry) <= 8.64e15 ? new Date(expiry).toISOString() : null,
    keyType: kty ?? null,
    keySize: keySize ?? null,
  }
}
