import { whenMessageIn } from '../message-groups'
import type { Check } from '../types'

/** The VM stops at its boot screen: key, modules or boot files are missing. */
export const bootWaitsForKey: Check = {
  kind: 'boot-waits-for-key',
  severity: 'error',
  uses: ['status-message'],
  find: whenMessageIn('bootKey', 'os'),
}
