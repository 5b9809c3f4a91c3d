/** One status as ARM gives it. */
export interface StatusFacts {
  readonly code: string | null
  readonly level: string | null
  readonly displayStatus: string | null
  /** `null` where ARM sends no message; an empty text is a different message. */
  readonly message: string | null
  /** ISO time as ARM gives it; null where ARM gives none, as for most extensions. */
  readonly time: string | null
}

/** Types of the disk-encryption extension, by operating system. */
export const adeTypes = { Windows: 'AzureDiskEncryption', Linux: 'AzureDiskEncryptionForLinux' } as const
export const adePublisher = 'Microsoft.Azure.Security'

/** The request, in the words of the extension's public settings. */
export interface AdeRequest {
  readonly operation: string | null
  /** As read: a word, a number, or null where it is missing. */
  readonly volumeType: string | number | null
  readonly keyVaultUrl: string | null
  readonly keyVaultId: string | null
  readonly keyEncryptionKeyUrl: string | null
  /** Id of the vault that holds the key encryption key. */
  readonly keyEncryptionKeyVaultId: string | null
  /** Non-empty in dual pass only. */
  readonly aadClientId: string | null
  /** Of the certificate with which the application signs in; null where it uses a secret, which is never public. */
  readonly aadClientCertThumbprint: string | null
  /** Distinguishes requests; the extension ignores a repeated one. */
  readonly sequenceVersion: string | null
}

/** The extension resource: the request, and the result of ARM's own operation. */
export interface AdeResource extends AdeRequest {
  readonly name: string | null
  /** Two parts, e.g. `2.2`. */
  readonly version: string | null
  readonly provisioningState: string | null
  readonly autoUpgrade: boolean | null
}

/** The extension's own report, through the agent. */
export interface AdeView {
  readonly name: string | null
  /** Four parts, e.g. `2.2.0.33`. */
  readonly version: string | null
  readonly statuses: readonly StatusFacts[]
  readonly substatuses: readonly StatusFacts[]
}

/** One disk-encryption extension: the resource, its instance view, or both. */
export interface AdeExtension {
  readonly os: 'Windows' | 'Linux' | null
  readonly resource: AdeResource | null
  readonly view: AdeView | null
}

export interface OtherExtension {
  readonly name: string | null
  readonly publisher: string | null
  readonly type: string | null
  readonly version: string | null
  readonly provisioningState: string | null
}
