import type { InventoryVm } from '@/lib/facts/inventory'
import type { DiskFacts, VmFacts } from '@/lib/facts/types'
import { known, unknown, valueOrNull, type Known } from '@/lib/shared/known'
import { sameText } from '@/lib/shared/text'
import { isConfidentialOsDisk } from './confidential'

/** Kinds of encryption that are not ADE. Shown beside it, never mixed with it. */
export const otherEncryptions = [
  'encryption-at-host',
  'customer-managed-key',
  'double-encryption',
  'confidential-os-disk',
] as const
export type OtherEncryption = (typeof otherEncryptions)[number]

function named(found: Readonly<Record<OtherEncryption, boolean>>): OtherEncryption[] {
  return otherEncryptions.filter((kind) => found[kind])
}

/** Encryption at rest according to the disk resource. */
export interface DiskAtRest {
  readonly id: string
  /** Azure's value, `encryption.type`; null where it was not read. */
  readonly type: string | null
}

function disksWithKey({ osDisk, dataDisks }: VmFacts): readonly DiskFacts[] {
  return [...(osDisk === null ? [] : [osDisk]), ...dataDisks].filter((disk) => disk.diskEncryptionSetId !== null)
}

/** Ids of the disks with a customer-managed key, as the VM names them; null for a disk without a readable id. */
export function customerKeyedDisks(facts: VmFacts): readonly (string | null)[] {
  return disksWithKey(facts).map((disk) => disk.id)
}

/**
 * Whether a disk of a VM is encrypted at rest with the platform's key and a customer-managed key. The VM does not say.
 * Without a customer-managed key the answer is no; otherwise every disk that has one must have been read.
 * Source: https://learn.microsoft.com/azure/virtual-machines/disk-encryption#double-encryption-at-rest
 * @param keyed ids of the disks with a customer-managed key
 * @param disks the disk resources that were read
 */
export function doubleEncryptionOf(keyed: readonly (string | null)[], disks: readonly DiskAtRest[]): Known<boolean> {
  const types = keyed.map((id) => disks.find((disk) => id !== null && sameText(disk.id, id))?.type ?? null)
  if (types.some((type) => sameText(type, 'EncryptionAtRestWithPlatformAndCustomerKeys'))) {
    return known(true)
  }
  return types.includes(null) ? unknown('denied') : known(false)
}

/**
 * Protection of a VM besides ADE, from the VM itself.
 * @param double from the disk resources alone; an unknown value is left out here and stated separately
 */
export function otherEncryptionOfVm(facts: VmFacts, double: Known<boolean> = unknown('not-asked')): OtherEncryption[] {
  return named({
    'double-encryption': valueOrNull(double) === true,
    'encryption-at-host': valueOrNull(facts.encryptionAtHost) === true,
    'customer-managed-key': disksWithKey(facts).length > 0,
    'confidential-os-disk': isConfidentialOsDisk(facts.osDisk?.securityEncryptionType),
  })
}

/** The same from the inventory, which names the OS disk's key only and never its kind. */
export function otherEncryptionOfInventory(vm: InventoryVm): OtherEncryption[] {
  return named({
    'double-encryption': false,
    'encryption-at-host': valueOrNull(vm.encryptionAtHost) === true,
    'customer-managed-key': valueOrNull(vm.diskEncryptionSetId) !== null,
    'confidential-os-disk': isConfidentialOsDisk(valueOrNull(vm.osDiskSecurityEncryptionType)),
  })
}
