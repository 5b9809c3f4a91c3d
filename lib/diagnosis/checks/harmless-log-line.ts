import { whereItSays } from '../families'
import type { Check } from '../types'

/** A line of a log that looks like a fault and is none. */
export const harmlessLogLine: Check = {
  kind: 'harmless-log-line',
  severity: 'info',
  uses: ['status-message'],
  find: whereItSays('harmlessLine', null),
}
