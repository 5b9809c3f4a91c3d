import { whenMessageIn } from '../message-groups'
import type { Check } from '../types'

/** Encryption of data volumes stopped at one of them; those before it stay encrypted. */
export const dataEncryptionFailed: Check = {
  kind: 'data-encryption-failed',
  severity: 'error',
  uses: ['status-message'],
  find: whenMessageIn('data', 'data'),
}
