import { whenMessageIn } from '../message-groups'
import type { Check } from '../types'

/** BitLocker itself refused what the extension asked of it. */
export const bitlockerRejected: Check = {
  kind: 'bitlocker-rejected',
  severity: 'error',
  uses: ['status-message'],
  find: whenMessageIn('bitlocker', 'all'),
}
