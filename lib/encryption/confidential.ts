import { sameText } from '@/lib/shared/text'
import type { VmFacts } from '@/lib/facts/types'

/** On a confidential VM the extension skips the stamp. */
export function isConfidentialVm({ securityType }: Pick<VmFacts, 'securityType'>): boolean {
  return securityType.known && sameText(securityType.value, 'ConfidentialVM')
}

/**
 * The platform encrypts this OS disk together with the VM's state.
 * https://learn.microsoft.com/azure/confidential-computing/confidential-vm-overview
 */
export function isConfidentialOsDisk(securityEncryptionType: string | null): boolean {
  return sameText(securityEncryptionType ?? '', 'DiskWithVMGuestState')
}
