import { sameText } from '@/lib/shared/text'
import type { VmFacts } from '@/lib/facts/types'
import type { OtherProtection } from './roll-up'

/** On a confidential VM the extension does not write the stamp. */
export function isConfidentialVm(securityType: string | null): boolean {
  return sameText(securityType, 'ConfidentialVM')
}

/**
 * The platform encrypts this OS disk together with the VM's state.
 * https://learn.microsoft.com/azure/confidential-computing/confidential-vm-overview
 */
export function isConfidentialOsDisk(securityEncryptionType: string | null | undefined): boolean {
  return sameText(securityEncryptionType, 'DiskWithVMGuestState')
}

/** The VM's own values about protection besides disk encryption; a missing value means no protection. */
export function otherProtectionOf({ encryptionAtHost, osDisk }: VmFacts): OtherProtection {
  return {
    encryptionAtHost: encryptionAtHost.known && encryptionAtHost.value,
    confidentialOsDisk: isConfidentialOsDisk(osDisk?.securityEncryptionType),
  }
}
