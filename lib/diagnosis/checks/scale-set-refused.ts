import { whenMessageIn } from '../message-groups'
import type { Check } from '../types'

/** A scale set was not accepted for encryption. */
export const scaleSetRefused: Check = {
  kind: 'scale-set-refused',
  severity: 'error',
  uses: ['status-message'],
  find: whenMessageIn('scaleSet', null),
}
