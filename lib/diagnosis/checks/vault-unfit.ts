import { anyUnmet, around, usesDiskEncryption } from '../reading'
import type { Check } from '../types'
import { hostRejectedKeySettings } from './host-rejected-key-settings'

/**
 * The vault or the key does not meet the requirements of disk encryption: the next request fails, and the next start
 * may fail too. Where the host has already refused, that problem lists these as its causes.
 */
export const vaultUnfit: Check = {
  kind: 'vault-unfit',
  severity: 'warning',
  uses: ['prerequisites'],
  find: (reading) => {
    if (!usesDiskEncryption(reading) || hostRejectedKeySettings.find(reading) !== null) return null
    const unmet = anyUnmet(reading, [
      'vault-region',
      'vault-subscription',
      'vault-enabled',
      'vault-soft-delete',
      'vault-firewall',
      'vault-url',
      'key-type',
      'key-version',
      'secret-present',
    ])
    return unmet ? around(reading) : null
  },
}
