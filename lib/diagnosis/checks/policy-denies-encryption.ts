import { anyUnmet, hasFlag, usesDiskEncryption } from '../reading'
import type { Check } from '../types'

/** An assigned policy denies the secret that disk encryption writes to the vault. */
export const policyDeniesEncryption: Check = {
  kind: 'policy-denies-encryption',
  severity: 'warning',
  uses: ['prerequisites'],
  find: (reading) => {
    if (!usesDiskEncryption(reading) || !anyUnmet(reading, ['policy-deny'])) return null
    return hasFlag(reading.verdict, 'last-operation-failed') ? { volume: null, severity: 'error' } : { volume: null }
  },
}
