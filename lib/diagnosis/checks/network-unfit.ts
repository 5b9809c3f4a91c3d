import { anyUnmet, around, usesDiskEncryption } from '../reading'
import type { Check } from '../types'

/** A rule of the network denies traffic that the extension needs. */
export const networkUnfit: Check = {
  kind: 'network-unfit',
  severity: 'warning',
  uses: ['prerequisites'],
  find: (reading) => {
    if (!usesDiskEncryption(reading)) return null
    return anyUnmet(reading, ['network-platform', 'network-storage', 'network-entra-vault']) ? around(reading) : null
  },
}
