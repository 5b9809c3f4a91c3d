import { usesDiskEncryption } from '../reading'
import type { Check } from '../types'
import { isBefore } from '../version'

/**
 * Disk encryption needs 2.2.38; an agent of 2.2.19 does not report the status of extensions.
 * https://learn.microsoft.com/azure/virtual-machines/linux/disk-encryption-troubleshooting
 */
const leastForLinux = '2.2.38'

/** The VM agent is older than disk encryption requires. */
export const agentTooOld: Check = {
  kind: 'agent-too-old',
  severity: 'warning',
  uses: ['agent-version', 'os-type'],
  find: (reading) => {
    const { facts } = reading
    if (facts === null || !usesDiskEncryption(reading) || !facts.agent.known) return null
    const linux = facts.osType.known && facts.osType.value === 'Linux'
    return linux && isBefore(facts.agent.value.version, leastForLinux) ? { volume: null } : null
  },
}
