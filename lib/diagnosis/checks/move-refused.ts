import { whenMessageIn } from '../message-groups'
import type { Check } from '../types'

/** A vault that disks depend on cannot be moved, nor can its VM. */
export const moveRefused: Check = {
  kind: 'move-refused',
  severity: 'warning',
  uses: ['status-message'],
  find: whenMessageIn('moveRefused', null),
}
