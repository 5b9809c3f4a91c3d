import { fail, notApplicable, notVisible, partOf, pass, unread, warn, type Found, type ReadinessCheck } from '../found'
import type { KeyFacts } from '@/lib/facts/related-resources/types'
import type { Setting } from '../types'

function keyOf(setting: Setting): { readonly value: KeyFacts } | { readonly missing: Found } {
  if (setting.facts.keyReferences.keyUrl === null) return { missing: notApplicable('key-none') }
  const part = partOf(setting, 'key')
  if ('value' in part) return part
  return { missing: part.why === 'absent' ? fail('key-missing') : part.missing }
}

/** Windows releases that do not accept a key of 2048 bits. */
const needsLongKey = /windows (?:server 2022|server 2025|11)/i

/**
 * RSA only; newer Windows requires 3072 or 4096 bits. Source:
 * https://learn.microsoft.com/azure/virtual-machines/windows/disk-encryption-faq
 */
export const keyType: ReadinessCheck = (setting) => {
  const key = keyOf(setting)
  if ('missing' in key) return key.missing
  const { name, keyType: type, keySize } = key.value
  const values = { key: name, type: type ?? '', size: keySize ?? 0 }
  if (type === null) return { ...unread('not-read'), missing: 'key' }
  if (!/^rsa/i.test(type)) return fail('key-not-rsa', values)
  if (keySize === null) return { ...unread('not-read'), missing: 'key' }
  if (keySize > 2048) return pass('key-fit', values)
  const { osName } = setting.facts
  return osName.known && needsLongKey.test(osName.value) ? fail('key-2048-windows', values) : warn('key-2048', values)
}

/**
 * In milliseconds: 30 days, when Key Vault sends its near-expiry event.
 * https://learn.microsoft.com/azure/key-vault/general/event-grid-overview
 */
const nearExpiry = 30 * 24 * 60 * 60 * 1000

/**
 * The version in use must stay enabled: rotation does not change the key of existing disks. Source:
 * https://learn.microsoft.com/azure/virtual-machines/linux/disk-encryption-key-vault#set-up-a-key-encryption-key-kek
 */
export const keyVersion: ReadinessCheck = (setting, now) => {
  const key = keyOf(setting)
  if ('missing' in key) return key.missing.reason === 'key-missing' ? notApplicable('key-missing') : key.missing
  const { name, version, enabled, expiresAt, currentVersion } = key.value
  const values = { key: name, version: version ?? '' }
  if (enabled === false) return fail('key-version-disabled', values)
  if (expiresAt !== null && Date.parse(expiresAt) <= now)
    return fail('key-version-expired', { ...values, at: expiresAt })
  if (expiresAt !== null && Date.parse(expiresAt) - now <= nearExpiry)
    return warn('key-version-expires-soon', { ...values, at: expiresAt })
  if (version !== null && currentVersion !== null && version !== currentVersion) {
    return warn('key-version-superseded', values)
  }
  return enabled === null ? { ...unread('not-read'), missing: 'key' } : pass('key-version-alive', values)
}

/**
 * Without its secret the VM does not start. Sealwatch never reads secrets from a vault, so it cannot check this one.
 * Source: https://learn.microsoft.com/troubleshoot/azure/virtual-machines/windows/troubleshoot-bitlocker-boot-error
 */
export const secretPresent: ReadinessCheck = ({ facts }) =>
  facts.keyReferences.secretUrl === null ? notApplicable('secret-not-expected') : notVisible('secrets-never-read')
