import type { InventoryVm } from '@/lib/facts/inventory'
import type { VmFacts } from '@/lib/facts/types'
import { valueOrNull } from '@/lib/shared/known'
import { isConfidentialOsDisk } from './confidential'

/** Kinds of encryption that are not ADE. Shown beside it, never mixed with it. */
export const otherEncryptions = [
  'encryption-at-host',
  'customer-managed-key',
  'double-encryption',
  'confidential-os-disk',
] as const
export type OtherEncryption = (typeof otherEncryptions)[number]

function named(found: Readonly<Record<Exclude<OtherEncryption, 'double-encryption'>, boolean>>): OtherEncryption[] {
  const order = ['encryption-at-host', 'customer-managed-key', 'confidential-os-disk'] as const
  return order.filter((kind) => found[kind])
}

/** What protects a VM beside ADE, from the VM itself. Double encryption is told by the disks alone, which nobody read. */
export function otherEncryptionOfVm(facts: VmFacts): OtherEncryption[] {
  const disks = [facts.osDisk, ...facts.dataDisks]
  return named({
    'encryption-at-host': valueOrNull(facts.encryptionAtHost) === true,
    'customer-managed-key': disks.some((disk) => disk !== null && disk.diskEncryptionSetId !== null),
    'confidential-os-disk': isConfidentialOsDisk(facts.osDisk?.securityEncryptionType ?? null),
  })
}

/** The same from the inventory, which names the OS disk's key only. */
export function otherEncryptionOfInventory(vm: InventoryVm): OtherEncryption[] {
  return named({
    'encryption-at-host': vm.encryptionAtHost,
    'customer-managed-key': vm.diskEncryptionSetId !== null,
    'confidential-os-disk': isConfidentialOsDisk(valueOrNull(vm.osDiskSecurityEncryptionType)),
  })
}
