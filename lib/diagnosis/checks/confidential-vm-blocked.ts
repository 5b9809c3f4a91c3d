import { whenMessageIn } from '../message-groups'
import type { Check } from '../types'

/** The extension does not support the requested operation on a confidential VM. */
export const confidentialVmBlocked: Check = {
  kind: 'confidential-vm-blocked',
  severity: 'error',
  uses: ['status-message'],
  find: whenMessageIn('confidentialVm', 'all'),
}
