import { anyUnmet, around, usesDiskEncryption } from '../reading'
import type { Check } from '../types'

/** An assigned policy denies the secret that disk encryption writes to the vault. */
export const policyDeniesEncryption: Check = {
  kind: 'policy-denies-encryption',
  severity: 'warning',
  uses: ['prerequisites'],
  find: (reading) => (usesDiskEncryption(reading) && anyUnmet(reading, ['policy-deny']) ? around(reading) : null),
}
