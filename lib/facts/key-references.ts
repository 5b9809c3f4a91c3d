import type { AdeResource } from './extension-types'
import type { KeyReferences, KeySettings } from './types'

const first = (values: readonly (string | null)[]): string | null => values.find((value) => value !== null) ?? null

/** The disks' key settings take precedence over the request. */
export function keyReferencesOf(written: readonly KeySettings[], resource: AdeResource | null): KeyReferences {
  const vaultId = first([...written.map((settings) => settings.vaultId), resource?.keyVaultId ?? null])
  return {
    vaultId,
    vaultUrl: resource?.keyVaultUrl ?? null,
    secretUrl: first(written.map((settings) => settings.secretUrl)),
    keyUrl: first([...written.map((settings) => settings.keyUrl), resource?.keyEncryptionKeyUrl ?? null]),
    keyVaultId: resource?.keyEncryptionKeyVaultId ?? vaultId,
  }
}
