import { whenMessageIn } from '../message-groups'
import type { Check } from '../types'

/** The Windows extension failed because of itself or of Windows, not because of the disks. */
export const windowsExtensionFault: Check = {
  kind: 'windows-extension-fault',
  severity: 'error',
  uses: ['status-message'],
  find: whenMessageIn('windowsFault', 'all'),
}
