import 'server-only'
import { powerStates, type OtherEncryption, type PowerState } from '@/lib/contract/fleet'
import { isConfidentialOsDisk } from '@/lib/encryption/confidential'
import type { InventoryVm } from '@/lib/facts/inventory'
import type { VmFacts } from '@/lib/facts/types'
import { valueOrNull, type Known } from '@/lib/shared/known'

/** Azure's power word as one of the contract's; any other is `unknown`. */
export function powerStateOf(word: Known<string>): PowerState {
  return powerStates.find((state) => word.known && state === word.value) ?? 'unknown'
}

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
