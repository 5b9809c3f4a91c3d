import 'server-only'
import {
  readCountedVms,
  readExtensionRow,
  readHiddenDiskRow,
  readShownExtensions,
  readStampedDisksRow,
  type CountedVms,
  type VmSum,
} from '@/lib/wire/resource-graph'
import { parseScaleSetId, parseVmId, vmIdOfExtension } from '../vm-name'

/** The VMs of a subscription that the query could see. */
interface Counted extends CountedVms {
  readonly kind: 'counted'
}

/** A row that cannot be matched with a VM: the answer is no evidence for the VMs of its subscription (lower case). */
interface Unmatched {
  readonly kind: 'unmatched'
  readonly subscription: string
}

/** A row that names a VM; not each such VM is in the list, or has a name that ARM allows. */
interface OfVm {
  readonly kind: 'vm'
  readonly id: string
  readonly subscription: string
}

export type ExtensionOwner =
  | (Counted & { readonly showsExtensions: boolean })
  | Unmatched
  | OfVm
  | { readonly kind: 'scale-set'; readonly id: string; readonly capacity: number | undefined }
/** `other`: the disks are not attached, or attached to something that is no VM. */
export type StampedDisks = Counted | Unmatched | OfVm | { readonly kind: 'other' }
export type HiddenDisks = Counted | Unmatched | (OfVm & VmSum)

const guid = '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}'
const resource = new RegExp(
  `^/subscriptions/(${guid})/resourceGroups/[^/\\s]+/providers/([^/\\s]+)(?:/[^/\\s]+){2,}$`,
  'i',
)
const vm = new RegExp(
  `^/subscriptions/(${guid})/resourceGroups/[^/\\s]+/providers/Microsoft\\.Compute/(?:virtualMachineScaleSets/[^/\\s]+/)?virtualMachines/[^/\\s]+$`,
  'i',
)
const ofSubscription = new RegExp(`^(?:/subscriptions/)?(${guid})(?:/|$)`, 'i')

/** The VM of an id; null where the id is in no form that ARM has for VMs. */
function vmOf(id: string): OfVm | null {
  const subscription = vm.exec(id)?.[1]
  return subscription === undefined ? null : { kind: 'vm', id, subscription: subscription.toLowerCase() }
}

function counted(json: unknown): Counted | null {
  const found = readCountedVms(json)
  return found === undefined ? null : { kind: 'counted', ...found }
}

/**
 * What an unmatched row still proves: the other subscriptions where it contains its own, otherwise nothing.
 * @param ids ids that begin with the subscription, or the subscription alone
 */
function unmatched(ids: readonly (string | undefined)[], subscriptions: readonly string[]): Unmatched | undefined {
  const found = ids.map((text) => ofSubscription.exec(text ?? '')?.[1]?.toLowerCase()).find((id) => id !== undefined)
  return found !== undefined && subscriptions.includes(found) ? { kind: 'unmatched', subscription: found } : undefined
}

/**
 * The owner of an extension.
 * @param subscriptions those of the query, lower case
 * @returns undefined where the row cannot be matched with a subscription either; then the answer is no evidence at all
 */
export function readExtensionOwner(json: unknown, subscriptions: readonly string[]): ExtensionOwner | undefined {
  const count = counted(json)
  if (count !== null) return { ...count, showsExtensions: (readShownExtensions(json) ?? 0) > 0 }
  const row = readExtensionRow(json)
  const rowId = row?.id ?? ''
  if (parseScaleSetId(rowId) !== null) return { kind: 'scale-set', id: rowId, capacity: row?.capacity }
  const owner = vmIdOfExtension(rowId)
  const name = owner === null ? null : parseVmId(owner)
  if (owner === null || name === null) return unmatched([row?.subscriptionId, row?.id], subscriptions)
  return { kind: 'vm', id: owner, subscription: name.subscriptionId.toLowerCase() }
}

/**
 * The VM of stamped disks. An empty `managedBy` means that the disk is not attached.
 * Source: https://learn.microsoft.com/rest/api/compute/disks/get
 * @param subscriptions those of the query, lower case
 * @returns undefined where the row cannot be matched with a subscription either
 */
export function readStampedDisks(json: unknown, subscriptions: readonly string[]): StampedDisks | undefined {
  const count = counted(json)
  if (count !== null) return count
  const row = readStampedDisksRow(json)
  const managedBy = row?.managedBy
  if (managedBy !== undefined) {
    const owner = vmOf(managedBy)
    if (owner !== null) return owner
    const provider = resource.exec(managedBy)?.[2]
    if (managedBy === '' || (provider !== undefined && provider.toLowerCase() !== 'microsoft.compute'))
      return { kind: 'other' }
  }
  return unmatched([row?.subscriptionId, row?.id], subscriptions)
}

/**
 * A VM with a hidden disk or one with key settings, or the number of the other VMs of a subscription.
 * @param subscriptions those of the query, lower case
 * @returns undefined where the row cannot be matched with a subscription either
 */
export function readHiddenDisks(json: unknown, subscriptions: readonly string[]): HiddenDisks | undefined {
  const count = counted(json)
  if (count !== null) return count
  const row = readHiddenDiskRow(json)
  const owner = row === undefined ? null : vmOf(row.id)
  return row === undefined || owner === null ? unmatched([row?.id], subscriptions) : { ...row, ...owner }
}
