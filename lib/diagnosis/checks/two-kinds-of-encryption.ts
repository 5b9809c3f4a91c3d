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
    const atHost = facts.encryptionAtHost.known && facts.encryptionAtHost.value
    const disks = facts.osDisk === null ? facts.dataDisks : [facts.osDisk, ...facts.dataDisks]
    return atHost || disks.some(({ diskEncryptionSetId }) => diskEncryptionSetId !== null) ? { volume: null } : null
  },
}
