import { whereVolumes } from '../reading'
import type { Progress } from '@/lib/encryption/types'
import type { Check } from '../types'
import { decryptionNotResuming } from './decryption-not-resuming'

/** They look like the end as well: an empty message is shown as `Provisioning succeeded`. */
const passing: readonly Progress['messageKind'][] = [
  'linux-data-succeeded-transitioning',
  'linux-daemon-started-success',
  'display-provisioning-succeeded',
]
const inFlight = whereVolumes(({ state }) => state === 'encrypting' || state === 'decrypting')

/** The extension says success while its sub-status says that the work goes on. The sub-status counts. */
export const successTextNotTheEnd: Check = {
  kind: 'success-text-not-the-end',
  severity: 'info',
  uses: ['status-message', 'substatus'],
  find: (reading) => {
    const { phase, messageKind } = reading.verdict.progress
    const success = phase === 'succeeded' || phase === 'disabled' || passing.includes(messageKind)
    return success && decryptionNotResuming.find(reading) === null ? inFlight(reading) : null
  },
}
