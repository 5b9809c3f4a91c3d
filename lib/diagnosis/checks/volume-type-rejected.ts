import { whenMessageIn } from '../message-groups'
import type { Check } from '../types'

/** The requested volume type is unknown, unsupported on this VM, or not allowed after the former one. */
export const volumeTypeRejected: Check = {
  kind: 'volume-type-rejected',
  severity: 'error',
  uses: ['status-message'],
  find: whenMessageIn('volumeType', 'all'),
}
