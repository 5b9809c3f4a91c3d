import { isConfidentialVm } from '@/lib/encryption/confidential'
import type { VmFacts } from '@/lib/facts/types'
import { valueOrNull } from '@/lib/shared/known'

/**
 * Encryption at host, a confidential VM, whose OS disk the extension refuses, or an ephemeral OS disk.
 * https://learn.microsoft.com/azure/virtual-machines/linux/disk-encryption-linux#unsupported-scenarios
 */
export function isUnsupported(facts: VmFacts | null): boolean {
  if (facts === null) return false
  const { encryptionAtHost, securityType, osDisk } = facts
  return (
    valueOrNull(encryptionAtHost) === true || isConfidentialVm(valueOrNull(securityType)) || osDisk?.ephemeral === true
  )
}
