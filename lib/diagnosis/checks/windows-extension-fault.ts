import { whenMessageIn } from '../message-groups'
import type { Check } from '../types'

/** The Windows extension stumbled over itself or over Windows, not over the disks. */
export const windowsExtensionFault: Check = {
  kind: 'windows-extension-fault',
  severity: 'error',
  uses: ['status-message'],
  find: whenMessageIn('windowsFault', 'all'),
}
