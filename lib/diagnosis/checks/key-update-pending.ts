import { whenMessageIn } from '../message-groups'
import type { Check } from '../types'

/** A new key is in the vault but not yet on the key volume. */
export const keyUpdatePending: Check = {
  kind: 'key-update-pending',
  severity: 'action',
  uses: ['status-message'],
  find: whenMessageIn('keyUpdatePending', 'all'),
}
