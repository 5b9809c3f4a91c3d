import { valueOrNull } from '@/lib/shared/known'
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

const securityTypes = ['Standard', 'TrustedLaunch', 'ConfidentialVM'] as const
const securityEncryptionTypes = ['VMGuestStateOnly', 'DiskWithVMGuestState', 'NonPersistedTPM'] as const

/**
 * Whether a security type or the type of an OS disk is one that Azure does not publish yet: it may mean protection
 * that this code does not know. Both enumerations are open.
 * Source: https://learn.microsoft.com/rest/api/compute/virtual-machines/get#securitytypes
 * @param securityType null where the VM has none
 * @param securityEncryptionType null where the OS disk has none
 */
export function isUnknownProtection(securityType: string | null, securityEncryptionType: string | null): boolean {
  const isUnknown = (word: string | null, known: readonly string[]): boolean =>
    word !== null && word !== '' && !known.some((each) => sameText(each, word))
  return isUnknown(securityType, securityTypes) || isUnknown(securityEncryptionType, securityEncryptionTypes)
}

/** Whether the VM may be protected in a way that this code does not know, and in no way that it knows. */
export function mayBeProtectedOtherwise(facts: VmFacts): boolean {
  if (facts.encryptionAtHost.known && facts.encryptionAtHost.value) return false
  return isUnknownProtection(valueOrNull(facts.securityType), facts.osDisk?.securityEncryptionType ?? null)
}

/** The VM's own values about protection besides disk encryption; a missing value means no protection. */
export function otherProtectionOf({ encryptionAtHost, osDisk }: VmFacts): OtherProtection {
  return {
    encryptionAtHost: encryptionAtHost.known && encryptionAtHost.value,
    confidentialOsDisk: isConfidentialOsDisk(osDisk?.securityEncryptionType),
  }
}
