import { otherEncryptionOfVm } from '@/lib/encryption/other-encryption'
import { usesDiskEncryption } from '../reading'
import type { Check } from '../types'

/**
 * Encryption at host or a customer-managed key on a VM that uses Azure Disk Encryption: the two exclude each other.
 * https://learn.microsoft.com/azure/virtual-machines/linux/disk-encryption-linux
 */
export const twoKindsOfEncryption: Check = {
  kind: 'two-kinds-of-encryption',
  severity: 'warning',
  uses: ['security-profile', 'data-disks', 'extension-list'],
  find: (reading) => {
    const { facts } = reading
    if (facts === null || !usesDiskEncryption(reading)) return null
    const excluding = otherEncryptionOfVm(facts).filter((kind) => kind !== 'confidential-os-disk')
    return excluding.length > 0 ? { volume: null } : null
  },
}
