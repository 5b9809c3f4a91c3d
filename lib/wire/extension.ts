import { booleanOf, fieldOf, objectOf, textOf } from './read'

/**
 * Public settings of the disk-encryption extension. `VolumeType` is a word or a number in real answers, so it is kept
 * as read.
 */
export interface DiskEncryptionExtensionSettings {
  readonly EncryptionOperation: string | undefined
  readonly VolumeType: unknown
  readonly KeyVaultURL: string | undefined
  readonly KeyVaultResourceId: string | undefined
  readonly KeyEncryptionKeyURL: string | undefined
  readonly KekVaultResourceId: string | undefined
  readonly KeyEncryptionAlgorithm: string | undefined
  readonly AADClientID: string | undefined
  readonly AADClientCertThumbprint: string | undefined
  readonly SequenceVersion: string | undefined
}

/** An entry of a VM's `resources[]`. In list answers it contains `id` alone. */
export interface VirtualMachineExtension {
  readonly id: string | undefined
  readonly name: string | undefined
  readonly properties: {
    readonly publisher: string | undefined
    readonly type: string | undefined
    /** Two parts. */
    readonly typeHandlerVersion: string | undefined
    readonly autoUpgradeMinorVersion: boolean | undefined
    readonly provisioningState: string | undefined
    readonly settings: DiskEncryptionExtensionSettings | undefined
  }
}

export function readExtensionSettings(json: unknown): DiskEncryptionExtensionSettings | undefined {
  const settings = objectOf(json)
  if (settings === undefined) return undefined
  return {
    EncryptionOperation: textOf(fieldOf(settings, 'EncryptionOperation')),
    VolumeType: fieldOf(settings, 'VolumeType'),
    KeyVaultURL: textOf(fieldOf(settings, 'KeyVaultURL')),
    KeyVaultResourceId: textOf(fieldOf(settings, 'KeyVaultResourceId')),
    KeyEncryptionKeyURL: textOf(fieldOf(settings, 'KeyEncryptionKeyURL')),
    KekVaultResourceId: textOf(fieldOf(settings, 'KekVaultResourceId')),
    KeyEncryptionAlgorithm: textOf(fieldOf(settings, 'KeyEncryptionAlgorithm')),
    AADClientID: textOf(fieldOf(settings, 'AADClientID')),
    AADClientCertThumbprint: textOf(fieldOf(settings, 'AADClientCertThumbprint')),
    SequenceVersion: textOf(fieldOf(settings, 'SequenceVersion')),
  }
}

export function readExtension(json: unknown): VirtualMachineExtension | undefined {
  const extension = objectOf(json)
  if (extension === undefined) return undefined
  const properties = objectOf(fieldOf(extension, 'properties'))
  return {
    id: textOf(fieldOf(extension, 'id')),
    name: textOf(fieldOf(extension, 'name')),
    properties: {
      publisher: textOf(fieldOf(properties, 'publisher')),
      type: textOf(fieldOf(properties, 'type')),
      typeHandlerVersion: textOf(fieldOf(properties, 'typeHandlerVersion')),
      autoUpgradeMinorVersion: booleanOf(fieldOf(properties, 'autoUpgradeMinorVersion')),
      provisioningState: textOf(fieldOf(properties, 'provisioningState')),
      settings: readExtensionSettings(fieldOf(properties, 'settings')),
    },
  }
}
