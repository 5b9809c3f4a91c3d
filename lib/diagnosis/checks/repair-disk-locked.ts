import { whenMessageIn } from '../message-groups'
import type { Check } from '../types'

/** An encrypted disk cannot be mounted or attached to another VM while it is locked. */
export const repairDiskLocked: Check = {
  kind: 'repair-disk-locked',
  severity: 'error',
  uses: ['status-message'],
  find: whenMessageIn('lockedDisk', 'os'),
}
