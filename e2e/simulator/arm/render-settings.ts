interface KeySettings {
  readonly enabled: boolean
  readonly secretUrl: string | null
  readonly vaultId: string | null
  readonly keyUrl: string | null
}

/** The secret and, if it is wrapped, the key that wraps it. */
export function renderKeys({ secretUrl, vaultId, keyUrl }: KeySettings): Record<string, unknown> {
  const sourceVault = { id: vaultId }
  return {
    ...(secretUrl === null ? {} : { diskEncryptionKey: { sourceVault, secretUrl } }),
    ...(keyUrl === null ? {} : { keyEncryptionKey: { sourceVault, keyUrl } }),
  }
}

/** `DiskEncryptionSettings` of a VM model or a disk's instance view. */
export function renderSettings(settings: KeySettings): Record<string, unknown> {
  return { enabled: settings.enabled, ...renderKeys(settings) }
}
