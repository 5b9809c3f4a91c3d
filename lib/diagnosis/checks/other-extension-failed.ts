import { sameText } from '@/lib/shared/text'
import { usesDiskEncryption } from '../reading'
import type { Check } from '../types'

/** Another extension has failed: Azure may refuse changes of the VM, and disk encryption may have failed with it. */
export const otherExtensionFailed: Check = {
  kind: 'other-extension-failed',
  severity: 'warning',
  uses: ['other-extensions'],
  find: (reading) => {
    const failed = reading.facts?.otherExtensions.some(({ provisioningState }) => sameText(provisioningState, 'Failed'))
    return failed === true && usesDiskEncryption(reading) ? { volume: null } : null
  },
}
