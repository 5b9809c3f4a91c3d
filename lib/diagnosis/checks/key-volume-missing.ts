import { whenMessageIn } from '../message-groups'
import type { Check } from '../types'

/** The VM does not find the key volume, or the key on it. */
export const keyVolumeMissing: Check = {
  kind: 'key-volume-missing',
  severity: 'error',
  uses: ['status-message'],
  find: whenMessageIn('keyVolume', 'all'),
}
