import { whenMessageIn } from '../message-groups'
import type { Check } from '../types'

/** The client failed; the VM did not. */
export const clientFault: Check = {
  kind: 'client-fault',
  severity: 'warning',
  uses: ['status-message'],
  find: whenMessageIn('clientFault', null),
}
