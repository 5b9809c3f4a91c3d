import { whereItSays } from '../families'
import type { Check } from '../types'

/** The client stumbled; the VM has not failed. */
export const clientFault: Check = {
  kind: 'client-fault',
  severity: 'warning',
  uses: ['status-message'],
  find: whereItSays('clientFault', null),
}
