import { sameText } from '@/lib/shared/text'
import { hasFlag, whereVolumes } from '../reading'
import type { Check } from '../types'

const moving = ['creating', 'updating', 'deleting']
const inFlight = whereVolumes(({ state }) => state === 'encrypting' || state === 'decrypting' || state === 'failed')

/**
 * Another extension is running at the same time as disk encryption, which needs exclusive access to the VM.
 * https://learn.microsoft.com/azure/virtual-machines/linux/disk-encryption-troubleshooting
 */
export const otherExtensionRunning: Check = {
  kind: 'other-extension-running',
  severity: 'warning',
  uses: ['other-extensions', 'substatus', 'provisioning-state'],
  find: (reading) => {
    const beside = reading.facts?.otherExtensions.some(({ provisioningState }) =>
      moving.some((state) => sameText(provisioningState, state)),
    )
    if (beside !== true) return null
    return hasFlag(reading.verdict, 'operation-running') || inFlight(reading) !== null ? { volume: null } : null
  },
}
