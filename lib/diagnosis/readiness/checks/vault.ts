import type { VaultFacts } from '@/lib/facts/related-resources/types'
import { idSegment } from '@/lib/facts/arm-id'
import { fail, notApplicable, partOf, pass, unread, warn, type Found, type ReadinessCheck } from '../found'
import type { Setting } from '../types'

/** The vault that a request or a disk names, or the outcome where it is absent. */
function vaultOf(setting: Setting): { readonly value: VaultFacts } | { readonly missing: Found } {
  const part = partOf(setting, 'vault')
  if ('value' in part || part.why !== 'absent') return part
  // A named vault that does not exist is reported once, by the check that it is ready.
  const id = setting.facts.keyReferences.vaultId
  if (id === null) return { missing: { ...unread('vault-not-chosen'), missing: 'vault' } }
  return { missing: notApplicable('vault-missing', { vault: idSegment(id, 'vaults') ?? '' }) }
}

const onVault =
  (judge: (vault: VaultFacts, setting: Setting) => Found): ReadinessCheck =>
  (setting) => {
    const vault = vaultOf(setting)
    return 'missing' in vault ? vault.missing : judge(vault.value, setting)
  }

const plain = (region: string): string => region.replaceAll(' ', '').toLowerCase()

/** https://learn.microsoft.com/azure/virtual-machines/linux/disk-encryption-overview#encryption-key-storage-requirements */
export const vaultRegion = onVault(({ name, region }, { facts }) => {
  if (region === null || !facts.region.known) return { ...unread('not-read'), missing: 'vault' }
  const values = { vault: name, region, vmRegion: facts.region.value }
  return plain(region) === plain(facts.region.value)
    ? pass('vault-same-region', values)
    : fail('vault-other-region', values)
})

/**
 * The id alone shows it, without permission on the vault. Source:
 * https://learn.microsoft.com/azure/virtual-machines/linux/disk-encryption-overview#encryption-key-storage-requirements
 */
export const vaultSubscription: ReadinessCheck = (setting) => {
  const { facts } = setting
  const part = vaultOf(setting)
  const id = 'value' in part ? part.value.id : facts.keyReferences.vaultId
  const vault = idSegment(id ?? undefined, 'vaults')
  const subscription = idSegment(id ?? undefined, 'subscriptions')
  if (vault === null || subscription === null) return 'missing' in part ? part.missing : unread('not-read')
  if (!facts.subscriptionId.known) return unread('not-read')
  const isSame = subscription.toLowerCase() === facts.subscriptionId.value.toLowerCase()
  return isSame ? pass('vault-same-subscription', { vault }) : fail('vault-other-subscription', { vault })
}

/** https://learn.microsoft.com/azure/virtual-machines/linux/disk-encryption-key-vault#set-key-vault-advanced-access-policies */
export const vaultEnabled: ReadinessCheck = (setting) => {
  const { encryptionIdentity } = setting.facts.setup
  const vault = vaultOf(setting)
  if ('missing' in vault) {
    const { reason, values } = vault.missing
    return reason === 'vault-missing' ? fail(reason, values) : vault.missing
  }
  const values = { vault: vault.value.name }
  if (vault.value.enabledForDiskEncryption === true) {
    return pass(vault.value.named ? 'vault-enabled' : 'vault-could-be-used', values)
  }
  return encryptionIdentity.known ? pass('vault-read-by-identity', values) : fail('vault-not-enabled', values)
}

/** https://learn.microsoft.com/azure/key-vault/general/soft-delete-overview */
export const vaultSoftDelete = onVault(({ name, softDelete }) =>
  softDelete === true ? pass('vault-soft-delete-on', { vault: name }) : fail('vault-soft-delete-off', { vault: name }),
)

const is = (text: string | null, word: string): boolean => text?.toLowerCase() === word

/** Whether a value is missing, so that its documented default counts, or one that Key Vault publishes. */
const isPublished = (text: string | null, words: readonly string[]): boolean =>
  !text || words.some((word) => is(text, word))

/**
 * A firewall blocks nothing while trusted services may pass; a network security perimeter overrides that. Source:
 * https://learn.microsoft.com/azure/key-vault/general/overview-vnet-service-endpoints#trusted-services and
 * https://learn.microsoft.com/azure/key-vault/general/network-security
 */
export const vaultFirewall = onVault(({ name, defaultAction, bypass, publicNetworkAccess }) => {
  const values = { vault: name }
  if (is(publicNetworkAccess, 'securedbyperimeter')) return warn('vault-perimeter', values)
  // A value that is not published may close the vault in a way that is not known.
  if (!isPublished(publicNetworkAccess, ['enabled', 'disabled']) || !isPublished(defaultAction, ['allow', 'deny']))
    return { ...unread('not-read'), missing: 'vault' }
  const isClosed = is(defaultAction, 'deny') || is(publicNetworkAccess, 'disabled')
  if (!isClosed) return pass('vault-open', values)
  if (!isPublished(bypass, ['none', 'azureservices'])) return { ...unread('not-read'), missing: 'vault' }
  return is(bypass, 'none') ? fail('vault-shuts-platform-out', values) : pass('vault-lets-platform-in', values)
})

/**
 * Not required, but without it a deleted key can be lost for good.
 * https://learn.microsoft.com/azure/key-vault/general/soft-delete-overview
 */
export const vaultPurgeProtection = onVault(({ name, purgeProtection }) =>
  purgeProtection === true
    ? pass('vault-purge-protection-on', { vault: name })
    : warn('vault-purge-protection-off', { vault: name }),
)

const vaultIdPattern = /^\/subscriptions\/[^/]+\/resourceGroups\/[^/]+\/providers\/Microsoft\.KeyVault\/vaults\/[^/]+$/i

function wrongUrl(url: string): Found | null {
  if (!URL.canParse(url) || new URL(url).protocol !== 'https:') return fail('url-not-https', { url })
  return /^https:\/\/[^/]*:\d+/i.test(url) ? fail('url-with-port', { url }) : null
}

/**
 * Forms that the extension accepts: https, no port, a key with its version, full ids. Source:
 * https://learn.microsoft.com/azure/virtual-machines/linux/disk-encryption-key-vault#set-up-a-key-encryption-key-kek
 */
export const vaultUrl: ReadinessCheck = ({ facts }) => {
  const request = facts.adeExtensions[0]?.resource
  if (!request || request.keyVaultUrl === null) return notApplicable('nothing-requested')
  const { keyVaultUrl, keyEncryptionKeyUrl, keyVaultId, keyEncryptionKeyVaultId } = request
  const wrong = [keyVaultUrl, ...(keyEncryptionKeyUrl === null ? [] : [keyEncryptionKeyUrl])].map(wrongUrl)
  const found = wrong.find((each) => each !== null)
  if (found) return found
  if (keyEncryptionKeyUrl !== null && !/\/keys\/[^/]+\/[0-9a-z]+\/?$/i.test(keyEncryptionKeyUrl)) {
    return fail('key-url-without-version', { url: keyEncryptionKeyUrl })
  }
  const id = [keyVaultId, keyEncryptionKeyVaultId].find((each) => each !== null && !vaultIdPattern.test(each))
  return id ? fail('vault-id-incomplete', { id }) : pass('urls-well-formed')
}
