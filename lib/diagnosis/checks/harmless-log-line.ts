import { whenMessageIn } from '../message-groups'
import type { Check } from '../types'

/** A log line that reads like a fault but is harmless. */
export const harmlessLogLine: Check = {
  kind: 'harmless-log-line',
  severity: 'info',
  uses: ['status-message'],
  find: whenMessageIn('harmlessLine', null),
}
