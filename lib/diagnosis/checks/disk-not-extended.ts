import { whenMessageIn } from '../message-groups'
import type { Check } from '../types'

/** A disk was enlarged, but its partition or file system was not. */
export const diskNotExtended: Check = {
  kind: 'disk-not-extended',
  severity: 'warning',
  uses: ['status-message'],
  find: whenMessageIn('diskNotExtended', null),
}
