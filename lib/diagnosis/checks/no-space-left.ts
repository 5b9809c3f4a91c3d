import { whenMessageIn } from '../message-groups'
import type { Check } from '../types'

/** A file system was full, on the disk or in memory. */
export const noSpaceLeft: Check = {
  kind: 'no-space-left',
  severity: 'error',
  uses: ['status-message'],
  find: whenMessageIn('noSpace', null),
}
