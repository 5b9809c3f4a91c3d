import type { AdeResource } from './extension-types'
import type { KeySettings } from './types'

/** Where the secrets and the key of a VM lie; null where nothing names it. */
export interface KeyReferences {
  readonly vaultId: string | null
  /** As the request spells it. */
  readonly vaultUrl: string | null
  readonly secretUrl: string | null
  /** With its version, where it has one. */
  readonly keyUrl: string | null
  /** Id of the vault that holds the key encryption key. */
  readonly keyVaultId: string | null
}

const first = (values: readonly (string | null)[]): string | null => values.find((value) => value !== null) ?? null

/** What is written on the disks comes before what was asked for. */
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
