import { anyUnmet, usesDiskEncryption } from '../reading'
import type { Check } from '../types'

/** A lock keeps the VM, its disks or its vault from being changed, so that no remedy below can be done. */
export const lockBlocksChanges: Check = {
  kind: 'lock-blocks-changes',
  severity: 'warning',
  uses: ['prerequisites'],
  find: (reading) => (usesDiskEncryption(reading) && anyUnmet(reading, ['locks']) ? { volume: null } : null),
}
