import { whenMessageIn } from '../message-groups'
import type { Check } from '../types'

/** The VM has less memory than OS encryption needs to hold its working system. */
export const memoryTooSmall: Check = {
  kind: 'memory-too-small',
  severity: 'error',
  uses: ['status-message'],
  find: whenMessageIn('memory', 'os'),
}
