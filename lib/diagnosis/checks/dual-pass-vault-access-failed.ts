import { whenMessageIn } from '../message-groups'
import type { Check } from '../types'

/** Dual pass: the VM could not sign in, or could not store its secret in the vault. */
export const dualPassVaultAccessFailed: Check = {
  kind: 'dual-pass-vault-access-failed',
  severity: 'error',
  uses: ['status-message'],
  find: whenMessageIn('dualPassVault', 'all'),
}
