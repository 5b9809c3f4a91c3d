import { whereItIsNormal } from '../message-groups'
import type { Check } from '../types'

/** One of ten attempts to unmount the old root failed: reported as an error, but only the tenth failure is one. */
export const harmlessUnmountAttempt: Check = {
  kind: 'harmless-unmount-attempt',
  severity: 'info',
  uses: ['status-code', 'status-message'],
  find: whereItIsNormal('linux-os-unmount-attempt-failed'),
}
