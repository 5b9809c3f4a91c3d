import { whenMessageIn } from '../message-groups'
import type { Check } from '../types'

/** An encrypted disk cannot be mounted or attached elsewhere as it is. */
export const repairDiskLocked: Check = {
  kind: 'repair-disk-locked',
  severity: 'error',
  uses: ['status-message'],
  find: whenMessageIn('lockedDisk', 'os'),
}
