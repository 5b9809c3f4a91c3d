import { whenMessageIn } from '../message-groups'
import type { Check } from '../types'

/** The subscription does not offer this version of the extension. */
export const extensionVersionRefused: Check = {
  kind: 'extension-version-refused',
  severity: 'error',
  uses: ['status-message'],
  find: whenMessageIn('extensionVersion', null),
}
