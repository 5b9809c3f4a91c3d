import { anyUnmet, usesDiskEncryption } from '../reading'
import type { Check } from '../types'

/** A lock prevents changes of the VM, its disks or its vault, so that no remedy can be applied. */
export const lockBlocksChanges: Check = {
  kind: 'lock-blocks-changes',
  severity: 'warning',
  uses: ['prerequisites'],
  find: (reading) => (usesDiskEncryption(reading) && anyUnmet(reading, ['locks']) ? { volume: null } : null),
}
