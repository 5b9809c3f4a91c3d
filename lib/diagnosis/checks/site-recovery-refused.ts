import { whenMessageIn } from '../message-groups'
import type { Check } from '../types'

/** Site Recovery lacks what it needs for an encrypted VM. */
export const siteRecoveryRefused: Check = {
  kind: 'site-recovery-refused',
  severity: 'error',
  uses: ['status-message'],
  find: whenMessageIn('siteRecovery', null),
}
