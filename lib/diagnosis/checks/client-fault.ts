import { whenMessageIn } from '../message-groups'
import type { Check } from '../types'

/** The client stumbled; the VM has not failed. */
export const clientFault: Check = {
  kind: 'client-fault',
  severity: 'warning',
  uses: ['status-message'],
  find: whenMessageIn('clientFault', null),
}
