import { hasFlag } from '../reading'
import type { Check } from '../types'

/** The extension's sub-status is no JSON object, or contains unknown words. */
export const reportUnreadable: Check = {
  kind: 'report-unreadable',
  severity: 'warning',
  uses: ['substatus'],
  find: ({ verdict }) => (hasFlag(verdict, 'unreadable-report') ? { volume: 'all' } : null),
}
