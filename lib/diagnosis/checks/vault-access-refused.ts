import { whenMessageIn } from '../message-groups'
import type { Check } from '../types'

/** Key Vault refused a request. */
export const vaultAccessRefused: Check = {
  kind: 'vault-access-refused',
  severity: 'error',
  uses: ['status-message'],
  find: whenMessageIn('vaultAccess', null),
}
