import { whereVolumes } from '../reading'
import type { Progress } from '@/lib/encryption/types'
import type { Check } from '../types'
import { decryptionNotResuming } from './decryption-not-resuming'

/** These also seem final: ARM shows an empty message as `Provisioning succeeded`. */
const passing: readonly Progress['messageKind'][] = [
  'linux-data-succeeded-transitioning',
  'linux-daemon-started-success',
  'display-provisioning-succeeded',
]
const inFlight = whereVolumes(({ state }) => state === 'encrypting' || state === 'decrypting')

/** The extension reports success while its sub-status shows that the work continues. The sub-status counts. */
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
