import { whenMessageIn } from '../message-groups'
import type { Check } from '../types'

/** BitLocker rejected a call of the extension. */
export const bitlockerRejected: Check = {
  kind: 'bitlocker-rejected',
  severity: 'error',
  uses: ['status-message'],
  find: whenMessageIn('bitlocker', 'all'),
}
