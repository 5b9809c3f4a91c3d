import { whenMessageIn } from '../message-groups'
import type { Check } from '../types'

/** Windows asks for the BitLocker key at its start. */
export const bitlockerRecovery: Check = {
  kind: 'bitlocker-recovery',
  severity: 'error',
  uses: ['status-message'],
  find: whenMessageIn('bitlockerRecovery', 'os'),
}
