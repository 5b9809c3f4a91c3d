import 'server-only'
import { getResource, listResources } from '@/lib/azure/calls/resource'
import { resourcePath } from '@/lib/azure/calls/resource-path'
import type { ArmSession } from '@/lib/azure/session'
import { keyFactsOf, keyNameOf, vaultFactsOf } from '@/lib/facts/related-resources/key-vault'
import type { RelatedResources, VaultFacts } from '@/lib/facts/related-resources/types'
import type { VmFacts } from '@/lib/facts/types'
import { known, unknown } from '@/lib/shared/known'
import { readVault, readVaultKey } from '@/lib/wire/keyVault'
import { knownOf, whyUnknown } from './known-result'

const vaultType = 'Microsoft.KeyVault/vaults'

/** How suitable a vault is, the best first: only what would make a run fail counts. */
function fitness({ enabledForDiskEncryption, softDelete, defaultAction, bypass }: VaultFacts): number {
  const isShut = defaultAction?.toLowerCase() === 'deny' && bypass?.toLowerCase() === 'none'
  return (enabledForDiskEncryption === true ? 4 : 0) + (softDelete === true ? 2 : 0) + (isShut ? 0 : 1)
}

const plain = (region: string): string => region.replaceAll(' ', '').toLowerCase()

/**
 * Where no setting names a vault: the most suitable one in the VM's region and subscription, because both must match.
 */
async function readCandidate(
  session: ArmSession,
  facts: VmFacts,
  subscriptionId: string,
): Promise<RelatedResources['vault']> {
  const { region } = facts
  if (!region.known) return unknown('not-asked')
  const vaults = await listResources(session, {
    path: `/subscriptions/${subscriptionId}/providers/Microsoft.KeyVault/vaults`,
    subscriptionId,
    provider: 'Microsoft.KeyVault',
    parameters: { $top: '1000' },
  })
  if (!vaults.ok) return whyUnknown(vaults.failure)
  const read = vaults.value.flatMap((json) => {
    const vault = readVault(json)
    return (vault && vaultFactsOf(vault, false)) ?? []
  })
  const near = read.filter((vault) => plain(vault.region ?? '') === plain(region.value))
  const best = near.toSorted((left, right) => fitness(right) - fitness(left))[0]
  if (best !== undefined) return known(best)
  // An unreadable vault, or one without a location, may be the one that is searched for.
  const areAllPlaced = read.length === vaults.value.length && read.every((vault) => plain(vault.region ?? '') !== '')
  return unknown(areAllPlaced ? 'absent' : 'unreadable')
}

/** The vault that holds, or would hold, the secrets. */
export async function readVaultPart(
  session: ArmSession,
  facts: VmFacts,
  subscriptionId: string,
): Promise<RelatedResources['vault']> {
  const { vaultId, vaultUrl } = facts.keyReferences
  if (vaultId === null && vaultUrl === null) return readCandidate(session, facts, subscriptionId)
  const place = vaultId === null ? null : resourcePath(vaultId, vaultType)
  // A request with only an address, or with a malformed id, leads to no vault that could be read.
  if (place === null) return unknown('not-asked')
  const body = await getResource(session, { ...place, provider: 'Microsoft.KeyVault' })
  return knownOf(body, (json) => {
    const vault = readVault(json)
    return vault && vaultFactsOf(vault, true)
  })
}

/** The key encryption key, in the version that is in use. */
export async function readKeyPart(session: ArmSession, facts: VmFacts): Promise<RelatedResources['key']> {
  const { keyUrl, keyVaultId } = facts.keyReferences
  const key = keyUrl === null ? null : keyNameOf(keyUrl)
  const place = keyVaultId === null ? null : resourcePath(keyVaultId, vaultType)
  if (key === null || place === null) return unknown('not-asked')
  const path = `${place.path}/keys/${key.name}`
  const request = { subscriptionId: place.subscriptionId, provider: 'Microsoft.KeyVault' } as const
  const [newest, version] = await Promise.all([
    getResource(session, { ...request, path }),
    key.version === null ? null : getResource(session, { ...request, path: `${path}/versions/${key.version}` }),
  ])
  return knownOf(version ?? newest, (json) => {
    const inUse = readVaultKey(json)
    const current = newest.ok ? (readVaultKey(newest.value) ?? null) : null
    return inUse && keyFactsOf(key, { inUse, newest: current })
  })
}
