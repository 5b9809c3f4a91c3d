import { whereItSays } from '../families'
import type { Check } from '../types'

/** A scale set was not accepted for encryption. */
export const scaleSetRefused: Check = {
  kind: 'scale-set-refused',
  severity: 'error',
  uses: ['status-message'],
  find: whereItSays('scaleSet', null),
}
