import { whenMessageIn } from '../message-groups'
import type { Check } from '../types'

/** The vault is named wrongly or contradictorily in the request; managed HSMs included. */
export const keyVaultReferenceInvalid: Check = {
  kind: 'key-vault-reference-invalid',
  severity: 'error',
  uses: ['status-message'],
  find: whenMessageIn('keyVault', 'all'),
}
