import { whenMessageIn } from '../message-groups'
import type { Check } from '../types'

/** The vault reference in the request is invalid or contradictory; this includes managed HSMs. */
export const keyVaultReferenceInvalid: Check = {
  kind: 'key-vault-reference-invalid',
  severity: 'error',
  uses: ['status-message'],
  find: whenMessageIn('keyVault', 'all'),
}
