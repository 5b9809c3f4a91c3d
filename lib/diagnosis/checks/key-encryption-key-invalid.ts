import { whenMessageIn } from '../message-groups'
import type { Check } from '../types'

/** The key encryption key is named wrongly or incompletely in the request. */
export const keyEncryptionKeyInvalid: Check = {
  kind: 'key-encryption-key-invalid',
  severity: 'error',
  uses: ['status-message'],
  find: whenMessageIn('keyEncryptionKey', 'all'),
}
