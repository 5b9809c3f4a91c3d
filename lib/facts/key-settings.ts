import { known, unknown, type Known } from '@/lib/shared/known'
import type { DiskEncryptionSettings } from '@/lib/wire/encryption-settings'
import { idSegment } from './arm-id'
import type { AdeResource } from './extension-types'
import type { KeySettings } from './types'

export function readKeySettings(settings: DiskEncryptionSettings): KeySettings {
  return {
    enabled: settings.enabled === true,
    secretUrl: settings.diskEncryptionKey?.secretUrl || null,
    vaultId: settings.diskEncryptionKey?.sourceVault.id || null,
    keyUrl: settings.keyEncryptionKey?.keyUrl || null,
  }
}

/** `https://{vault}.vault.azure.net/…` → `{vault}`; null for anything else. */
function vaultOfUrl(url: string | null): string | null {
  return /^https:\/\/([A-Za-z0-9-]+)\./.exec(url ?? '')?.[1] ?? null
}

/** `…/keys/{name}/{version}` → `{name}`. */
function keyOfUrl(url: string | null): string | null {
  return /\/keys\/([^/?#]+)/.exec(url ?? '')?.[1] ?? null
}

function firstFact(values: readonly (string | null)[]): Known<string> {
  const value = values.find((candidate): candidate is string => candidate !== null)
  return value === undefined ? unknown('absent') : known(value)
}

/** The disks' key settings take precedence over the request. */
export function keyVaultOf(written: readonly KeySettings[], resource: AdeResource | null): Known<string> {
  const vaultId = (id: string | null): string | null => idSegment(id ?? undefined, 'vaults')
  return firstFact([
    ...written.map((settings) => vaultId(settings.vaultId)),
    ...written.map((settings) => vaultOfUrl(settings.secretUrl)),
    vaultId(resource?.keyVaultId ?? null),
    vaultOfUrl(resource?.keyVaultUrl ?? null),
  ])
}

export function keyEncryptionKeyOf(written: readonly KeySettings[], resource: AdeResource | null): Known<string> {
  return firstFact([
    ...written.map((settings) => keyOfUrl(settings.keyUrl)),
    keyOfUrl(resource?.keyEncryptionKeyUrl ?? null),
  ])
}
