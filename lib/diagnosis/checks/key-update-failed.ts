import { whenMessageIn } from '../message-groups'
import type { Check } from '../types'

/** Changing the key or the vault of an encrypted VM failed; the former settings remain in force. */
export const keyUpdateFailed: Check = {
  kind: 'key-update-failed',
  severity: 'error',
  uses: ['status-message'],
  find: whenMessageIn('keyUpdate', 'all'),
}
