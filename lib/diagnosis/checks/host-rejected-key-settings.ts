import { whenMessageIn } from '../message-groups'
import type { Check } from '../types'

/** The host did not accept the key settings, or did not answer. */
export const hostRejectedKeySettings: Check = {
  kind: 'host-rejected-key-settings',
  severity: 'error',
  uses: ['status-message'],
  find: whenMessageIn('host', 'all'),
}
