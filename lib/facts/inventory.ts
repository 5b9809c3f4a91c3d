import { known, unknown, type Known } from '@/lib/shared/known'
import type { VmRow } from '@/lib/wire/resource-graph'
import { idSegment } from './arm-id'
import { present } from './known-fields'
import { pooled, pooledText } from './pool'
import { readOsType } from './tool-reading'
import type { ImageFacts, OsType } from './types'

/** The inventory's facts about a VM, without a reading of the VM. */
export interface InventoryVm {
  readonly id: string
  /** The id in lower case: the key that joins the queries. */
  readonly key: string
  /** Azure's unique id of the machine. */
  readonly vmId: Known<string>
  readonly name: string
  readonly subscriptionId: string
  readonly resourceGroup: string
  readonly region: Known<string>
  readonly size: Known<string>
  readonly osType: Known<OsType>
  readonly osName: Known<string>
  /** Azure's word in lower case: `running`, `deallocated`, … */
  readonly powerState: Known<string>
  readonly tags: Readonly<Record<string, string>>
  readonly zones: readonly string[]
  /** Null for a VM that is in no scale set. */
  readonly scaleSetId: Known<string | null>
  /** Dual pass: the model says `enabled: true`. */
  readonly modelEnabled: Known<boolean>
  /** `provisioningState` in lower case; anything but `succeeded` and `failed` means that work on the VM is running. */
  readonly provisioning: Known<string>
  readonly dataDisks: Known<number>
  /** Null for a disk in a storage account, which has no row and so cannot show a stamp. */
  readonly osDiskId: string | null
  readonly encryptionAtHost: Known<boolean>
  readonly securityType: Known<string | null>
  readonly osDiskSecurityEncryptionType: Known<string | null>
  /** Known only where the query requests it, like the next field. */
  readonly image: Known<ImageFacts>
  readonly ephemeral: Known<boolean>
  readonly diskEncryptionSetId: Known<string | null>
}

function readOs(text: string | undefined): Known<OsType> {
  if (!text) return unknown('absent')
  const os = readOsType(text)
  return os === null ? unknown('unreadable') : known(os)
}

function readPower(code: string | undefined): Known<string> {
  const word = (code ?? '').toLowerCase().replace(/^powerstate\//, '')
  return pooled(word)
}

/** Resource Graph turns a missing text into an empty one. */
const orNull = (text: string | undefined): string | null => text || null

/** One object for all equal facts, as for texts. */
const nothing: Known<null> = known(null)
const yes = known(true)
const no = known(false)
const unreadable = unknown('unreadable')

/** A text that may be empty: then its absence is known. A missing column, or one of another type, is unknown. */
function textOrNone(text: string | undefined): Known<string | null> {
  if (text === undefined) return unreadable
  return text === '' ? nothing : pooled(text)
}

/** A boolean column that is missing or unreadable is not "off". */
function flag(value: boolean | undefined): Known<boolean> {
  if (value === undefined) return unreadable
  return value ? yes : no
}

function count(value: number | undefined): Known<number> {
  return value !== undefined && Number.isInteger(value) && value >= 0 ? known(value) : unreadable
}

/** One object for all VMs of an image. */
const images = new Map<string, Known<ImageFacts>>()
const mostImages = 5000

/** Without any named part there is no image: the OS disk was attached as a disk. */
function readImage({ imgPublisher, imgOffer, imgSku, imgId }: VmRow): Known<ImageFacts> {
  if (imgPublisher === undefined || imgId === undefined) return unknown('not-asked')
  if (![imgPublisher, imgOffer, imgSku, imgId].some(Boolean)) return unknown('absent')
  const key = JSON.stringify([imgPublisher, imgOffer, imgSku, imgId])
  const kept = images.get(key)
  if (kept !== undefined) return kept
  if (images.size >= mostImages) images.clear()
  const publisher = orNull(imgPublisher)
  const made = known({ publisher, offer: orNull(imgOffer), sku: orNull(imgSku), id: orNull(imgId) })
  images.set(key, made)
  return made
}

/** Normalises a row of the inventory's VM query. */
export function inventoryVmOf(row: VmRow): InventoryVm {
  const name = row.name || idSegment(row.id, 'virtualMachines')
  return {
    id: row.id,
    key: row.id.toLowerCase(),
    vmId: present(row.vmId || undefined),
    name: name ?? row.id,
    subscriptionId: pooledText(row.subscriptionId) ?? idSegment(row.id, 'subscriptions') ?? '',
    resourceGroup: pooledText(row.resourceGroup) ?? idSegment(row.id, 'resourceGroups') ?? '',
    region: pooled(row.location),
    size: pooled(row.vmSize),
    osType: readOs(row.osType),
    osName: pooled(row.osName),
    powerState: readPower(row.power),
    tags: row.tags ?? {},
    zones: row.zones ?? [],
    scaleSetId: textOrNone(row.vmssId),
    modelEnabled: flag(row.dualPass),
    provisioning: pooled(row.prov?.toLowerCase()),
    dataDisks: count(row.nData),
    osDiskId: orNull(row.osDiskId),
    encryptionAtHost: flag(row.eah),
    securityType: textOrNone(row.secType),
    osDiskSecurityEncryptionType: textOrNone(row.osSecType),
    image: readImage(row),
    ephemeral: row.osDiff === undefined ? unknown('not-asked') : known(row.osDiff.toLowerCase() === 'local'),
    diskEncryptionSetId: textOrNone(row.osDes),
  }
}
