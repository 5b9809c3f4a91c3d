import { whenMessageIn } from '../message-groups'
import type { Check } from '../types'

/** The volume type asked for is unknown, not possible here, or not reachable from the former one. */
export const volumeTypeRejected: Check = {
  kind: 'volume-type-rejected',
  severity: 'error',
  uses: ['status-message'],
  find: whenMessageIn('volumeType', 'all'),
}
