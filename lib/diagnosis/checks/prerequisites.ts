import { anyUnmet, around, usesDiskEncryption } from '../reading'
import { whenMessageIn } from '../message-groups'
import type { CheckTable } from '../types'

const hostRejected = whenMessageIn('host', 'all')

/** Prerequisites outside the VM that are not met. */
export const unmetPrerequisiteChecks = {
  /**
   * The vault or the key does not meet the requirements of disk encryption: the next request fails, and the next start
   * may fail too. Where the host has already refused, that problem lists these as its causes.
   */
  'vault-unfit': {
    severity: 'warning',
    uses: ['prerequisites'],
    find: (reading) => {
      if (!usesDiskEncryption(reading) || hostRejected(reading) !== null) return null
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
  },
  /** The key version in use expires soon: afterwards new requests and key changes fail. */
  'key-expires-soon': {
    severity: 'warning',
    uses: ['prerequisites'],
    find: (reading) =>
      usesDiskEncryption(reading) && reading.prerequisites.get('key-version')?.reason === 'key-version-expires-soon'
        ? { volume: null }
        : null,
  },
  /** A rule of the network denies traffic that the extension needs. */
  'network-unfit': {
    severity: 'warning',
    uses: ['prerequisites'],
    find: (reading) => {
      if (!usesDiskEncryption(reading)) return null
      return anyUnmet(reading, ['network-platform', 'network-storage', 'network-entra-vault']) ? around(reading) : null
    },
  },
  /** An assigned policy denies the secret that disk encryption writes to the vault. */
  'policy-denies-encryption': {
    severity: 'warning',
    uses: ['prerequisites'],
    find: (reading) => (usesDiskEncryption(reading) && anyUnmet(reading, ['policy-deny']) ? around(reading) : null),
  },
  /** A lock prevents changes of the VM, its disks or its vault, so that no remedy can be applied. */
  'lock-blocks-changes': {
    severity: 'warning',
    uses: ['prerequisites'],
    find: (reading) => (usesDiskEncryption(reading) && anyUnmet(reading, ['locks']) ? { volume: null } : null),
  },
} satisfies CheckTable
