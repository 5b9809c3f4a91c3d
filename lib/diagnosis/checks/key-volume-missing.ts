import { whenMessageIn } from '../message-groups'
import type { Check } from '../types'

/** The volume with the key, or the key on it, is not to be found in the VM. */
export const keyVolumeMissing: Check = {
  kind: 'key-volume-missing',
  severity: 'error',
  uses: ['status-message'],
  find: whenMessageIn('keyVolume', 'all'),
}
