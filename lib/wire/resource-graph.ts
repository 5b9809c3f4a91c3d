import { readExtensionSettings, type DiskEncryptionExtensionSettings } from './extension'
import { fieldOf, graphBooleanOf, integerOf, listOf, numberOf, objectOf, textMapOf, textOf } from './read'

/** One page of an answer in `objectArray` format. Each query has its own row reader. */
export interface ResourceGraphPage {
  readonly data: readonly unknown[]
  readonly totalRecords: number | undefined
  readonly count: number | undefined
  /** Rows were left out and no token leads to them; also set where the field has an unknown word. */
  readonly resultTruncated: boolean
  readonly $skipToken: string | undefined
  /** The body has an error beside its rows, a row that is null, or a count that is no count of rows. */
  readonly isFaulty: boolean
}

/** A count that is missing states nothing; one that is there must be a number of rows. */
function isCount(value: unknown): boolean {
  return value === undefined || value === null || (Number.isInteger(value) && Number(value) >= 0)
}

/** `undefined` where the body is not a page, so that it is not read as "no rows". */
export function readResourceGraphPage(json: unknown): ResourceGraphPage | undefined {
  const page = objectOf(json)
  const data = listOf(fieldOf(page, 'data'), (row) => row ?? undefined)
  if (data === undefined) return undefined
  return {
    data,
    totalRecords: numberOf(fieldOf(page, 'totalRecords')),
    count: numberOf(fieldOf(page, 'count')),
    resultTruncated: graphBooleanOf(fieldOf(page, 'resultTruncated') ?? false) ?? true,
    $skipToken: textOf(fieldOf(page, '$skipToken')),
    isFaulty:
      (fieldOf(page, 'error') ?? null) !== null ||
      data.length !== listOf(fieldOf(page, 'data'), () => true)?.length ||
      !isCount(fieldOf(page, 'totalRecords')) ||
      !isCount(fieldOf(page, 'count')),
  }
}

/** Q1: a virtual machine. */
export interface VmRow {
  readonly id: string
  readonly name: string | undefined
  readonly subscriptionId: string | undefined
  readonly resourceGroup: string | undefined
  readonly tenantId: string | undefined
  readonly location: string | undefined
  readonly zones: readonly string[] | undefined
  readonly tags: Readonly<Record<string, string>> | undefined
  readonly vmSize: string | undefined
  readonly osType: string | undefined
  readonly osName: string | undefined
  readonly power: string | undefined
  readonly prov: string | undefined
  readonly vmssId: string | undefined
  readonly vmId: string | undefined
  readonly eah: boolean | undefined
  readonly secType: string | undefined
  /** `securityEncryptionType` of the OS disk, where the query requests it. */
  readonly osSecType: string | undefined
  /** `diffDiskSettings.option` of the OS disk, and the image's parts, where the query requests them. */
  readonly osDiff: string | undefined
  readonly imgPublisher: string | undefined
  readonly imgOffer: string | undefined
  readonly imgSku: string | undefined
  readonly imgId: string | undefined
  readonly osDiskId: string | undefined
  readonly osDes: string | undefined
  readonly dualPass: boolean | undefined
  readonly nData: number | undefined
  /** Where the query requests it: sums of it show whether two answers are about the same VMs. */
  readonly idHash: number | undefined
}

/** A row without an id cannot be joined and is dropped. */
export function readVmRow(json: unknown): VmRow | undefined {
  const row = objectOf(json)
  const id = textOf(fieldOf(row, 'id'))
  if (id === undefined) return undefined
  return {
    id,
    name: textOf(fieldOf(row, 'name')),
    subscriptionId: textOf(fieldOf(row, 'subscriptionId')),
    resourceGroup: textOf(fieldOf(row, 'resourceGroup')),
    tenantId: textOf(fieldOf(row, 'tenantId')),
    location: textOf(fieldOf(row, 'location')),
    zones: listOf(fieldOf(row, 'zones'), textOf),
    tags: textMapOf(fieldOf(row, 'tags')),
    vmSize: textOf(fieldOf(row, 'vmSize')),
    osType: textOf(fieldOf(row, 'osType')),
    osName: textOf(fieldOf(row, 'osName')),
    power: textOf(fieldOf(row, 'power')),
    prov: textOf(fieldOf(row, 'prov')),
    vmssId: textOf(fieldOf(row, 'vmssId')),
    vmId: textOf(fieldOf(row, 'vmId')),
    eah: graphBooleanOf(fieldOf(row, 'eah')),
    secType: textOf(fieldOf(row, 'secType')),
    osSecType: textOf(fieldOf(row, 'osSecType')),
    osDiff: textOf(fieldOf(row, 'osDiff')),
    imgPublisher: textOf(fieldOf(row, 'imgPublisher')),
    imgOffer: textOf(fieldOf(row, 'imgOffer')),
    imgSku: textOf(fieldOf(row, 'imgSku')),
    imgId: textOf(fieldOf(row, 'imgId')),
    osDiskId: textOf(fieldOf(row, 'osDiskId')),
    osDes: textOf(fieldOf(row, 'osDes')),
    dualPass: graphBooleanOf(fieldOf(row, 'dualPass')),
    nData: numberOf(fieldOf(row, 'nData')),
    idHash: integerOf(fieldOf(row, 'idHash')),
  }
}

/** Q2: a disk-encryption extension. `id` ends in `/extensions/{name}`. */
export interface ExtensionRow {
  readonly id: string
  readonly subscriptionId: string | undefined
  readonly extType: string | undefined
  readonly ver: string | undefined
  readonly prov: string | undefined
  readonly settings: DiskEncryptionExtensionSettings | undefined
  /** Number of instances; for a scale set only. */
  readonly capacity: number | undefined
}

export function readExtensionRow(json: unknown): ExtensionRow | undefined {
  const row = objectOf(json)
  const id = textOf(fieldOf(row, 'id'))
  if (id === undefined) return undefined
  return {
    id,
    subscriptionId: textOf(fieldOf(row, 'subscriptionId')),
    extType: textOf(fieldOf(row, 'extType')),
    ver: textOf(fieldOf(row, 'ver')),
    prov: textOf(fieldOf(row, 'prov')),
    settings: readExtensionSettings(fieldOf(row, 'settings')),
    capacity: numberOf(fieldOf(row, 'capacity')),
  }
}

/** Q3: a managed disk with key settings. */
/** A VM with stamped disks. */
export interface StampedDisksRow {
  readonly id: string
  readonly subscriptionId: string | undefined
  readonly managedBy: string | undefined
}

export function readStampedDisksRow(json: unknown): StampedDisksRow | undefined {
  const row = objectOf(json)
  const id = textOf(fieldOf(row, 'id'))
  if (id === undefined) return undefined
  return { id, subscriptionId: textOf(fieldOf(row, 'subscriptionId')), managedBy: textOf(fieldOf(row, 'managedBy')) }
}

/** A managed disk with the type of its encryption at rest. */
export interface DiskAtRestRow {
  readonly id: string
  readonly sse: string | undefined
}

export function readDiskAtRestRow(json: unknown): DiskAtRestRow | undefined {
  const id = textOf(fieldOf(objectOf(json), 'id'))
  return id === undefined ? undefined : { id, sse: textOf(fieldOf(objectOf(json), 'sse')) }
}

/** VMs in an answer: their number, and the sum of the hashes of their ids. */
export interface VmSum {
  readonly vms: number
  readonly idHashes: number
}

/** `undefined` for anything but a number of VMs and a whole sum: an unreadable one proves completeness for no VM. */
function vmSumOf(json: unknown): VmSum | undefined {
  const vms = integerOf(fieldOf(objectOf(json), 'vms'))
  const idHashes = integerOf(fieldOf(objectOf(json), 'idHashes'))
  return vms === undefined || vms < 1 || idHashes === undefined ? undefined : { vms, idHashes }
}

/** Q4: a VM with a disk that the caller cannot see or that has key settings. */
export interface HiddenDiskRow extends VmSum {
  readonly id: string
}

export function readHiddenDiskRow(json: unknown): HiddenDiskRow | undefined {
  const id = textOf(fieldOf(objectOf(json), 'id'))
  const sum = vmSumOf(json)
  return id === undefined || sum === undefined ? undefined : { id, ...sum }
}

/** The VMs of a subscription that a query could see: a row with the id `vms:{subscription}`. */
export interface CountedVms extends VmSum {
  /** In lower case. */
  readonly subscription: string
}

/** How many extensions of any type the row of a subscription counts; `undefined` where it does not tell. */
export const readShownExtensions = (json: unknown): number | undefined => integerOf(fieldOf(objectOf(json), 'shown'))

/** `undefined` for any other row, and for a row without its numbers. */
export function readCountedVms(json: unknown): CountedVms | undefined {
  const [, subscription] = /^vms:([^/]+)$/.exec(textOf(fieldOf(objectOf(json), 'id')) ?? '') ?? []
  const sum = vmSumOf(json)
  return subscription === undefined || sum === undefined
    ? undefined
    : { subscription: subscription.toLowerCase(), ...sum }
}
