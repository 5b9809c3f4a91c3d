import { whenMessageIn } from '../message-groups'
import type { Check } from '../types'

/** Decryption failed, or stopped on one volume. */
export const decryptionFailed: Check = {
  kind: 'decryption-failed',
  severity: 'error',
  uses: ['status-message'],
  find: whenMessageIn('decryption', 'data'),
}
