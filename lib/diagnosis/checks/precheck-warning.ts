import { whenMessageIn } from '../message-groups'
import type { Check } from '../types'

/** A check of the extension warns and does not stop the run. */
export const precheckWarning: Check = {
  kind: 'precheck-warning',
  severity: 'warning',
  uses: ['status-message'],
  find: whenMessageIn('precheckWarning', 'os'),
}
