import { whenMessageIn } from '../message-groups'
import type { Check } from '../types'

/** The identity of a confidential VM may not release its key. */
export const secureKeyReleaseFailed: Check = {
  kind: 'secure-key-release-failed',
  severity: 'error',
  uses: ['status-message'],
  find: whenMessageIn('secureKeyRelease', 'all'),
}
