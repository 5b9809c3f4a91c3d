import type { Check } from '../types'

/**
 * The extension is installed on a running VM but has no status. Other tools then say that its status is not available.
 * https://learn.microsoft.com/azure/virtual-machines/linux/disk-encryption-isolated-network
 */
export const reportMissing: Check = {
  kind: 'report-missing',
  severity: 'warning',
  uses: ['extension-list', 'status-message', 'power-state'],
  find: ({ facts, verdict }) => {
    if (!verdict.flags.some(({ reason }) => reason === 'extension-status-missing')) return null
    const off = facts?.powerState.known === true && facts.powerState.value !== 'running'
    return off ? null : { volume: null }
  },
}
