import { booleanOf, fieldOf, numberOf, objectOf, textOf } from './read'

/** `Microsoft.Compute/disks`. https://learn.microsoft.com/rest/api/compute/disks/get */
export interface DiskResource {
  readonly name: string | undefined
  readonly sku: string | undefined
  readonly diskSizeGB: number | undefined
  readonly maxShares: number | undefined
  readonly encryptionType: string | undefined
  readonly encryptionSettings:
    { readonly enabled: boolean | undefined; readonly version: string | undefined } | undefined
}

export function readDiskResource(json: unknown): DiskResource | undefined {
  const disk = objectOf(json)
  const properties = objectOf(fieldOf(disk, 'properties'))
  if (properties === undefined) return undefined
  const settings = objectOf(fieldOf(properties, 'encryptionSettingsCollection'))
  return {
    name: textOf(fieldOf(disk, 'name')),
    sku: textOf(fieldOf(objectOf(fieldOf(disk, 'sku')), 'name')),
    diskSizeGB: numberOf(fieldOf(properties, 'diskSizeGB')),
    maxShares: numberOf(fieldOf(properties, 'maxShares')),
    encryptionType: textOf(fieldOf(objectOf(fieldOf(properties, 'encryption')), 'type')),
    encryptionSettings: settings && {
      enabled: booleanOf(fieldOf(settings, 'enabled')),
      version: textOf(fieldOf(settings, 'encryptionSettingsVersion')),
    },
  }
}

/** `Microsoft.Compute/snapshots`. https://learn.microsoft.com/rest/api/compute/snapshots/list */
export interface Snapshot {
  readonly sourceResourceId: string | undefined
  readonly timeCreated: string | undefined
}

export function readSnapshot(json: unknown): Snapshot | undefined {
  const properties = objectOf(fieldOf(objectOf(json), 'properties'))
  return (
    properties && {
      sourceResourceId: textOf(fieldOf(objectOf(fieldOf(properties, 'creationData')), 'sourceResourceId')),
      timeCreated: textOf(fieldOf(properties, 'timeCreated')),
    }
  )
}
