import { whenMessageIn } from '../message-groups'
import type { Check } from '../types'

/** Windows asks for the BitLocker recovery key when it starts. */
export const bitlockerRecovery: Check = {
  kind: 'bitlocker-recovery',
  severity: 'error',
  uses: ['status-message'],
  find: whenMessageIn('bitlockerRecovery', 'os'),
}
