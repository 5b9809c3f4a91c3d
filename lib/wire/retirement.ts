import { fieldOf, graphBooleanOf, numberOf, objectOf, textOf } from './read'

/** A row that names its VM: an extension, a session host, a protected item, a member of a set. */
export interface VmNamingRow {
  readonly vm: string
}

/** A row without the name concerns no known VM and counts as unreadable. */
export function readVmNamingRow(json: unknown): VmNamingRow | undefined {
  const vm = textOf(fieldOf(objectOf(json), 'vm'))
  return vm === undefined || vm === '' ? undefined : { vm }
}

/** A managed disk that matters to the migration from Azure Disk Encryption. */
export interface RetirementDiskRow {
  readonly id: string
  readonly name: string | undefined
  readonly subscriptionId: string | undefined
  readonly resourceGroup: string | undefined
  readonly location: string | undefined
  /** Empty for an unattached disk. */
  readonly managedBy: string
  readonly sku: string | undefined
  readonly sizeGiB: number | undefined
  readonly sectorSize: number | undefined
  readonly created: string | undefined
  readonly osType: string | undefined
  readonly stamped: boolean
  /** Empty where the disk omits it. */
  readonly sse: string
}

/** `undefined` for a row without the disk's owner, its stamp or its encryption at rest. */
export function readRetirementDiskRow(json: unknown): RetirementDiskRow | undefined {
  const row = objectOf(json)
  const id = textOf(fieldOf(row, 'id'))
  const managedBy = textOf(fieldOf(row, 'managedBy'))
  const stamped = graphBooleanOf(fieldOf(row, 'stamped'))
  const sse = textOf(fieldOf(row, 'sse'))
  if (id === undefined || managedBy === undefined || stamped === undefined || sse === undefined) return undefined
  return {
    id,
    name: textOf(fieldOf(row, 'name')),
    subscriptionId: textOf(fieldOf(row, 'subscriptionId')),
    resourceGroup: textOf(fieldOf(row, 'resourceGroup')),
    location: textOf(fieldOf(row, 'location')),
    managedBy,
    sku: textOf(fieldOf(row, 'skuName')),
    sizeGiB: numberOf(fieldOf(row, 'sizeGiB')),
    sectorSize: numberOf(fieldOf(row, 'sectorSize')),
    created: textOf(fieldOf(row, 'created')),
    osType: textOf(fieldOf(row, 'osType')),
    stamped,
    sse,
  }
}

/**
 * State of a preview feature in a subscription, in Azure's word.
 * https://learn.microsoft.com/rest/api/resources/features/get
 */
export function readFeatureState(json: unknown): string | undefined {
  return textOf(fieldOf(objectOf(fieldOf(objectOf(json), 'properties')), 'state'))
}
