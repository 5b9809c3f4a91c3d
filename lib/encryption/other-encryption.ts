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

/** What a disk says of its encryption at rest. */
export interface DiskAtRest {
  readonly id: string
  /** Azure's word, `encryption.type`; null where it was not told. */
  readonly type: string | null
}

function disksWithKey({ osDisk, dataDisks }: VmFacts): readonly DiskFacts[] {
  return [...(osDisk === null ? [] : [osDisk]), ...dataDisks].filter((disk) => disk.diskEncryptionSetId !== null)
}

/** Ids of the disks under a key of one's own, as the VM names them; null for one whose id it does not tell. */
export function customerKeyedDisks(facts: VmFacts): readonly (string | null)[] {
  return disksWithKey(facts).map((disk) => disk.id)
}

/**
 * Whether a disk of a VM is encrypted at rest with the platform's key and one of one's own. The VM does not say; where
 * no disk has a key of one's own the answer is no, and else the disks' own words are wanted, of every such disk.
 * Source: https://learn.microsoft.com/azure/virtual-machines/disk-encryption#double-encryption-at-rest
 * @param keyed ids of the disks with a key of one's own
 * @param told what could be read of disks
 */
export function doubleEncryptionOf(keyed: readonly (string | null)[], reported: readonly DiskAtRest[]): Known<boolean> {
  const types = keyed.map((id) => reported.find((disk) => id !== null && sameText(disk.id, id))?.type ?? null)
  if (types.some((type) => sameText(type, 'EncryptionAtRestWithPlatformAndCustomerKeys'))) {
    return known(true)
  }
  return types.includes(null) ? unknown('denied') : known(false)
}

/**
 * What protects a VM beside ADE, from the VM itself.
 * @param double told by the disks alone; what is not known is left out here and said beside
 */
export function otherEncryptionOfVm(facts: VmFacts, double: Known<boolean> = unknown('not-asked')): OtherEncryption[] {
  return named({
    'double-encryption': valueOrNull(double) === true,
    'encryption-at-host': valueOrNull(facts.encryptionAtHost) === true,
    'customer-managed-key': disksWithKey(facts).length > 0,
    'confidential-os-disk': isConfidentialOsDisk(facts.osDisk?.securityEncryptionType),
  })
}

/** The same from the inventory, which names the OS disk's key only and never the kind of it. */
export function otherEncryptionOfInventory(vm: InventoryVm): OtherEncryption[] {
  return named({
    'double-encryption': false,
    'encryption-at-host': valueOrNull(vm.encryptionAtHost) === true,
    'customer-managed-key': valueOrNull(vm.diskEncryptionSetId) !== null,
    'confidential-os-disk': isConfidentialOsDisk(valueOrNull(vm.osDiskSecurityEncryptionType)),
  })
}
