import { readEncryptionSettings, type DiskEncryptionSettings } from './encryption-settings'
import { booleanOf, fieldOf, listOf, numberOf, objectOf, textOf, type JsonObject } from './read'

export interface ManagedDiskParameters {
  readonly id: string | undefined
  readonly storageAccountType: string | undefined
  readonly diskEncryptionSet: { readonly id: string | undefined } | undefined
  readonly securityProfile: { readonly securityEncryptionType: string | undefined } | undefined
}

interface DiskModel {
  readonly name: string | undefined
  readonly diskSizeGB: number | undefined
  readonly managedDisk: ManagedDiskParameters | undefined
  readonly vhd: { readonly uri: string | undefined } | undefined
  readonly writeAcceleratorEnabled: boolean | undefined
}

export interface OsDiskModel extends DiskModel {
  readonly osType: string | undefined
  /** Dual pass only; `{ enabled: false }` remains after a disable. */
  readonly encryptionSettings: DiskEncryptionSettings | undefined
  readonly diffDiskSettings: { readonly option: string | undefined } | undefined
}

export interface DataDiskModel extends DiskModel {
  readonly lun: number | undefined
}

export interface ImageReference {
  readonly publisher: string | undefined
  readonly offer: string | undefined
  readonly sku: string | undefined
  readonly exactVersion: string | undefined
  readonly id: string | undefined
}

/** `StorageProfile` of a virtual machine. */
export interface StorageProfile {
  readonly imageReference: ImageReference | undefined
  readonly osDisk: OsDiskModel | undefined
  readonly dataDisks: readonly DataDiskModel[] | undefined
}

function readManagedDisk(json: unknown): ManagedDiskParameters | undefined {
  const disk = objectOf(json)
  if (disk === undefined) return undefined
  const set = objectOf(fieldOf(disk, 'diskEncryptionSet'))
  const security = objectOf(fieldOf(disk, 'securityProfile'))
  return {
    id: textOf(fieldOf(disk, 'id')),
    storageAccountType: textOf(fieldOf(disk, 'storageAccountType')),
    diskEncryptionSet: set && { id: textOf(fieldOf(set, 'id')) },
    securityProfile: security && { securityEncryptionType: textOf(fieldOf(security, 'securityEncryptionType')) },
  }
}

function readDisk(disk: JsonObject): DiskModel {
  const vhd = objectOf(fieldOf(disk, 'vhd'))
  return {
    name: textOf(fieldOf(disk, 'name')),
    diskSizeGB: numberOf(fieldOf(disk, 'diskSizeGB')),
    managedDisk: readManagedDisk(fieldOf(disk, 'managedDisk')),
    vhd: vhd && { uri: textOf(fieldOf(vhd, 'uri')) },
    writeAcceleratorEnabled: booleanOf(fieldOf(disk, 'writeAcceleratorEnabled')),
  }
}

function readOsDisk(json: unknown): OsDiskModel | undefined {
  const disk = objectOf(json)
  if (disk === undefined) return undefined
  const ephemeral = objectOf(fieldOf(disk, 'diffDiskSettings'))
  return {
    ...readDisk(disk),
    osType: textOf(fieldOf(disk, 'osType')),
    encryptionSettings: readEncryptionSettings(fieldOf(disk, 'encryptionSettings')),
    diffDiskSettings: ephemeral && { option: textOf(fieldOf(ephemeral, 'option')) },
  }
}

function readDataDisk(json: unknown): DataDiskModel {
  const disk = objectOf(json) ?? {}
  return { ...readDisk(disk), lun: numberOf(fieldOf(disk, 'lun')) }
}

/**
 * An unreadable element in the list is still a data disk, of which nothing is known: without it, the VM would seem
 * encrypted as a whole.
 */
function readDataDisks(json: unknown): readonly DataDiskModel[] | undefined {
  if (json === undefined || json === null) return undefined
  return listOf(json, readDataDisk) ?? [readDataDisk(json)]
}

function readImage(json: unknown): ImageReference | undefined {
  const image = objectOf(json)
  return (
    image && {
      publisher: textOf(fieldOf(image, 'publisher')),
      offer: textOf(fieldOf(image, 'offer')),
      sku: textOf(fieldOf(image, 'sku')),
      exactVersion: textOf(fieldOf(image, 'exactVersion')),
      id: textOf(fieldOf(image, 'id')),
    }
  )
}

export function readStorageProfile(json: unknown): StorageProfile | undefined {
  const profile = objectOf(json)
  if (profile === undefined) return undefined
  return {
    imageReference: readImage(fieldOf(profile, 'imageReference')),
    osDisk: readOsDisk(fieldOf(profile, 'osDisk')),
    dataDisks: readDataDisks(fieldOf(profile, 'dataDisks')),
  }
}
